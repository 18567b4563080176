"""Relative improvement and its statistics: plain arithmetic, in double precision and free of order.

Sums use ``math.fsum``, so no result depends on the order of the observations. Conventions are those behind
the published statistics (method page, section 2): standard deviation with n − 1, quartiles by nearest rank.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from generator.model.rules import Direction


def improvement_percent(direction: Direction, baseline: float, treated: float) -> float:
    """How much better ``treated`` is than ``baseline``, in percent of the baseline; positive is better.

    ``baseline`` must not be 0. Its magnitude is the reference, so that the sign keeps its meaning on scales
    that reach below zero.
    """
    gain = treated - baseline if direction is Direction.HIGHER else baseline - treated
    return gain / abs(baseline) * 100


def mean(values: Sequence[float]) -> float:
    """Arithmetic mean of at least one value."""
    return math.fsum(values) / len(values)


def sample_std(values: Sequence[float]) -> float | None:
    """Standard deviation with n − 1; None for one value, whose spread is unknown."""
    if len(values) < 2:
        return None
    centre = mean(values)
    return math.sqrt(math.fsum((value - centre) ** 2 for value in values) / (len(values) - 1))


def iqr_nearest_rank(values: Sequence[float]) -> float:
    """Interquartile range of at least one value.

    A quartile is the value at position q·(n − 1) of the sorted values, rounded half to even.
    """
    ordered = sorted(values)
    return ordered[_rank(0.75, len(ordered))] - ordered[_rank(0.25, len(ordered))]


def _rank(quantile: float, count: int) -> int:
    return round(quantile * (count - 1))
