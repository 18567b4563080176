"""Published examples and the case study, computed by the engine in the browser."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from generator.model.review import Review
from tests.bodies import levels
from tests.explorer.conftest import Engine, document_of

EFFECT = {"id": "x", "title": "X", "family": "f", "better": "x rises …", "worse": "x falls …"}


def concluded(engine: Engine, document: dict[str, Any], supports: Any, reading: str = "evidence_factory") -> Any:
    """Each support is a study of its own that states a range and whose belief is given."""
    studies = [
        {
            **document["studies"][0],
            "id": f"s{number}",
            "given": value,
            "evidence_models": [{"id": f"s{number}/m", "aspects": {}, "effects": [stated(text)]}],
        }
        for number, (text, value) in enumerate(supports)
    ]
    plan = {**document["syntheses"][0], "evidence_models": [f"{one['id']}/m" for one in studies], "official": []}
    engine.load(
        {
            **document,
            "effects": [EFFECT],
            "families": [{"id": "f", "title": "F", "bands": []}],
            "studies": studies,
            "syntheses": [plan],
        }
    )
    (answer,) = engine.run([{"discount": None, "reading": reading}])
    return answer["effects"][0]


def stated(text: str) -> dict[str, Any]:
    found = levels(text)
    return {"effect": "x", "stated": [int(found.low), int(found.high)]}


def masses(found: Any) -> dict[int, float]:
    return dict(map(tuple, found["masses"]))


def on(**values: float) -> Any:
    return pytest.approx({levels(name.replace("_", "-")).mask: value for name, value in values.items()}, abs=1e-6)


def test_kanban_2018(engine: Engine, document: dict[str, Any]):
    found = concluded(engine, document, [("WN-IF", 0.423), ("PO-SP", 0.397)])
    assert found["conflict"]["lastStep"] == pytest.approx(0.167931, abs=1e-6)
    assert masses(found) == on(WN_IF=0.306548, PO_SP=0.275301, SN_SP=0.418152)


def test_santos_2015_tables_5_and_6(engine: Engine, document: dict[str, Any]):
    two = [("PO-SP", 0.65), ("WP-PO", 0.4)]
    found = concluded(engine, document, two)
    assert masses(found) == on(PO=0.26, PO_SP=0.39, WP_PO=0.14, SN_SP=0.21)
    assert (found["range"], found["conflict"]["total"], found["texts"][12]) == ([5, 6], 0, "0.65")
    found = concluded(engine, document, [*two, ("SP", 0.9)])
    assert found["conflict"]["lastStep"] == pytest.approx(0.36, abs=1e-6)
    assert masses(found) == on(SP=0.84375, PO=0.040625, PO_SP=0.0609375, WP_PO=0.021875, SN_SP=0.0328125)
    assert found["range"] == [6, 6]


def test_the_conflict_reported_is_that_of_the_last_step(engine: Engine, document: dict[str, Any]):
    found = concluded(engine, document, [("SP", 0.9), ("WN", 0.8), ("SP", 0.7)])
    assert found["conflict"]["lastStep"] == pytest.approx(0.2, abs=1e-6)
    assert masses(found) == pytest.approx({64: 0.866071, 4: 0.107143, 127: 0.026786}, abs=1e-6)


def test_the_two_readings_differ_where_neighbours_share_the_belief(engine: Engine, document: dict[str, Any]):
    supports = [("PO", 0.191), ("PO", 0.191), ("SP", 0.572)]
    factory, santos = concluded(engine, document, supports), concluded(engine, document, supports, "santos_2015")
    assert (factory["range"], factory["belief"]) == ([6, 6], pytest.approx(0.466576, abs=1e-6))
    assert (santos["range"], santos["belief"]) == ([5, 6], pytest.approx(0.650884, abs=1e-6))


def test_total_conflict_is_said_and_gives_no_number(engine: Engine, document: dict[str, Any]):
    found = concluded(engine, document, [("SN", 1.0), ("SP", 1.0)])
    assert (found["range"], found["belief"], found["ignorance"], found["masses"]) == (None, None, None, [])
    assert found["conflict"] == {"lastStep": None, "total": 1, "weight": None}
    assert found["texts"][0] == "X: no result, because the evidence contradicts itself completely."


@pytest.mark.parametrize("reading", ["evidence_factory", "santos_2015"])
def test_the_whole_scale_alone_gives_no_range(engine: Engine, document: dict[str, Any], reading: str):
    found = concluded(engine, document, [("SN-SP", 0.7)], reading)
    assert (found["range"], found["ignorance"]) == (None, 1)


def test_a_tie_goes_to_fewer_levels_in_any_order(engine: Engine, document: dict[str, Any]):
    for supports in itertools.permutations([("IF", 2 / 3), ("NE-WN", 2 / 3), ("IF", 0.0)]):
        found = concluded(engine, document, supports)
        assert (found["range"], found["tied"]) == ([3, 3], True)


def test_the_case_study_comes_out_as_published(engine: Engine, review: Review):
    document = document_of(review)
    engine.load(document)
    (answer,) = engine.run([{"synthesis": "full"}])
    found = {one["effect"]: one for one in answer["effects"]}
    published = review.plan("full").published
    assert published is not None
    assert len(published.results) == 10
    for one in published.results:
        assert found[one.effect]["range"] == [one.range.low, one.range.high]
        assert found[one.effect]["belief"] == pytest.approx(one.belief, abs=0.02)
    official = {one["effect"]: one["belief"] for one in document["syntheses"][0]["official"]}
    assert {effect: one["belief"] for effect, one in found.items()} == official
