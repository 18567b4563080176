"""Leaving out, bounds, discounts, readings, dependence, rules and years: by hand, or against the fractions."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from generator.aggregation.aggregate import aggregate_effect
from generator.aggregation.measures import belief
from generator.conversion import convert
from generator.model.evidence import Improvement
from generator.model.review import Review
from generator.model.scenario import Moved, Omission
from generator.sensitivity import (
    cumulative,
    dependence,
    discount,
    intensity_bounds,
    leave_one_model_out,
    leave_one_study_out,
    reading,
    rule,
)
from generator.sensitivity.case import Case
from generator.sensitivity.combination_rules import RULES, as_masses, simple_support
from generator.sensitivity.margin import flip_distance
from tests.bodies import EVIDENCE_FACTORY, SANTOS_2015, bodies, body, levels, masses
from tests.oracles import exact
from tests.sensitivity.cases import case_of, evidence, exactly, reported


def of_effect(review: Review, effect: str) -> Case:
    pieces = tuple(one for one in convert(review).pieces if one.effect == effect)
    policy = review.rules.reading_policy("evidence_factory")
    return Case(review, review.plans[0], aggregate_effect(pieces, policy))


@given(pieces=evidence())
@settings(max_examples=40)
def test_leaving_a_study_out_is_combining_the_others(review: Review, pieces):
    case = case_of(review, pieces)
    for result in leave_one_study_out.run(case):
        rest = [one for one in pieces if one.study != result.value("omitted")]
        found = exactly(rest)
        assert result.range == (reported(found, EVIDENCE_FACTORY) if rest else None)
        assert isinstance(result.extra, Omission)
        if case.range is not None and found.masses is not None:
            influence = Fraction(case.conclusion.belief) - exact.belief(found.masses, case.range.mask)
            assert result.extra.influence == pytest.approx(float(100 * influence), abs=1e-9)


def test_without_the_only_study_nothing_is_left(review: Review):
    (result,) = leave_one_study_out.run(case_of(review, [body("WP", 0.6, "a", 0), body("WP", 0.5, "a", 1)]))
    assert (result.range, result.belief) == (None, None)
    assert (result.conflict.last_step, result.conflict.total, result.conflict.weight) == (0, 0, 0)
    assert result.extra == Omission(pytest.approx(80.0), None)


def test_every_evidence_model_is_left_out_in_turn(review: Review):
    case = of_effect(review, "accuracy")
    results = leave_one_model_out.run(case)
    assert [one.value("omitted") for one in results] == [piece.evidence_model for piece in case.evidence]


def test_a_range_leads_the_next_best_by_the_smallest_margin_that_could_flip_it():
    assert flip_distance(masses(IF=0.5, SP=0.3, SN_SP=0.2), EVIDENCE_FACTORY) == pytest.approx(0.2)
    # IF–WP is reported because neither level has three quarters of its belief: WP lacks 0.75 · 0.8 − 0.5.
    assert flip_distance(masses(WP=0.5, IF_WP=0.3, SN_SP=0.2), EVIDENCE_FACTORY) == pytest.approx(0.1)
    # WP is reported because it has more than three quarters of the belief in IF–WP.
    assert flip_distance(masses(WP=0.7, IF_WP=0.1, SN_SP=0.2), EVIDENCE_FACTORY) == pytest.approx(0.1)
    assert flip_distance(masses(IF=0.4, SP=0.4, SN_SP=0.2), EVIDENCE_FACTORY) == 0
    assert flip_distance(masses(SN_SP=1.0), EVIDENCE_FACTORY) is None
    # PO–SP keeps all of the half's belief; SP keeps 0.4 of 0.7, and 0.525 is needed.
    assert flip_distance(masses(SP=0.4, PO_SP=0.3, SN_SP=0.3), SANTOS_2015) == pytest.approx(0.125)


@given(pieces=evidence())
@settings(max_examples=60)
def test_flip_distances_are_beliefs(review: Review, pieces):
    for policy in (EVIDENCE_FACTORY, SANTOS_2015):
        found = aggregate_effect(pieces, policy)
        distance = flip_distance(found.masses, policy)
        assert (distance is None) == (found.range is None)
        assert distance is None or 0 <= distance <= 1


def test_bounds_are_scaled_and_moved_unless_they_would_cross(review: Review):
    results = intensity_bounds.run(of_effect(review, "accuracy"))
    scaled = [one.value("scale") for one in results if "scale" in dict(one.setting)]
    moved = [tuple(dict(one.setting).values()) for one in results if "scale" not in dict(one.setting)]
    assert scaled == list(review.sensitivity.intensity_bounds.scale)
    # Of 2, 5, 10, 15, 20, 25: 0.8 · 25 = 20 meets its neighbour.
    assert ("correctness", 2.0, 1.6) in moved
    assert ("correctness", 25.0, 30.0) in moved
    assert ("correctness", 25.0, 20.0) not in moved
    assert len(moved) == 11


def test_moved_bounds_read_improvements_again_and_leave_stated_ranges(review: Review):
    measured = replace(body("WN", 0.5), improvement=Improvement(-5.5, None, 0.0, 1, 1, ()))
    case = case_of(review, [measured, body("SP", 0.4, number=1)])
    by_setting = {one.setting: one for one in intensity_bounds.run(case)}
    moved = by_setting[("family", "correctness"), ("bound", 5.0), ("value", 6.0)]
    assert moved.extra == Moved((measured.evidence_model,))
    assert moved.range == levels("WN-IF")
    same = by_setting[("family", "correctness"), ("bound", 5.0), ("value", 4.0)]
    assert (same.range, same.extra) == (levels("WN"), Moved(()))


def test_every_discount_policy_and_none_is_tried(review: Review):
    case = of_effect(review, "accuracy")
    results = {one.value("policy"): one for one in discount.run(case)}
    assert set(results) == {"iqr", "sample-and-variation", "none"}
    assert results["iqr"].belief == case.conclusion.belief
    undiscounted = [
        replace(one, discount=replace(one.discount, belief_value=one.study_belief.value)) for one in case.evidence
    ]
    assert results["none"].belief == aggregate_effect(tuple(undiscounted), case.policy).belief


def test_a_policy_whose_statistics_are_missing_is_left_out(review: Review):
    piece = replace(body("WP", 0.6), improvement=Improvement(12.0, None, None, 9, 9, ()))
    assert [one.value("policy") for one in discount.run(case_of(review, [piece]))] == ["none"]


def test_readings_and_thresholds_are_crossed(review: Review):
    case = of_effect(review, "gpu_power_draw")
    results = {(one.value("policy"), one.value("threshold")): one.range for one in reading.run(case)}
    assert len(results) == 2 * len(review.sensitivity.reading.thresholds)
    assert results["evidence_factory", 0.75] == case.range == levels("IF-WP")
    assert results["evidence_factory", 0.65] == levels("WP")


def test_dependence_by_hand(review: Review):
    """A study with three models in the synthesis, two of which report the effect, and one with a single model."""
    pieces = [body("WP", 0.6, "a", 0), body("WP", 0.6, "a", 1), body("IF", 0.3, "b", 2)]
    case = case_of(review, pieces)
    three = replace(case.plan, evidence_models=(*case.plan.evidence_models, "a/m9"))
    results = {one.setting: one for one in dependence.run(replace(case, plan=three))}
    assert len(results) == 8

    def combined(wp: float, models: int) -> float:
        together, against = 1 - (1 - wp) ** models, 0.3
        return together * (1 - against) / (1 - together * against)

    def found(way: str, policy: str = "none") -> float | None:
        return results[("dependence", way), ("discount", policy)].belief

    assert found("as_is") == pytest.approx(combined(0.6, 2))
    assert found("mass_preserving") == pytest.approx(combined(1 - 0.4 ** (1 / 3), 2))
    assert found("equal_split") == pytest.approx(combined(0.2, 2))
    assert found("one_per_study") == pytest.approx(combined(0.6, 1))
    # The policy rounds to three decimals: 1 − 0.4^(1/3) becomes 0.263.
    assert found("mass_preserving", "policy") == pytest.approx(combined(0.263, 2))


def test_mass_preserving_values_combine_to_the_study_belief_again():
    for value in (0.0, 1e-12, 0.3, 0.6588, 1 - 1e-12, 1.0):
        split = dependence.mass_preserving(value, 7)
        together = -math.expm1(7 * math.log1p(-split)) if split < 1 else 1.0
        assert together == pytest.approx(value, rel=1e-12)


def test_the_strongest_model_of_a_study_speaks_and_the_first_of_equals():
    pieces = [body("WP", 0.4, "a", 0), body("IF", 0.6, "a", 1), body("SP", 0.6, "a", 2), body("IF", 0.1, "b", 3)]
    assert dependence.strongest_of_each_study(pieces) == [pieces[1], pieces[3]]


@given(pieces=evidence(most=5))
@settings(max_examples=40)
def test_rules_keep_all_mass_and_agree_without_conflict(pieces):
    bodies_ = [simple_support(one) for one in pieces]
    kept = {name: sum(combine(bodies_).values()) for name, combine in RULES.items()}
    assert kept == pytest.approx(dict.fromkeys(RULES, 1.0))
    if exactly(pieces).kept == 1:
        alike = [as_masses(RULES[name](bodies_)) for name in ("yager", "dubois_prade", "unnormalised")]
        assert {one.range: pytest.approx(one.mass) for one in alike[0]} == {one.range: one.mass for one in alike[1]}
        assert alike[0] == alike[2]


def test_zadehs_example_under_every_rule(review: Review):
    """{M .99, T .01} and {C .99, T .01} cannot be said by simple supports; two certain enemies can."""
    pieces = bodies(("SN", 0.9), ("WP", 0.8))
    found = {one.value("rule"): one for one in rule.run(case_of(review, pieces))}
    assert found["dempster"].belief == pytest.approx(0.9 * 0.2 / 0.28)
    assert found["yager"].belief == found["unnormalised"].belief == pytest.approx(0.18)
    assert found["averaging"].belief == pytest.approx(0.45)
    joined = as_masses(RULES["dubois_prade"]([simple_support(one) for one in pieces]))
    assert belief(joined, levels("SN-WP")) == pytest.approx(0.98)
    assert {one.conflict for one in found.values()} == {found["dempster"].conflict}


def test_sets_with_gaps_count_where_they_fit():
    gap = {0b0010001: 0.5, 0b0000001: 0.25, 0b1111111: 0.25}
    found = as_masses(gap)
    assert belief(found, levels("SN-WP")) == 0.75
    assert belief(found, levels("SN-IF")) == 0.25


def test_total_conflict_stays_one_under_every_rule_that_knows_conflict(review: Review):
    found = {one.value("rule"): one for one in rule.run(case_of(review, bodies(("SN", 1.0), ("SP", 1.0))))}
    assert [found[name].range for name in ("dempster", "yager", "unnormalised")] == [None, None, None]
    assert found["averaging"].range == levels("SN")


def test_studies_accumulate_by_year_of_publication(review: Review):
    case = of_effect(review, "inference_latency")
    results = {one.value("up_to_year"): one for one in cumulative.run(case)}
    assert list(results) == [2022, 2024, 2025]
    assert results[2025].belief == case.conclusion.belief
    early = tuple(one for one in case.evidence if review.study(one.study).bibliography.year <= 2022)
    assert results[2022].belief == aggregate_effect(early, case.policy).belief
