"""Does the conclusion hold if study beliefs are a little higher or lower?

Each study's B is drawn uniformly from ± ``half_width`` around its value, within the band of the study's type; one
draw serves all evidence models of the study, and every effect. A belief value follows through the discount factors,
which do not depend on B; nothing is rounded here, although the published discount rules round their result.
Replications are numbered, and each depends on the seed and its number only: blocks of them can be computed anywhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.aggregation import batches
from generator.conversion.spread_discount import kept_share
from generator.model.evidence import EffectEvidence
from generator.model.scenario import BeliefQuantiles, Question, ScenarioResult
from generator.sensitivity.case import Case, unchanged

QUESTION = Question.STUDY_BELIEF
BLOCK = 50_000
"""Replications in a block: a few milliseconds of work."""
MANY, FEWEST, MOST_WORK = 100, 2_000, 2_000_000
"""Beyond ``MANY`` evidence models, replications times evidence models stay near ``MOST_WORK``, as long as there are
``FEWEST`` replications, which tell a share to within two percentage points. A hundred thousand replications of 3,300
evidence models would take seven and a half minutes for one effect."""


@dataclass(frozen=True, slots=True)
class Replications:
    """Replications ``first`` … ``first + count − 1``."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """In how many replications of a block the conclusion holds, and the belief in its range in each that has a
    result."""

    holding: int
    belief: NDArray[np.float64]


def run(case: Case) -> tuple[ScenarioResult, ...]:
    """One result, whatever the blocks."""
    return joined(case, [part(case, block) for block in parts(case)])


def parts(case: Case) -> tuple[Replications, ...]:
    """The replications in blocks."""
    draws = draws_of(case) if case.range is not None else 0
    return tuple(Replications(first, min(BLOCK, draws - first)) for first in range(0, draws, BLOCK))


def draws_of(case: Case) -> int:
    """How many replications the review asks for, or can have."""
    asked, models = case.review.sensitivity.study_belief.draws, len(case.evidence)
    return asked if models <= MANY else min(asked, max(FEWEST, MOST_WORK // models))


def part(case: Case, block: Replications) -> Drawn:
    """One block of replications."""
    turn = {study: place for place, study in enumerate(case.all_studies)}
    reach = [_reach(case, piece) for piece in case.evidence]
    drawn = batches.draws(
        [piece.range for piece in case.evidence],
        [low for low, _ in reach],
        [high for _, high in reach],
        [turn[piece.study] for piece in case.evidence],
        case.policy,
        seed=case.review.sensitivity.study_belief.seed,
        first=block.first,
        count=block.count,
        target=case.range,
    )
    found = drawn.readings != batches.NO_RESULT
    return Drawn(int((drawn.readings == case.place).sum()), drawn.belief[found])


def joined(case: Case, blocks: Sequence[Drawn]) -> tuple[ScenarioResult, ...]:
    """The share over all blocks, which must stand in order."""
    rule = case.review.sensitivity.study_belief
    draws = draws_of(case)
    share = sum(block.holding for block in blocks) / draws
    setting = (("seed", rule.seed), ("draws", draws), ("share_holding", share))
    beliefs = np.sort(np.concatenate([block.belief for block in blocks])) if blocks else np.empty(0)
    return (unchanged(case, QUESTION, setting, _quantiles(beliefs)),)


def study_belief_reach(case: Case, piece: EffectEvidence) -> tuple[float, float]:
    """The least and the largest B of a study. A published B outside its band stays within reach."""
    value, lower = piece.study_belief.value, piece.study_belief.lower
    half_width = case.review.sensitivity.study_belief.half_width
    least = max(lower, value - half_width, 0.0)
    most = min(lower + case.review.rules.band_width, value + half_width, 1.0)
    return min(value, least), max(value, most)


def _reach(case: Case, piece: EffectEvidence) -> tuple[float, float]:
    least, most = study_belief_reach(case, piece)
    keep = math.prod(kept_share(piece.discount.factors))
    return least * keep, most * keep


def _quantiles(ordered: NDArray[np.float64]) -> BeliefQuantiles | None:
    if not len(ordered):
        return None
    low, median, high = (float(ordered[math.ceil(share * len(ordered)) - 1]) for share in (0.05, 0.5, 0.95))
    return BeliefQuantiles(low, median, high)
