"""Many combinations at once, for sensitivity: readings, every subset of units, seeded replications.

Everything is computed by the numba kernels, which are compiled (or read from their cache) when first called.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from generator.aggregation import scaled
from generator.aggregation.reading import TOLERANCE
from generator.aggregation.simple_support import PLACES, Support
from generator.model.rules import Policy
from generator.model.scale import RANGES, IntensityRange

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Codes = NDArray[np.int8]

NO_RANGE, NO_RESULT = -1, -2
"""Readings that are no place in ``RANGES``: nothing but Θ is supported; the evidence is in total conflict."""

_POLICIES = {"evidence_factory": 0, "santos_2015": 1}
_LOW_UNITS = 2
_ONE_AT_A_TIME = Lock()
"""The kernel for subsets uses all cores by itself, and not every threading layer lets it run twice at once."""


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

    ``target`` is the range whose belief is wanted. Memory is 17 bytes per subset: 2**21 of them take 36 MB. Beliefs
    and weights agree with exact fractions to 1e-13 relative, those above 1e-150 do.
    """
    from generator.aggregation import kernels

    fine, power, s = _merged(units)
    w = np.ldexp(fine, power)
    size = 2 ** len(fine)
    codes, belief, weight = np.empty(size, dtype=np.int8), np.empty(size), np.empty(size)
    share = policy.parameter("share")
    with _ONE_AT_A_TIME:
        kernels.subsets(
            fine, power, np.hstack((w, s)), _low_subsets(w, s), _POLICIES[policy.id], share, TOLERANCE,
            _inside(target), codes, belief, weight,
        )  # fmt: skip
    wanted = slice(0, 2 ** len(units))
    return Subsets(codes[wanted], belief[wanted], weight[wanted])


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
    range. A replication depends on nothing but the seed and its own number, so blocks may be computed anywhere. What is
    drawn is combined as exactly as by ``combine_simple_supports``.
    """
    from generator.aggregation import kernels

    places = np.array([RANGES.index(one) for one in ranges], dtype=np.int64)
    least, most = np.array(low, dtype=np.float64), np.array(high, dtype=np.float64)
    if not (((least >= 0) & (most <= 1) & (least <= most)).all() and len(least) == len(most) == len(places)):
        raise ValueError("the masses of the bodies must lie in 0–1, the low one first")
    codes = np.empty(count, dtype=np.int8)
    belief, plausibility, conflict = (np.empty(count) for _ in range(3))
    kernels.draws(
        places, least, most - least, np.array(group, dtype=np.int64), seed, first,
        _POLICIES[policy.id], policy.parameter("share"), TOLERANCE, _inside(target), _meeting(target),
        codes, belief, plausibility, conflict,
    )  # fmt: skip
    return Draws(codes, belief, plausibility, conflict)


def _merged(units: Sequence[Sequence[Support]]) -> tuple[Floats, NDArray[np.int64], Floats]:
    """W = fine · 2**power and s of every range for every unit, padded with units that say nothing to at least two."""
    shape = (max(len(units), _LOW_UNITS), len(RANGES))
    fine, power, s = np.ones(shape), np.zeros(shape, dtype=np.int64), np.zeros(shape)
    for row, unit in enumerate(units):
        ordered = sorted(unit)
        places = [PLACES.index(7 * low + high) for low, high, _ in ordered]
        one_w, one_power, one_s = [1.0] * len(RANGES), [0] * len(RANGES), [0.0] * len(RANGES)
        scaled.merge(places, [mass for *_, mass in ordered], one_w, one_power, one_s)
        fine[row], power[row], s[row] = one_w, one_power, one_s
    return fine, power, s


def _low_subsets(w: Floats, s: Floats) -> Floats:
    """W and s of every range for the subsets of the first two units, which stand side by side."""
    low_w, low_s = np.ones((len(RANGES), 2**_LOW_UNITS)), np.zeros((len(RANGES), 2**_LOW_UNITS))
    for mask in range(2**_LOW_UNITS):
        for unit in range(_LOW_UNITS):
            if mask >> unit & 1:
                low_s[:, mask] += low_w[:, mask] * s[unit]
                low_w[:, mask] *= w[unit]
    return np.concatenate((low_w, low_s))


def _inside(target: IntensityRange | None) -> Floats:
    return np.array([float(target is not None and one.mask & ~target.mask == 0) for one in RANGES])


def _meeting(target: IntensityRange | None) -> Floats:
    return np.array([float(target is not None and bool(one.mask & target.mask)) for one in RANGES])
