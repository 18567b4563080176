"""The verdict rule, and subgroups beside the full synthesis."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.aggregation.aggregate import aggregate_effect, aggregate_plan
from generator.conversion import convert
from generator.model.review import Review
from generator.model.scenario import Question, Robustness, ScenarioResult, VerdictRule
from generator.model.synthesis import Conflict
from generator.sensitivity.subgroups import compared, subgroups
from generator.sensitivity.verdict import verdict
from tests.bodies import EVIDENCE_FACTORY, bodies, levels

RULE = VerdictRule(((Question.DISCOUNT, 0.5), (Question.READING, 1.0), (Question.STUDY_BELIEF, 0.9)), 0.6, "a test")
CONCLUSION = aggregate_effect(bodies(("WP", 0.6)), EVIDENCE_FACTORY)


def answers(question: Question, *ranges: str) -> list[ScenarioResult]:
    return [
        ScenarioResult(question, "accuracy", (("setting", place),), levels(one), 0.5, Conflict(0.0, 0.0, 0.0))
        for place, one in enumerate(ranges)
    ]


def share(value: float) -> ScenarioResult:
    setting = (("share_holding", value),)
    return ScenarioResult(Question.STUDY_BELIEF, "accuracy", setting, levels("WP"), 0.6, Conflict(0.0, 0.0, 0.0))


@pytest.mark.parametrize(
    ("discount", "reading", "belief", "expected"),
    [
        (("WP", "WP"), ("WP",), 0.9, Robustness.ROBUST),
        (("WP", "IF"), ("WP",), 1.0, Robustness.ROBUST),
        (("WP", "IF", "SP"), ("WP",), 1.0, Robustness.DEPENDS),
        (("WP", "WP"), ("WP", "IF"), 1.0, Robustness.DEPENDS),
        (("WP", "WP"), ("WP",), 0.89, Robustness.DEPENDS),
        (("IF", "IF"), ("IF",), 0.95, Robustness.FRAGILE),
        (("IF", "IF"), ("IF",), 0.0, Robustness.FRAGILE),
    ],
)
def test_the_rule_counts_failed_questions(discount, reading, belief, expected):
    results = [*answers(Question.DISCOUNT, *discount), *answers(Question.READING, *reading), share(belief)]
    found = verdict(RULE, CONCLUSION, results)
    assert found.robustness is expected
    assert bool(found.reasons) == (expected is not Robustness.ROBUST)


def test_reasons_name_the_settings_that_flipped_it():
    found = verdict(RULE, CONCLUSION, [*answers(Question.READING, "WP", "IF", "SP"), share(1.0)])
    (reason,) = found.reasons
    assert (reason.question, reason.flipped) == (Question.READING, ((("setting", 1),), (("setting", 2),)))
    assert reason.holding == pytest.approx(1 / 3)


def test_a_question_that_could_not_be_asked_does_not_count():
    assert len(verdict(RULE, CONCLUSION, [share(1.0)]).trials) == 1


def test_without_a_range_there_is_no_verdict():
    torn = aggregate_effect(bodies(("SN", 1.0), ("SP", 1.0)), EVIDENCE_FACTORY)
    assert verdict(RULE, torn, []).robustness is Robustness.NO_CONCLUSION


def test_subgroups_come_from_the_aspects_and_keep_two_studies(review: Review):
    plan, evidence = review.plans[0], convert(review).pieces
    full = aggregate_plan(review, plan, evidence)
    found = subgroups(review, plan, full, evidence)
    assert len({one.synthesis.id for one in found}) == len(found) > 3
    for group in found:
        models = group.synthesis.evidence_models
        assert len({model.partition("/")[0] for model in models}) >= 2
        assert 0 < len(models) < len(plan.evidence_models)
        assert list(models) == [model for model in plan.evidence_models if model in models]
        for comparison in group.comparisons:
            own = group.synthesis.effect(comparison.effect)
            assert (comparison.range, comparison.belief) == (own.range, own.belief)
    by_name = {(one.aspect, one.value): one for one in found}
    for model in by_name["weights", "int8"].synthesis.evidence_models:
        assert review.evidence_model(model).aspect("weights") == ("int8",)
    assert any(one.aspect == "technique" for one in found)


def test_a_subgroup_contradicts_only_what_it_leaves_implausible():
    full = aggregate_effect(bodies(("WP", 0.9)), EVIDENCE_FACTORY)

    def against(*supports: tuple[str, float]) -> bool:
        return compared(full, aggregate_effect(bodies(*supports), EVIDENCE_FACTORY), 0.5).contradicts

    assert against(("SN", 0.6))
    assert not against(("SN", 0.4))
    assert not against(("WP-PO", 0.9))
    assert not against(("WP", 0.1))
    assert not against(("SN", 1.0), ("SP", 1.0))
    nothing = replace(full, range=None, belief=None)
    assert not compared(nothing, full, 0.5).contradicts
