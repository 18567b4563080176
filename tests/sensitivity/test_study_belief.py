"""Uncertain study beliefs: seeded, and the same in whatever blocks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from generator.aggregation.aggregate import aggregate_effect
from generator.conversion import convert
from generator.model.review import Review
from generator.model.scenario import BeliefQuantiles
from generator.sensitivity import study_belief
from generator.sensitivity.case import Case
from generator.sensitivity.study_belief import Replications
from tests.bodies import bodies, body
from tests.sensitivity.cases import case_of


def ruled(review: Review, **rule: float) -> Review:
    asked = replace(review.sensitivity.study_belief, **rule)
    return replace(review, sensitivity=replace(review.sensitivity, study_belief=asked))


def accuracy(review: Review) -> Case:
    pieces = tuple(one for one in convert(review).pieces if one.effect == "accuracy")
    policy = review.rules.reading_policy("evidence_factory")
    return Case(review, review.plans[0], aggregate_effect(pieces, policy))


def test_blocks_do_not_matter(review: Review):
    case = accuracy(ruled(review, draws=999))
    whole = study_belief.joined(case, [study_belief.part(case, Replications(0, 999))])
    blocks = [Replications(0, 1), Replications(1, 500), Replications(501, 498)]
    assert study_belief.joined(case, [study_belief.part(case, one) for one in blocks]) == whole
    assert study_belief.run(case) == whole


def test_all_draws_are_in_exactly_one_block(review: Review):
    case = accuracy(ruled(review, draws=123_457))
    blocks = study_belief.parts(case)
    assert [one.first for one in blocks] == [sum(one.count for one in blocks[:place]) for place in range(len(blocks))]
    assert sum(one.count for one in blocks) == 123_457


def test_certain_study_beliefs_leave_one_belief(review: Review):
    case = case_of(ruled(review, half_width=0.0, draws=100), bodies(("WP", 0.6), ("IF", 0.3)))
    (result,) = study_belief.run(case)
    assert result.value("share_holding") == 1
    assert result.extra == BeliefQuantiles(*[pytest.approx(case.conclusion.belief, rel=1e-12)] * 3)


def test_one_study_is_drawn_uniformly_around_its_belief(review: Review):
    piece = replace(body("WP", 0.6), study_belief=replace(body("WP", 0.6).study_belief, lower=0.5))
    case = case_of(ruled(review, half_width=0.05, draws=20_000), [piece])
    beliefs = study_belief.part(case, Replications(0, 20_000)).belief
    assert (beliefs.min() >= 0.55, beliefs.max() <= 0.65) == (True, True)
    assert np.histogram(beliefs, bins=10, range=(0.55, 0.65))[0] == pytest.approx(np.full(10, 2000), abs=200)


def test_study_beliefs_stay_within_their_band_and_the_published_value_within_reach(review: Review):
    case = case_of(ruled(review, half_width=0.05), bodies(("WP", 0.6)))
    known = body("WP", 0.6).study_belief

    def reach(value: float, lower: float) -> tuple[float, float]:
        piece = replace(body("WP", 0.6), study_belief=replace(known, value=value, lower=lower))
        return study_belief.study_belief_reach(case, piece)

    assert reach(0.52, 0.5) == pytest.approx((0.5, 0.57))
    assert reach(0.73, 0.5) == pytest.approx((0.68, 0.75))
    assert reach(0.80, 0.5) == pytest.approx((0.75, 0.80))
    assert reach(0.40, 0.5) == pytest.approx((0.40, 0.45))


def test_models_of_one_study_move_together(review: Review):
    """Two models of one study with the same belief tie in every draw; of two studies, hardly ever."""
    together = [body("IF", 0.6, "a", 0), body("SP", 0.6, "a", 1)]
    apart = [body("IF", 0.6, "a", 0), body("SP", 0.6, "b", 1)]
    wide = ruled(review, half_width=0.1, draws=5000)
    pieces = [
        [replace(one, study_belief=replace(one.study_belief, lower=0.5)) for one in both] for both in (together, apart)
    ]
    shares = [study_belief.run(case_of(wide, both))[0].value("share_holding") for both in pieces]
    assert shares == [1.0, pytest.approx(0.5, abs=0.03)]


def test_thousands_of_evidence_models_are_drawn_less_often_and_the_result_says_how_often(review: Review):
    asked = ruled(review, draws=100_000)
    few, many = (case_of(asked, [body("WP", 0.01, "a", n) for n in range(count)]) for count in (100, 200))
    assert study_belief.draws_of(few) == 100_000
    assert study_belief.draws_of(many) == 10_000
    assert sum(one.count for one in study_belief.parts(many)) == 10_000
    (result,) = study_belief.joined(many, [study_belief.Drawn(10_000, np.array([0.5]))])
    assert (result.value("draws"), result.value("share_holding")) == (10_000, 1)
