"""Bodies of evidence to combine: simple supports on nine ranges, as in a review of nineteen evidence models."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.aggregation.simple_support import Support
from generator.model.rules import Policy, Source, SourceStatus
from generator.model.scale import RANGES, Intensity, IntensityRange

Floats = NDArray[np.float64]
NINE = ((2, 2), (1, 2), (3, 3), (2, 3), (0, 1), (3, 4), (4, 4), (1, 3), (4, 5))
"""(lowest, highest level) of the ranges in use, the commonest first."""
TARGET = IntensityRange(Intensity.WN, Intensity.WN)
POLICY = Policy("evidence_factory", "", "", (("share", 0.75),), Source("", SourceStatus.OURS))


def ranges(bodies: int) -> list[tuple[int, int]]:
    """The nine ranges, over and over."""
    return [NINE[k % len(NINE)] for k in range(bodies)]


def mask(low: int, high: int) -> int:
    """Bit mask of a range."""
    return (1 << (high + 1)) - (1 << low)


def places(bodies: int) -> NDArray[np.int64]:
    """Where those ranges stand in ``RANGES``."""
    return np.array([RANGES.index(IntensityRange(Intensity(i), Intensity(j))) for i, j in ranges(bodies)])


def ordinary(rows: int, bodies: int, seed: int = 1) -> Floats:
    """Belief values of 0.05–0.6, as studies have them. From some thousand bodies on, conflict is all but total."""
    return np.random.default_rng(seed).uniform(0.05, 0.6, (rows, bodies))


def faint(rows: int, bodies: int, seed: int = 2) -> Floats:
    """The same, but the more bodies the less each says, so that the conflict stays that of nineteen."""
    return 1 - (1 - ordinary(rows, bodies, seed)) ** (19 / max(19, bodies))


def supports(masses: Sequence[float]) -> list[Support]:
    """One body of evidence for each mass."""
    return [(low, high, float(mass)) for (low, high), mass in zip(ranges(len(masses)), masses, strict=True)]
