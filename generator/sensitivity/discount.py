"""Does the conclusion hold under the other discount policies, and without any discount?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.evidence import EffectEvidence
from generator.model.rules import Policy
from generator.model.scenario import Question, ScenarioResult
from generator.sensitivity.case import Case, scenario
from generator.sensitivity.discounting import NONE, with_belief

QUESTION = Question.DISCOUNT


def run(case: Case) -> tuple[ScenarioResult, ...]:
    """Each policy of the review whose statistics the evidence has, then none at all (unrounded study beliefs)."""
    return tuple(
        scenario(case, QUESTION, (("policy", name),), evidence) for name, evidence in _variants(case) if evidence
    )


def _variants(case: Case) -> Iterator[tuple[str, tuple[EffectEvidence, ...] | None]]:
    policies = case.review.rules.discount_policies
    for policy in policies:
        yield policy.id, _under(case, policy)
    if all(policy.id != NONE for policy in policies):
        yield NONE, _under(case, None)


def _under(case: Case, policy: Policy | None) -> tuple[EffectEvidence, ...] | None:
    try:
        return tuple(with_belief(piece, piece.study_belief.value, policy) for piece in case.evidence)
    except ValueError:
        return None
