"""A subgroup beside the full synthesis: what differs is counted and named, and every study of it is listed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.review import Review
from generator.model.scenario import SynthesisSensitivity
from generator.sensitivity import run
from generator.views.subgroup import CONTRADICTS, SAME, index_table, sentence, subgroup_view


@pytest.fixture(scope="module")
def asked(review: Review) -> SynthesisSensitivity:
    return run(review, questions=(), synthesis="full").of("full")


def test_every_conclusion_stands_beside_the_full_one(review, asked):
    assert asked.subgroups
    for group in asked.subgroups:
        view = subgroup_view(review, asked.synthesis, group)
        assert len(view.conclusions.rows) == len(group.comparisons)
        for row, one in zip(view.conclusions.rows, group.comparisons, strict=True):
            assert row[1].range == one.range
            assert row[4].range == asked.synthesis.effect(one.effect).range
            assert (row[-1].text == CONTRADICTS) == one.contradicts
            assert (row[-1].text == SAME) == (one.range is not None and one.range == one.full_range)


def test_the_sentence_names_what_speaks_against_the_full_synthesis(review, asked):
    for group in asked.subgroups:
        said = sentence(review, group)
        against = [one for one in group.comparisons if one.contradicts]
        assert ("speaks against" in said) == bool(against)
        if against:
            assert f"on {len(against)} its evidence" in said


def test_a_subgroup_that_agrees_says_so(review, asked):
    group = asked.subgroups[0]
    same = tuple(replace(one, range=one.full_range, contradicts=False) for one in group.comparisons)
    assert sentence(review, replace(group, comparisons=same)).startswith("The same range as the full synthesis")


def test_every_study_of_it_is_listed_with_its_evidence_models(review, asked):
    for group in asked.subgroups:
        view = subgroup_view(review, asked.synthesis, group)
        assert sum(int(row[1].text) for row in view.members.rows) == len(group.synthesis.evidence_models)
        assert len(view.members.rows) >= review.sensitivity.subgroups.least_studies


def test_the_index_lists_every_subgroup_once(review, asked):
    rows = [row for _, _, table in index_table(review, asked.subgroups) for row in table.rows]
    assert len({row[0].link for row in rows}) == len(rows) == len(asked.subgroups)
