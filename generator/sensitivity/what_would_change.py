"""How strong would one more body of evidence have to be to change the conclusion, for each range it could state?

One more body with belief value b on a range A turns the masses m into (1 − b)·m + b·m(· | A) before normalising, so
every belief is linear in b, and so is the difference of any two beliefs, or of one and a share of another. The
outcome of a comparison can change only where such a difference is zero. Between two neighbouring zeros the reading
is the same throughout: it is taken once between each two of them and once on each, and the first that differs
gives the smallest b, as an infimum. Nothing is bisected: the reading may change back and forth.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.aggregation import batches
from generator.model.scale import LEVELS, RANGES, IntensityRange
from generator.model.scenario import Question, ScenarioResult, Turn
from generator.sensitivity.case import Case, unchanged

QUESTION = Question.WHAT_WOULD_CHANGE
Floats = NDArray[np.float64]

STATED = tuple(one for one in RANGES if one.width <= 2)
"""The 13 ranges a study may state."""
_INSIDE: Floats = np.array([[float(part.mask & ~whole.mask == 0) for part in RANGES] for whole in RANGES])
_PLACE = {one.mask: place for place, one in enumerate(RANGES)}
_PAIRS = np.array([(x, y) for x in range(len(RANGES)) for y in range(len(RANGES)) if x != y])


def run(case: Case) -> tuple[ScenarioResult, ...]:
    """One result per range that could be stated, from SN to SP; nothing can change a total conflict."""
    masses = np.zeros(len(RANGES))
    for one in case.conclusion.masses:
        masses[_PLACE[one.range.mask]] = one.mass
    return tuple(_result(case, stated, masses) for stated in STATED)


def _result(case: Case, stated: IntensityRange, masses: Floats) -> ScenarioResult:
    smallest, becomes = (None, None) if case.conclusion.is_total_conflict else _smallest(case, stated, masses)
    names = tuple(LEVELS[level].name for level in stated.levels)
    setting = (("stated_range", names), ("smallest_belief_value", smallest))
    return unchanged(case, QUESTION, setting, Turn(becomes))


def _smallest(case: Case, stated: IntensityRange, masses: Floats) -> tuple[float | None, IntensityRange | None]:
    given = conditioned(masses, stated)
    zeros = crossings(_INSIDE @ masses, _INSIDE @ given, case.policy.parameter("share"))
    values, smallest = _probes(zeros)
    rows = np.outer(1 - values, masses) + np.outer(values, given)
    totals = rows.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        found = batches.readings(rows / totals, case.policy)
    differs = np.flatnonzero(found != (batches.NO_RANGE if case.place is None else case.place))
    if not len(differs):
        return None, None
    code = int(found[differs[0]])
    return float(smallest[differs[0]]), RANGES[code] if code >= 0 else None


def conditioned(masses: Floats, stated: IntensityRange) -> Floats:
    """What of the masses (28,) falls on which range once the truth lies in ``stated``; not normalised."""
    found = np.zeros(len(RANGES))
    for one, mass in zip(RANGES, masses, strict=True):
        if common := one.mask & stated.mask:
            found[_PLACE[common]] += mass
    return found


def crossings(before: Floats, after: Floats, share: float) -> Floats:
    """Every b in (0, 1), rising, at which a belief equals another, or ``share`` of another.

    ``before`` and ``after`` are the beliefs in the 28 ranges at b = 0 and at b = 1.
    """
    x, y = _PAIRS.T
    starts = np.concatenate([before[x] - factor * before[y] for factor in (1.0, share)])
    ends = np.concatenate([after[x] - factor * after[y] for factor in (1.0, share)])
    crossing = (starts < 0) != (ends < 0)
    zeros = starts[crossing] / (starts[crossing] - ends[crossing])
    return np.unique(zeros[(zeros > 0) & (zeros < 1)])


def _probes(zeros: Floats) -> tuple[Floats, Floats]:
    """Belief values to read at, rising, and the smallest value that each of them stands for."""
    edges = np.concatenate(([0.0], zeros, [1.0]))
    values, smallest = np.empty(2 * len(edges) - 2), np.empty(2 * len(edges) - 2)
    values[0::2], smallest[0::2] = (edges[:-1] + edges[1:]) / 2, edges[:-1]
    values[1::2], smallest[1::2] = edges[1:], edges[1:]
    return values, smallest
