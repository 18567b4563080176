"""The data file of the explorer, and what the engine makes of it besides conclusions."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from generator.conversion.convert import pieces
from generator.conversion.spread_discount import discounted
from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.pages.content import Content
from generator.publishing.downloads import downloads
from tests.explorer.conftest import Engine

NOTHING_HAPPENS: dict[str, Any] = {}


def test_it_is_among_the_downloads_and_keeps_every_bit(content: Content):
    text = dict(downloads(content))["data/explorer.json"]
    read = json.loads(text)
    assert read["format"] == 1
    assert len(gzip.compress(text.encode())) < 60_000
    means = {
        (model["id"], entry["effect"]): entry["measured"]["mean"]
        for study in read["studies"]
        for model in study["evidence_models"]
        for entry in model["effects"]
        if "measured" in entry
    }
    assert means == {
        (one.evidence_model, one.effect): one.improvement.mean for one in content.pieces if one.improvement
    }


def test_it_holds_every_evidence_model_with_its_aspects(shipped: Review, document: dict[str, Any]):
    found = {model["id"]: model["aspects"] for study in document["studies"] for model in study["evidence_models"]}
    expected = {
        model.id: {"technique": [model.technique], **{name: list(values) for name, values in model.aspects}}
        for study in shipped.studies
        for model in study.evidence_models
    }
    assert found == expected
    offered = {one["id"]: {value["id"] for value in one["values"]} for one in document["aspects"]}
    assert all(set(values) <= offered[name] for aspects in found.values() for name, values in aspects.items())


def test_what_changes_nothing_gives_the_official_results(
    engine: Engine, document: dict[str, Any], shipped_syntheses: dict[str, Synthesis]
):
    engine.load(document)
    answers = engine.run([{"synthesis": one["id"]} for one in document["syntheses"]])
    for plan, answer in zip(document["syntheses"], answers, strict=True):
        assert [one["effect"] for one in answer["effects"]] == [one["effect"] for one in plan["official"]]
        for theirs, official in zip(answer["effects"], plan["official"], strict=True):
            for name in ("range", "belief", "plausibility", "ignorance", "tied", "change"):
                assert theirs[name] == official[name]
            assert theirs["deltaPoints"] == official["delta_points"]
            assert theirs["conflict"]["total"] == official["conflict"]["total"]
        assert [one["belief"] for one in plan["official"]] == [
            one.belief for one in shipped_syntheses[plan["id"]].effects
        ]


def test_no_discount_factor_is_so_near_a_half_that_a_library_could_decide_it(shipped: Review):
    for policy in shipped.rules.discount_policies:
        decimals = int(policy.parameter("decimals"))
        others = tuple(one for one in policy.parameters if one[0] != "decimals")
        fine = replace(policy, parameters=(*others, ("decimals", 15)))
        for piece in pieces(shipped, shipped.rules.discount_policy(shipped.plans[0].discount)):
            try:
                factors = discounted(1.0, piece.improvement, fine).factors
            except ValueError:
                continue
            for name, value in factors:
                if name in ("d", "alpha_n", "alpha_v"):
                    units = value * 10**decimals
                    assert abs(units % 1 - 0.5) > 1e-9, (policy.id, piece.evidence_model, piece.effect, name)


def test_putting_the_changed_choice_back_restores_the_conclusion(engine: Engine, document: dict[str, Any]):
    engine.load(document)
    effect = document["syntheses"][0]["official"][0]["effect"]
    assert engine.why(NOTHING_HAPPENS, effect) == []
    first = document["syntheses"][0]["evidence_models"][0]
    (only,) = engine.why({"without": [first]}, effect)
    assert (only["choice"], only["study"], only["restores"]) == ("study", first.partition("/")[0], True)
    both = engine.why({"dependence": "equal_split", "discount": None, "without": [first]}, effect)
    assert {one["choice"] for one in both} == {"dependence", "discount", "study"}
    assert all(one["restores"] >= two["restores"] for one, two in pairwise(both))


def test_several_studies_can_be_put_back_one_by_one_or_together(engine: Engine, document: dict[str, Any]):
    engine.load(document)
    plan = document["syntheses"][0]
    effect, studies = (
        plan["official"][0]["effect"],
        list(dict.fromkeys(m.partition("/")[0] for m in plan["evidence_models"])),
    )
    found = engine.why({"without": studies[:3]}, effect)
    assert sorted(one["study"] for one in found if one["choice"] == "study") == sorted(studies[:3])
    (together,) = [one for one in found if one["choice"] == "evidence"]
    assert together["restores"]
    assert together["conclusion"]["belief"] == plan["official"][0]["belief"]


@pytest.mark.parametrize(
    ("scenario", "sentence"),
    [
        ({"synthesis": "nowhere"}, "there is no synthesis nowhere"),
        ({"without": ["nobody-1999"]}, "there is no study or evidence model nobody-1999"),
        ({"evidenceModels": ["nobody/x"]}, "there is no evidence model nobody/x"),
        ({"discount": "toString"}, "there is no discount policy toString"),
        ({"reading": "x"}, "there is no reading policy x"),
        ({"rule": "constructor"}, "there is no combination rule constructor"),
        ({"dependence": "x"}, "there is no treatment of dependence x"),
        ({"bounds": {"x": 2}}, "there is no family x"),
        ({"bounds": 0}, "a bound cannot be multiplied by 0"),
        ({"threshold": 2}, "a threshold lies between 0 and 1, not at 2"),
        ({"bonds": 2}, "a scenario has no bonds"),
    ],
)
def test_what_is_unknown_is_refused_with_a_sentence(
    engine: Engine, document: dict[str, Any], scenario: dict[str, Any], sentence: str
):
    engine.load(document)
    assert engine.refused(scenario) == sentence


def test_bounds_that_do_not_rise_are_refused(engine: Engine, document: dict[str, Any]):
    engine.load(document)
    family = document["families"][0]
    limits = [band["up_to"] for band in family["bands"] if band["up_to"] is not None]
    refused = engine.refused({"bounds": {family["id"]: limits[::-1]}})
    assert refused is not None
    assert refused.startswith(f"{len(limits)} rising bounds are needed")


def test_another_format_is_refused(engine: Engine, document: dict[str, Any]):
    with pytest.raises(Exception, match="the data file has the format 2, not 1"):
        engine.load({**document, "format": 2})


def test_an_evidence_model_without_a_statistic_leaves_its_effects_without_a_result(
    engine: Engine, document: dict[str, Any]
):
    changed = json.loads(json.dumps(document))
    entry = next(
        (model["id"], one)
        for study in changed["studies"]
        for model in study["evidence_models"]
        for one in model["effects"]
        if model["id"] in changed["syntheses"][0]["evidence_models"] and (one.get("measured") or {}).get("count") != 1
    )
    entry[1]["measured"]["iqr"] = None
    engine.load(changed)
    (answer,) = engine.run([{"discount": "iqr"}])
    found = next(one for one in answer["effects"] if one["effect"] == entry[1]["effect"])
    assert (found["missing"], found["range"], found["masses"]) == ([entry[0]], None, [])
