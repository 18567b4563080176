"""Does the conclusion hold under the other reading policies and thresholds?"""

from __future__ import annotations

from dataclasses import replace

from generator.model.rules import Policy
from generator.model.scenario import Question, ScenarioResult
from generator.sensitivity.case import Case, scenario

QUESTION = Question.READING
THRESHOLD = "share"
"""The parameter of a reading policy that is varied."""


def run(case: Case) -> tuple[ScenarioResult, ...]:
    """Every reading policy of the review with every threshold."""
    return tuple(
        scenario(
            case,
            QUESTION,
            (("policy", policy.id), ("threshold", threshold)),
            case.evidence,
            policy=with_threshold(policy, threshold),
        )
        for policy in case.review.rules.reading_policies
        for threshold in case.review.sensitivity.reading.thresholds
    )


def with_threshold(policy: Policy, threshold: float) -> Policy:
    """The policy with another threshold, 0–1."""
    others = tuple((name, value) for name, value in policy.parameters if name != THRESHOLD)
    return replace(policy, parameters=((THRESHOLD, threshold), *others))
