"""What becomes of an aspect in a synthesis follows from its values and from the decision about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.review import ConceptDecision
from generator.views.common_concepts import JOINED, KEPT, REMOVED, SAME, UNDECIDED, common_concepts
from generator.views.synthesis_tables import decisions_table, dependence, different_sentence, different_table, made_of


@pytest.fixture(scope="module")
def plan(review):
    """The case study's synthesis, without a decision."""
    return replace(review.plan("full"), concepts=())


def fate(review, plan, title):
    return next(one for one in common_concepts(review, plan) if one.title == title)


def decided(plan, action, into=None):
    return replace(plan, concepts=(ConceptDecision("weights", action, into, "So it was."),))


def test_an_aspect_that_differs_without_a_decision_is_said_to(review, plan):
    found = fate(review, plan, "Precision of weights")
    assert found.fate == UNDECIDED
    assert found.because == ""
    assert "precision of weights" in different_sentence([found])
    assert [row[0].text for row in different_table([found]).rows] == [found.title]
    assert decisions_table([found]).rows == ()


def test_an_aspect_that_is_the_same_in_all_needs_no_decision(review, plan):
    one = replace(plan, evidence_models=plan.evidence_models[:1])
    found = common_concepts(review, one)
    assert {each.fate for each in found} == {SAME}
    assert different_sentence(found) == ""
    assert len(decisions_table(found).rows) == len(found)


def test_what_only_some_evidence_models_give_is_no_common_value(review, plan):
    given = [model for model in plan.evidence_models if review.evidence_model(model).aspect("framework")]
    lacking = [model for model in plan.evidence_models if not review.evidence_model(model).aspect("framework")]
    assert given
    assert lacking
    found = fate(review, replace(plan, evidence_models=(given[0], lacking[0])), "Framework")
    assert found.fate == UNDECIDED
    assert found.counted[-1] == "not known (1)"


@pytest.mark.parametrize(("action", "into"), [(KEPT, None), (JOINED, "any width"), (REMOVED, None)])
def test_a_decision_is_told_with_its_reason(review, plan, action, into):
    found = fate(review, decided(plan, action, into), "Precision of weights")
    assert (found.fate, found.into, found.because) == (action, into or "", "So it was.")
    (row,) = decisions_table([found]).rows
    assert [cell.text for cell in row[1:3]] == [action, into or "–"]
    assert row[-1].text == "So it was."


def test_every_value_is_counted_once_for_each_evidence_model_that_gives_it(review, plan):
    for found in common_concepts(review, plan):
        assert [count for _, count in found.values] == sorted((count for _, count in found.values), reverse=True)
        assert sum(count for _, count in found.values) + found.unknown >= len(plan.evidence_models)
        assert max(count for _, count in found.values) + found.unknown <= len(plan.evidence_models)


def test_the_sentence_counts_what_was_combined_joined_and_removed(review, full, plan):
    none = made_of(full, common_concepts(review, plan))
    assert none.startswith("19 evidence models from 6 studies are combined into conclusions about 11 effects.")
    assert none.endswith("No concept was joined or removed.")
    joined = made_of(full, common_concepts(review, decided(plan, JOINED, "any width")))
    assert joined.endswith("1 aspect is joined into a more general concept, and none are removed.")


def test_dependence_names_the_study_that_supplies_most(review, full):
    assert "8 of 19" in dependence(review, full)
    one = replace(full, evidence_models=full.evidence_models[:1])
    assert dependence(review, one).startswith("No study supplies more than one")
