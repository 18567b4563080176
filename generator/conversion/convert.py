"""The stage: every effect of every evidence model becomes a body of evidence, for each discount policy in use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.conversion.improvement import improvement
from generator.conversion.intensity import intensity_range
from generator.conversion.spread_discount import discounted
from generator.conversion.study_belief import study_belief
from generator.model.evidence import EffectEvidence, StudyBelief
from generator.model.review import Review
from generator.model.rules import MethodRules, Policy
from generator.model.study import EffectRecord, EvidenceModel, Stated


@dataclass(frozen=True, slots=True)
class Evidence:
    """Bodies of evidence by discount policy, each tuple in the order of the study files.

    The first policy is that of the review's first synthesis.
    """

    by_policy: tuple[tuple[str, tuple[EffectEvidence, ...]], ...]

    def under(self, policy: str) -> tuple[EffectEvidence, ...]:
        """The bodies of evidence under a discount policy. Raises ``KeyError`` if no synthesis uses it."""
        return dict(self.by_policy)[policy]

    @property
    def pieces(self) -> tuple[EffectEvidence, ...]:
        """The bodies of evidence under the policy of the review's first synthesis."""
        return self.by_policy[0][1]


def convert(review: Review) -> Evidence:
    """Bodies of evidence for every discount policy that a synthesis of the review uses."""
    used = dict.fromkeys(plan.discount for plan in review.plans)
    policies = (review.rules.discount_policy(policy) for policy in used)
    return Evidence(tuple((policy.id, tuple(pieces(review, policy))) for policy in policies))


def pieces(review: Review, policy: Policy) -> Iterator[EffectEvidence]:
    """Bodies of evidence under one discount policy, in the order of the study files."""
    for study in review.studies:
        belief = study_belief(study, review.rules)
        for model in study.evidence_models:
            for record in model.effects:
                yield piece(model, record, belief, policy, review.rules)


def piece(
    model: EvidenceModel, record: EffectRecord, belief: StudyBelief, policy: Policy, rules: MethodRules
) -> EffectEvidence:
    """One body of evidence: belief value on the range, the rest on Θ (method page, equation 8)."""
    measured = improvement(record.measurement, rules.metric(record.metric).direction)
    if isinstance(record.measurement, Stated):
        found = record.measurement.range
    else:
        assert measured is not None
        found = intensity_range(measured.mean, rules.bands(rules.effect(record.effect).family))
    return EffectEvidence(
        evidence_model=model.id,
        study=model.study,
        effect=record.effect,
        range=found,
        improvement=measured,
        study_belief=belief,
        discount=discounted(belief.value, measured, policy),
        record=record,
    )
