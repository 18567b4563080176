"""The document of ``aggregate --format json``, its rows and its text."""

from __future__ import annotations

import json

from generator.views.aggregation_document import ROW_COLUMNS, as_document, as_rows, as_table_text
from tests.bodies import body
from tests.views.records import concluded, hostile, synthesis_of


def effect_of(review, *evidence):
    (synthesis,) = as_document(review, [synthesis_of(concluded(*evidence))])["syntheses"]
    (effect,) = synthesis["effects"]
    return effect


def test_the_document_has_the_keys_of_the_contract_in_their_order(review, full):
    document = as_document(review, [full])
    assert list(document) == ["format", "review", "syntheses"]
    (synthesis,) = document["syntheses"]
    assert list(synthesis) == ["id", "title", "reading", "discount", "evidence_models", "effects"]
    accuracy = synthesis["effects"][0]
    assert list(accuracy) == [
        "effect", "family", "studies", "evidence_models", "range", "belief", "plausibility", "ignorance", "tied",
        "conflict", "delta_points", "masses", "evidence",
    ]  # fmt: skip
    assert list(accuracy["conflict"]) == ["last_step", "total", "weight"]
    assert list(accuracy["evidence"][0]) == [
        "evidence_model", "study", "improvement_percent", "range", "study_belief", "belief_value",
    ]  # fmt: skip
    assert (accuracy["effect"], accuracy["family"], accuracy["range"]) == ("accuracy", "correctness", ["WN"])
    assert (accuracy["studies"], accuracy["evidence_models"], accuracy["delta_points"]) == (5, 17, 22)
    assert accuracy["evidence"][1]["improvement_percent"] == -8.461
    assert json.loads(json.dumps(document, allow_nan=False)) == document


def test_total_conflict_leaves_only_the_total(review):
    effect = effect_of(review, body("SN", 1.0, "a"), body("SP", 1.0, "b"))
    assert [effect[key] for key in ("range", "belief", "plausibility", "delta_points", "ignorance")] == [None] * 5
    assert effect["masses"] == []
    assert effect["conflict"] == {"last_step": None, "total": 1.0, "weight": None}


def test_nothing_but_theta_is_full_ignorance(review):
    effect = effect_of(review, body("SN", 0.0))
    assert [effect[key] for key in ("range", "belief", "plausibility", "delta_points")] == [None] * 4
    assert effect["ignorance"] == 1
    assert effect["masses"] == [{"levels": ["SN", "NE", "WN", "IF", "WP", "PO", "SP"], "mass": 1.0}]


def test_a_stated_range_has_no_improvement_and_one_model_no_last_step(review):
    effect = effect_of(review, body("IF-WP", 0.4))
    assert effect["evidence"][0]["improvement_percent"] is None
    assert effect["range"] == ["IF", "WP"]
    assert effect["conflict"]["last_step"] == 0


def test_rows_hold_the_scalars_of_every_conclusion(review, full):
    rows = as_rows(review, [full])
    assert len(rows) == 11
    assert all(tuple(row) == ROW_COLUMNS for row in rows)
    assert rows[0]["range"] == "WN"
    assert {row["effect"]: row["range"] for row in rows}["gpu_power_draw"] == "IF-WP"


def test_the_text_is_aligned_and_rounded(review, full):
    lines = as_table_text(review, [full]).splitlines()
    assert lines[2].split() == [
        "effect",
        "range",
        "belief",
        "plausibility",
        "conflict",
        "weight",
        "change",
        "studies",
        "models",
    ]
    assert lines[4].split() == ["Accuracy", "WN", "0.89", "0.89", "0.98", "1.73", "+22", "points", "5", "17"]
    assert len({len(line) for line in lines[3:]}) == 1


def test_no_control_character_reaches_the_terminal(review, full):
    text = as_table_text(hostile(review), [full])
    assert not [character for character in text if character != "\n" and (ord(character) < 32 or character == "\u202e")]
