"""Many combinations at once, for sensitivity: readings, every subset of units, seeded replications.

Everything is computed by the numba kernels, which are compiled (or read from their cache) when first called.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.aggregation.reading import TOLERANCE, read
from generator.aggregation.simple_support import SMALLEST_KEPT, Support, combine_supports
from generator.model.rules import Policy
from generator.model.scale import RANGES, IntensityRange
from generator.model.synthesis import Mass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Codes = NDArray[np.int8]

NO_RANGE, NO_RESULT = -1, -2
"""Readings that are no place in ``RANGES``: nothing but Θ is supported; the evidence is in total conflict."""

_POLICIES = {"evidence_factory": 0, "santos_2015": 1}
_UNDERFLOW = -3
_LOW_UNITS = 4


@dataclass(frozen=True, slots=True)
class Subsets:
    """One value per subset of n units, (2**n,), at the subset's bit mask (bit k: unit k is in; 0: no evidence).

    ``readings`` are places in ``RANGES``, ``NO_RANGE`` or ``NO_RESULT``; ``belief`` is that of the range asked for
    (NaN without a result); ``weight`` = −log10(1 − K), inf under total conflict.
    """

    readings: Codes
    belief: Floats
    weight: Floats


@dataclass(frozen=True, slots=True)
class Draws:
    """One value per replication, (count,): reading, Bel and Pl of the target range, total conflict K."""

    readings: Codes
    belief: Floats
    plausibility: Floats
    conflict: Floats


def readings(masses: Floats, policy: Policy) -> Codes:
    """The reported range of each row of normalised masses (batch, 28), as a place in ``RANGES``."""
    from generator.aggregation import kernels

    rows = np.ascontiguousarray(masses, dtype=np.float64)
    out = np.empty(len(rows), dtype=np.int8)
    kernels.readings(rows, _POLICIES[policy.id], policy.parameter("share"), TOLERANCE, out)
    return out


def subsets(units: Sequence[Sequence[Support]], policy: Policy, target: IntensityRange | None = None) -> Subsets:
    """Combine every subset of ``units``, each the simple supports of one study or evidence model.

    ``target`` is the range whose belief is wanted. Memory is 25 bytes per subset: 2**21 of them take 52 MB.
    """
    from generator.aggregation import kernels

    w, s = _merged(units)
    low_w, low_s = _low_subsets(w, s)
    size = 2 ** len(w)
    codes = np.empty(size, dtype=np.int8)
    belief, conflict, kept = np.empty(size), np.empty(size), np.empty(size)
    share = policy.parameter("share")
    kernels.subsets(
        w, s, low_w, low_s, _POLICIES[policy.id], share, TOLERANCE, SMALLEST_KEPT, _inside(target),
        _wanted(policy, target), codes, belief, conflict, kept,
    )  # fmt: skip
    wanted = slice(0, 2 ** len(units))
    found = Subsets(codes[wanted], belief[wanted], _weights(kept[wanted], conflict[wanted]))
    for mask in np.flatnonzero(found.readings == _UNDERFLOW):
        _redo(found, int(mask), units, policy, target)
    return found


def draws(
    ranges: Sequence[IntensityRange],
    low: Sequence[float],
    high: Sequence[float],
    group: Sequence[int],
    policy: Policy,
    *,
    seed: int,
    first: int,
    count: int,
    target: IntensityRange | None,
) -> Draws:
    """Replications ``first`` … ``first + count − 1`` of uncertain bodies of evidence.

    Each replication draws one uniform u per group; body k has mass low[k] + u[group[k]]·(high[k] − low[k]) on its
    range. A replication depends on nothing but the seed and its own number, so blocks may be computed anywhere.
    """
    from generator.aggregation import kernels

    places = np.array([RANGES.index(one) for one in ranges], dtype=np.int64)
    least, most = np.array(low, dtype=np.float64), np.array(high, dtype=np.float64)
    if not (((least >= 0) & (most <= 1) & (least <= most)).all() and len(least) == len(most) == len(places)):
        raise ValueError("the masses of the bodies must lie in 0–1, the low one first")
    codes = np.empty(count, dtype=np.int8)
    belief, plausibility, conflict, kept = (np.empty(count) for _ in range(4))
    kernels.draws(
        places, np.unique(places), least, most - least, np.array(group, dtype=np.int64), seed, first,
        _POLICIES[policy.id], policy.parameter("share"), TOLERANCE, SMALLEST_KEPT, _inside(target), _meeting(target),
        codes, belief, plausibility, conflict, kept,
    )  # fmt: skip
    codes[codes == _UNDERFLOW] = NO_RESULT
    return Draws(codes, belief, plausibility, conflict)


def _merged(units: Sequence[Sequence[Support]]) -> tuple[Floats, Floats]:
    """W and s of every range for every unit, padded with units that say nothing to at least four."""
    w, s = np.ones((max(len(units), _LOW_UNITS), 28)), np.zeros((max(len(units), _LOW_UNITS), 28))
    for row, unit in enumerate(units):
        for low, high, mass in sorted(unit):
            if (low, high) != (0, 6):
                place = low * 7 - low * (low - 1) // 2 + high - low
                s[row, place] += w[row, place] * mass
                w[row, place] *= 1 - mass
    return w, s


def _low_subsets(w: Floats, s: Floats) -> tuple[Floats, Floats]:
    low_w, low_s = np.ones((28, 2**_LOW_UNITS)), np.zeros((28, 2**_LOW_UNITS))
    for mask in range(2**_LOW_UNITS):
        for unit in range(_LOW_UNITS):
            if mask >> unit & 1:
                low_s[:, mask] += low_w[:, mask] * s[unit]
                low_w[:, mask] *= w[unit]
    return low_w, low_s


def _inside(target: IntensityRange | None) -> Floats:
    return np.array([float(target is not None and one.mask & ~target.mask == 0) for one in RANGES])


def _wanted(policy: Policy, target: IntensityRange | None) -> NDArray[np.int64]:
    """Places of the masses that the reading and the belief of ``target`` are made of."""
    inside = _inside(target)
    narrow = policy.id == "evidence_factory"
    places = [k for k, one in enumerate(RANGES) if not narrow or one.width <= 2 or inside[k]]
    return np.array(places, dtype=np.int64)


def _meeting(target: IntensityRange | None) -> Floats:
    return np.array([float(target is not None and bool(one.mask & target.mask)) for one in RANGES])


def _weights(kept: Floats, conflict: Floats) -> Floats:
    with np.errstate(divide="ignore"):
        return np.where(conflict < 0.5, -np.log1p(-np.minimum(conflict, 0.5)) / math.log(10), -np.log10(kept)) + 0.0


def _redo(
    found: Subsets, mask: int, units: Sequence[Sequence[Support]], policy: Policy, target: IntensityRange | None
) -> None:
    """One subset whose kept mass doubles cannot hold, by the plain tier."""
    combined = combine_supports(one for k, unit in enumerate(units) if mask >> k & 1 for one in unit)
    masses = [Mass(one, mass) for one, mass in zip(RANGES, combined.masses, strict=False) if mass > 0]
    reported = read(masses, policy).range
    found.weight[mask] = combined.weight
    found.readings[mask] = NO_RESULT if not masses else NO_RANGE if reported is None else RANGES.index(reported)
    found.belief[mask] = (
        math.fsum(m * x for m, x in zip(combined.masses, _inside(target), strict=False)) if masses else np.nan
    )
