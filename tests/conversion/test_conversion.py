"""From measurements to belief values, rule by rule."""

from __future__ import annotations

import math

import pytest

from generator.conversion.improvement import improvement
from generator.conversion.intensity import intensity_range
from generator.conversion.spread_discount import discounted
from generator.conversion.study_belief import study_belief
from generator.model.evidence import Improvement
from generator.model.problem import Place
from generator.model.review import Review
from generator.model.rules import Direction, Policy
from generator.model.study import Pair, Pairs, Reported, Stated
from tests.bodies import SOURCE, levels

HERE = Place("studies/test.yaml", 1, 1)
IQR = Policy("iqr", "", "", (("rate", 0.1), ("decimals", 3.0)), SOURCE)
SAMPLE = Policy(
    "sample-and-variation", "", "", (("cluster_scale", 3), ("few_clusters", 4), ("rate", 0.1), ("decimals", 3)), SOURCE
)


def pairs(*values: tuple[float, float]) -> Pairs:
    return Pairs("percent", tuple(Pair(old, new, None, None, None, HERE) for old, new in values), None)


def test_positive_always_means_better():
    higher = improvement(pairs((80, 60)), Direction.HIGHER)
    lower = improvement(pairs((80, 60)), Direction.LOWER)
    assert (higher.mean, lower.mean) == (-25, 25)


def test_pairs_are_averaged_as_relative_improvements():
    found = improvement(pairs((100, 50), (10, 10), (4, 5)), Direction.LOWER)
    assert found.each == (50, 0, -25)
    assert (found.mean, found.count, found.clusters) == (pytest.approx(25 / 3), 3, 3)
    assert found.std == pytest.approx(38.1881, abs=1e-4)


def test_one_observation_has_no_spread():
    found = improvement(pairs((100, 50)), Direction.LOWER)
    assert (found.std, found.iqr) == (None, 0)


def test_a_stated_range_has_no_improvement():
    assert improvement(Stated(levels("WP-PO"), "so it says"), Direction.LOWER) is None


def test_reported_statistics_are_taken_as_they_are():
    found = improvement(Reported(-1.5, 0.2, 0.1, 6, 2), Direction.HIGHER)
    assert found == Improvement(-1.5, 0.2, 0.1, 6, 2, ())


@pytest.mark.parametrize(
    ("family", "percent", "expected"),
    [
        ("resource_efficiency", 2, "IF"),
        ("resource_efficiency", -2, "IF"),
        ("resource_efficiency", 2.0001, "IF–WP"),
        ("resource_efficiency", 10, "IF–WP"),
        ("resource_efficiency", -20, "WN"),
        ("resource_efficiency", -30, "NE–WN"),
        ("resource_efficiency", 50, "PO–SP"),
        ("resource_efficiency", 50.1, "SP"),
        ("resource_efficiency", -483, "SN"),
        ("correctness", 5, "IF–WP"),
        ("correctness", -5.0001, "WN"),
        ("correctness", -15, "NE–WN"),
        ("correctness", -25, "SN–NE"),
        ("correctness", -25.1, "SN"),
        ("correctness", 0, "IF"),
    ],
)
def test_upper_bounds_are_inclusive_and_mirrored(review: Review, family, percent, expected):
    assert str(intensity_range(percent, review.rules.bands(family))) == expected


def test_the_spread_discount_by_hand():
    # d = round(1 − exp(−0.1 · 10.469/0.944), 3) = 0.670; 0.7129601851851852 · 0.330 = 0.2353
    found = discounted(0.7129601851851852, Improvement(0.944, 23.1, 10.469, 144, 144, ()), IQR)
    assert dict(found.factors)["d"] == 0.67
    assert found.belief_value == 0.235


@pytest.mark.parametrize(("iqr", "kept"), [(0.0, 0.5), (0.1, 0.0)])
def test_a_mean_of_zero_keeps_everything_or_nothing(iqr, kept):
    assert discounted(0.5, Improvement(0.0, 1.0, iqr, 4, 4, ()), IQR).belief_value == kept


def test_one_observation_is_not_discounted():
    assert discounted(0.64291, Improvement(-0.752, None, None, 1, 1, ()), IQR).belief_value == 0.643


def test_sample_and_variation_by_hand():
    few = discounted(0.66791, Improvement(0.421, 21.996, 30.457, 3, 3, ()), SAMPLE)
    assert few.belief_value == 0.422
    many = discounted(0.5, Improvement(10.0, 10.0, None, 5, 5, ()), SAMPLE)
    expected = round(0.5 * round(1 - math.exp(-5 / 3), 3) * round(math.exp(-0.1 / math.sqrt(2)), 3), 3)
    assert many.belief_value == expected
    assert discounted(0.5, Improvement(0.0, 0.0, None, 5, 5, ()), SAMPLE).belief_value == round(0.5 * 0.811, 3)


def test_a_missing_statistic_is_an_error_not_a_guess():
    with pytest.raises(ValueError, match="interquartile"):
        discounted(0.5, Improvement(1.0, 1.0, None, 4, 4, ()), IQR)
    with pytest.raises(ValueError, match="standard deviation"):
        discounted(0.5, Improvement(1.0, None, 1.0, 9, 9, ()), SAMPLE)


def test_the_two_rules_for_unanswered_questions(review: Review):
    paul, sathish = (
        study_belief(review.study("paul-2022"), review.rules),
        study_belief(review.study("sathish-2022"), review.rules),
    )
    assert paul.value == pytest.approx(0.25 + 0.25 * paul.quality, abs=1e-15)
    unanswered = [score for score in sathish.scores if score.score is None]
    assert [score.question for score in unanswered] == ["7"]
    assert sathish.quality == pytest.approx(math.fsum(s.score for s in sathish.scores if s.score is not None) / 9)
    assert paul.quality == pytest.approx(math.fsum(s.score or 0 for s in paul.scores) / 10)


def test_a_given_study_belief_is_taken_as_it_is(review: Review):
    found = study_belief(review.study("geens-2024"), review.rules)
    assert (found.value, found.quality, found.scores) == (0.185, None, ())
