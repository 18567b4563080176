"""How much the evidence contradicts itself, and which studies do (method page, equation 11)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from generator.aggregation.simple_support import Support, Supports, combine_supports
from generator.model.evidence import EffectEvidence
from generator.model.scale import RANGES
from generator.model.synthesis import MOST_PAIRED, Conflict, StudyConflict


def support(piece: EffectEvidence) -> Support:
    """A body of evidence as the closed form takes it."""
    return int(piece.range.low), int(piece.range.high), piece.belief_value


def conflict(evidence: Sequence[EffectEvidence], combined: Supports) -> Conflict:
    """Conflict of ``evidence`` in its order, given what all of it combines to."""
    return conflict_of(combined, combine_supports(map(support, evidence[:-1])), evidence[-1])


def conflict_of(combined: Supports, before: Supports, last: EffectEvidence) -> Conflict:
    """The same where it is known what all but the ``last`` combine to. The K of the last pairwise step is the last
    body's mass times what the others put on ranges disjoint from its own."""
    if not combined.masses:
        return Conflict(None, 1.0, None)
    others = zip(RANGES, before.masses, strict=True)
    disjoint = (mass for one, mass in others if one.mask & last.range.mask == 0)
    return Conflict(last.belief_value * math.fsum(disjoint), combined.conflict, combined.weight)


def study_conflicts(evidence: Sequence[EffectEvidence]) -> tuple[StudyConflict, ...]:
    """Conflict within each study and between each two: the weight that the evidence of the two creates beyond
    what each creates within itself. Only weights above 0, the largest first; inf is total conflict. More than
    ``MOST_PAIRED`` studies are not compared."""
    by_study: dict[str, list[Support]] = {}
    for piece in evidence:
        by_study.setdefault(piece.study, []).append(support(piece))
    if len(by_study) > MOST_PAIRED:
        return ()
    alone = {study: combine_supports(supports).weight for study, supports in by_study.items()}
    found = [StudyConflict((study, study), weight) for study, weight in alone.items()]
    for one, other in combinations(by_study, 2):
        together = combine_supports(by_study[one] + by_study[other]).weight
        found.append(StudyConflict((one, other), _beyond(together, alone[one] + alone[other])))
    return tuple(sorted((c for c in found if c.weight > 0), key=lambda c: (-c.weight, c.studies)))


def _beyond(together: float, within: float) -> float:
    return 0.0 if math.isinf(within) or together - within < 1e-12 else together - within
