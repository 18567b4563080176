"""Belief values from other study beliefs, or under another discount policy."""

from __future__ import annotations

from dataclasses import replace

from generator.conversion.spread_discount import discounted
from generator.model.evidence import Discount, EffectEvidence
from generator.model.rules import Policy

NONE = "none"
"""No discount at all: the belief value is the study belief, unrounded."""


def with_belief(piece: EffectEvidence, study_belief: float, policy: Policy | None) -> EffectEvidence:
    """The body of evidence with another study belief, 0–1, discounted by ``policy`` (None: not at all).

    Raises ``ValueError`` if the policy needs a statistic that is missing.
    """
    if policy is None:
        return replace(piece, discount=Discount(NONE, (), study_belief))
    return replace(piece, discount=discounted(study_belief, piece.improvement, policy))
