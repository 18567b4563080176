"""The engine in the browser against the one that builds the site: every mass, every digit and every word."""

from __future__ import annotations

import math
from functools import cache
from itertools import islice
from random import Random
from typing import Any

import pytest

from generator.aggregation.simple_support import combine_supports
from generator.model.review import Review
from generator.model.scale import RANGES, IntensityRange
from generator.sensitivity.dependence import mass_preserving
from generator.views import rounding, words
from generator.views.rounding import share_text
from tests.explorer.by_python import ByPython, Expected
from tests.explorer.conftest import Engine
from tests.explorer.scenarios import scenarios

SCENARIOS, BATCH = 2000, 100

# The same evidence is shown over and over.
percent_text, belief_text_long = cache(rounding.percent_text), cache(rounding.belief_text_long)


def test_every_digit_and_word_of_random_scenarios_is_that_of_the_build(
    engine: Engine, shipped: Review, document: dict[str, Any]
):
    engine.load(document)
    python, drawn, seen = ByPython(shipped), scenarios(shipped, SCENARIOS, seed=20260131), 0
    while batch := list(islice(drawn, BATCH)):
        for place, (scenario, answer) in enumerate(zip(batch, engine.run(batch), strict=True)):
            models, expected = python.run(scenario, by_study=place % 10 == 0)
            assert answer["evidenceModels"] == list(models), scenario
            assert [one["effect"] for one in answer["effects"]] == [one.effect for one in expected], scenario
            for theirs, ours in zip(answer["effects"], expected, strict=True):
                assert_same(theirs, ours, shipped, scenario)
                seen += 1
    assert seen > 5 * SCENARIOS


def assert_same(theirs: dict[str, Any], ours: Expected, review: Review, scenario: object) -> None:
    where = (ours.effect, scenario)
    assert theirs["missing"] == list(ours.missing), where
    if ours.found is None:
        assert (theirs["range"], theirs["belief"], theirs["masses"]) == (None, None, []), where
        return
    found, masses = ours.found, dict(map(tuple, theirs["masses"]))
    assert theirs["evidence"] == [
        [one.evidence_model, code(one.range), one.study_belief.value, one.belief_value] for one in found.evidence
    ], where
    assert masses.keys() == ours.masses.keys(), where
    assert all(close(mass, ours.masses[mask]) for mask, mass in masses.items()), where
    assert close(theirs["empty"], ours.empty), where
    assert all(close(theirs[name], getattr(found, name)) for name in ("belief", "plausibility", "ignorance")), where
    assert (theirs["range"], theirs["tied"]) == (code(found.range), found.tied), where
    assert (theirs["deltaPoints"], theirs["change"]) == (found.delta_points, found.change), where
    conflict = found.conflict
    assert close(theirs["conflict"]["lastStep"], conflict.last_step), where
    assert close(theirs["conflict"]["total"], conflict.total), where
    assert close(theirs["conflict"]["weight"], conflict.weight), where
    if theirs["conflicts"] is not None:
        assert_same_conflicts(theirs["conflicts"], found.study_conflicts, where)
    assert theirs["texts"] == texts(ours, review), where


def assert_same_conflicts(theirs: list[list[str]], ours: Any, where: object) -> None:
    """Weights that differ by a rounding error may have changed places."""
    weights = {(one, other): float(weight.replace("Infinity", "inf")) for one, other, weight in theirs}
    assert weights.keys() == {one.studies for one in ours}, where
    assert all(close(weights[one.studies], one.weight) for one in ours), where


def code(found: IntensityRange | None) -> list[int] | None:
    return None if found is None else [found.low, found.high]


def close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-15)


def texts(ours: Expected, review: Review) -> list[str | None]:
    found, effect = ours.found, review.rules.effect(ours.effect)
    assert found is not None
    assert ours.masses is not None
    by_place = sorted(ours.masses.items(), key=lambda one: (hull(one[0]), one[0]))
    improvements = [piece.improvement for piece in found.evidence]
    return [
        words.conclusion(effect, found, review.question.subject),
        words.plain_conclusion(effect, found),
        words.conflict_sentence(found),
        words.change_sentence(found),
        words.ignorance_sentence(found),
        words.support(found),
        words.tie_sentence(found),
        words.evidence_base(found),
        words.how_contested(found.conflict),
        None if found.range is None else str(found.range),
        None if found.range is None else found.range.words,
        words.in_sentence(effect.title),
        rounding.belief_text(found.belief),
        rounding.belief_text_long(found.plausibility),
        rounding.probability_text(found.ignorance),
        rounding.probability_text(found.conflict.last_step, 4),
        share_text(found.conflict.total),
        rounding.weight_text(found.conflict.weight),
        rounding.points_text(found.delta_points),
        *(rounding.probability_text(mass) for _, mass in by_place),
        *(belief_text_long(piece.belief_value) for piece in found.evidence),
        *("stated" if one is None else percent_text(one.mean) for one in improvements),
    ]


def hull(mask: int) -> tuple[int, int]:
    return (mask & -mask).bit_length(), mask.bit_length()


def hard_supports(random: Random) -> list[tuple[int, int, float]]:
    """Up to thousands of bodies that contradict each other, with belief values up to 1 and down to nothing."""
    ranges = random.sample(RANGES, random.randint(1, 9))
    values = random.choice([
        lambda: random.randint(0, 1000) / 1000,
        lambda: 1 - 10 ** -random.uniform(1, 16),
        lambda: random.choice([0.0, 5e-324, 1e-300, 0.5, 1 - 2**-53]),
        lambda: random.choice([random.random(), 1.0]),
    ])  # fmt: skip
    number = random.choice([1, 2, 5, 20, 100, 3000])
    return [(int(one.low), int(one.high), values()) for one in random.choices(ranges, k=number)]


def test_masses_agree_however_near_total_conflict_is(engine: Engine):
    random = Random(7)
    cases = [hard_supports(random) for _ in range(400)]
    beyond_doubles = 0
    for theirs, supports in zip(engine.combine(cases), cases, strict=True):
        ours = combine_supports(supports)
        assert tuple(theirs["masses"]) == pytest.approx(ours.masses, rel=1e-12, abs=1e-300)
        assert theirs["conflict"] == pytest.approx(ours.conflict, rel=1e-12, abs=0)
        assert share_text(theirs["conflict"]) == share_text(ours.conflict)
        assert float(theirs["weight"].replace("Infinity", "inf")) == pytest.approx(ours.weight, rel=1e-12, abs=1e-12)
        beyond_doubles += 400 < ours.weight < math.inf
    assert beyond_doubles > 10


def test_shares_of_a_study_belief_agree_to_the_last_bit(engine: Engine):
    random = Random(3)
    values = [0.0, 1.0, 0.75, 0.875, 0.5, 1e-9, 1 - 2**-53, *(random.random() for _ in range(200))]
    pairs = [(value, number) for value in values for number in (1, 2, 3, 8, 48)]
    found = engine.call("shareOf", *(("mass_preserving", *pair) for pair in pairs))
    assert found == [mass_preserving(*pair) for pair in pairs]
