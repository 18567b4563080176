"""Conflict by study, change of belief, and conclusions without a piece of evidence."""

from __future__ import annotations

import math

import pytest

from generator.aggregation import aggregate_effect, without_each
from generator.aggregation.aggregate import change_of_belief
from tests.bodies import EVIDENCE_FACTORY, body


def test_conflict_is_found_between_the_studies_that_disagree():
    evidence = (body("SP", 0.9, "a", 1), body("SP", 0.5, "b", 2), body("SN", 0.6, "c", 3))
    found = aggregate_effect(evidence, EVIDENCE_FACTORY).study_conflicts
    assert [one.studies for one in found] == [("a", "c"), ("b", "c")]
    assert found[0].weight == pytest.approx(-math.log10(1 - 0.54), rel=1e-12)


def test_conflict_within_a_study_is_its_own():
    evidence = (body("SP", 0.9, "a", 1), body("SN", 0.5, "a", 2))
    (found,) = aggregate_effect(evidence, EVIDENCE_FACTORY).study_conflicts
    assert found.studies == ("a", "a")


@pytest.mark.parametrize(
    ("points", "words"),
    [(5, "reinforced"), (4, "slightly reinforced"), (1, "slightly reinforced"), (0, "unchanged"), (-1, "weakened")],
)
def test_change_of_belief_has_four_classes(points, words):
    assert change_of_belief(points) == words


def test_half_a_point_rounds_away_from_zero():
    up = aggregate_effect((body("SP", 0.9, "a", 1), body("SP", 0.05, "b", 2)), EVIDENCE_FACTORY)
    assert up.delta_points == 1  # 0.905 − 0.9
    down = aggregate_effect((body("SP", 0.5, "a", 1), body("SN", 0.02 / 1.01, "b", 2)), EVIDENCE_FACTORY)
    assert down.delta_points == -1


def test_leaving_one_out_is_the_same_as_never_having_had_it(review, full):
    without = dict(without_each(review, full))
    accuracy = full.effect("accuracy")
    assert sum(key[1] == "accuracy" for key in without) == len(accuracy.evidence) == 17
    for piece in accuracy.evidence:
        rest = tuple(one for one in accuracy.evidence if one is not piece)
        again, left = aggregate_effect(rest, EVIDENCE_FACTORY), without["full", "accuracy", piece.evidence_model]
        assert (left.range, left.belief, left.is_total_conflict) == (again.range, again.belief, not again.masses)


def test_an_effect_with_one_evidence_model_has_nothing_to_leave_out(review, full):
    assert not [key for key in dict(without_each(review, full)) if key[1] == "dsc"]
