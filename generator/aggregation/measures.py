"""What masses say about a set of levels (method page, equations 10 and 13)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from generator.model.scale import LEVELS, WHOLE_SCALE, IntensityRange
from generator.model.synthesis import Mass


def belief(masses: Sequence[Mass], on: IntensityRange) -> float:
    """Bel: mass on ranges within ``on``, 0–1."""
    return _sum(one.mass for one in masses if one.range.mask & ~on.mask == 0)


def plausibility(masses: Sequence[Mass], on: IntensityRange) -> float:
    """Pl: mass on ranges that meet ``on``, 0–1."""
    return _sum(one.mass for one in masses if one.range.mask & on.mask)


def ignorance(masses: Sequence[Mass]) -> float:
    """Mass on the whole scale, 0–1: what the evidence leaves open."""
    return direct_mass(masses, WHOLE_SCALE)


def direct_mass(masses: Sequence[Mass], on: IntensityRange) -> float:
    """Mass on exactly ``on``, 0–1."""
    return _sum(one.mass for one in masses if one.range == on)


def pignistic(masses: Sequence[Mass]) -> tuple[float, ...]:
    """Probability of each level from SN to SP when every mass is shared equally among its levels."""
    return tuple(
        _sum(one.mass / one.range.width for one in masses if one.range.low <= level <= one.range.high)
        for level in LEVELS
    )


def _sum(values: Iterable[float]) -> float:
    return min(1.0, math.fsum(values))
