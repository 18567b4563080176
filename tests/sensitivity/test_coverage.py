"""What has been measured: every evidence model has its place on every map, and every cell is a true synthesis."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from generator.aggregation import aggregate_plan
from generator.conversion import convert
from generator.model.coverage import TECHNIQUE, CoverageMap
from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.sensitivity.coverage import coverage


@pytest.fixture(scope="module")
def maps(shipped: Review, shipped_syntheses: dict[str, Synthesis]) -> tuple[CoverageMap, ...]:
    return coverage(shipped, shipped_syntheses["full"])


def test_techniques_come_first_and_alone(maps):
    assert maps[0].axes == (TECHNIQUE,)
    assert all(one.axes != (TECHNIQUE,) for one in maps[1:])


def test_aspects_of_the_technology_are_crossed_with_the_technique(shipped, maps):
    for one in maps[1:]:
        technology = shipped.rules.aspect(one.axes[-1]).archetype == "technology"
        assert one.axes[:-1] == ((TECHNIQUE,) if technology else ())


def test_every_evidence_model_has_a_row_on_every_map(shipped_syntheses, maps):
    everyone = set(shipped_syntheses["full"].evidence_models)
    for one in maps:
        assert {model for row in one.rows for model in row.evidence_models} == everyone, one.axes


def test_a_row_holds_what_its_values_say_and_nothing_else(shipped, maps):
    for one in maps:
        for row in one.rows:
            for model in map(shipped.evidence_model, row.evidence_models):
                for axis, value in zip(one.axes, row.values, strict=True):
                    values = (model.technique,) if axis == TECHNIQUE else model.aspect(axis)
                    assert value in values or (value is None and not values)


def test_a_cell_is_the_synthesis_of_its_evidence_models_alone(shipped, maps):
    plan = shipped.plan("full")
    evidence = convert(shipped).under(plan.discount)
    for one in maps[:3]:
        for row in one.rows:
            alone = aggregate_plan(shipped, replace(plan, evidence_models=row.evidence_models), evidence)
            assert [(c.effect, c.range, c.belief, c.masses) for c in row.conclusions] == [
                (c.effect, c.range, c.belief, c.masses) for c in alone.effects
            ]


def test_rows_follow_the_order_of_techniques_and_vocabularies_and_end_with_the_unknown(shipped, maps):
    for one in maps:
        orders = []
        for axis in one.axes:
            known = shipped.rules.techniques if axis == TECHNIQUE else _terms(shipped, axis)
            orders.append([*(value.id for value in known), None])
        places = [
            tuple(order.index(value) for order, value in zip(orders, row.values, strict=True)) for row in one.rows
        ]
        assert all(before < after for before, after in pairwise(places))


def test_an_aspect_that_does_not_differ_has_no_map(shipped, maps):
    for one in maps[1:]:
        assert len({row.values[-1] for row in one.rows} - {None}) > 1, one.axes


def _terms(review, axis):
    return review.rules.terms(review.rules.aspect(axis).vocabulary)
