"""What a change of the evidence does to a review, before anybody takes it up."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.change import Comparison
from generator.model.evidence import EffectEvidence
from generator.model.problem import Problem
from generator.model.review import Review
from generator.model.scenario import Robustness


@dataclass(frozen=True, slots=True)
class FirmnessChange:
    """The verdict on a claim that both states have, where it became another one."""

    synthesis: str
    effect: str
    before: Robustness
    after: Robustness


@dataclass(frozen=True, slots=True)
class PieceChange:
    """A body of evidence of a corrected study, before and after; None where one state does not have it."""

    study: str
    evidence_model: str
    effect: str
    before: EffectEvidence | None
    after: EffectEvidence | None


@dataclass(frozen=True, slots=True)
class Impact:
    """Two states of the evidence and what lies between them.

    ``new`` are the bodies of evidence of the studies that were added, in the order of their files, under the discount
    policy of the first synthesis; ``corrected`` are those of studies whose files were edited, as far as improvement,
    range or belief value are others. ``firmness`` is empty if no conclusion changed. ``doubts`` are the warnings that
    came, ``settled`` those that went.
    """

    before: Review
    after: Review
    comparison: Comparison
    new: tuple[EffectEvidence, ...]
    firmness: tuple[FirmnessChange, ...]
    doubts: tuple[Problem, ...]
    settled: tuple[Problem, ...]
    corrected: tuple[PieceChange, ...] = ()
