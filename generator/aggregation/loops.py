"""Loops of the kernels as ordinary functions of numbers and arrays: nothing here needs numba, all of it suits it."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAST = -2000
"""Shifting a double by so many binary places leaves nothing."""


def belief(masses: Floats, low: int, high: int) -> float:
    """Bel of the range [low, high]."""
    total = 0.0
    for i in range(low, high + 1):
        for j in range(i, high + 1):
            total += masses[i * 7 - i * (i - 1) // 2 + j - i]
    return total


def santos_2015_with(belief: Callable[[Floats, int, int], float]) -> Callable[[Floats, float, float], int]:
    """The same for the policy of that name, with ``belief`` as above or compiled."""

    def santos_2015(masses: Floats, share: float, tolerance: float) -> int:
        low, high = 0, 3
        here, other = belief(masses, 0, 3), belief(masses, 3, 6)
        if other > here + tolerance:
            low, high, here = 3, 6, other
        if here <= 0.0:
            return -1
        while low < high:
            left, right = belief(masses, low, high - 1), belief(masses, low + 1, high)
            if max(left, right) < share * here - tolerance:
                break
            if left >= right - tolerance:
                high, here = high - 1, left
            else:
                low, here = low + 1, right
        return low * 7 - low * (low - 1) // 2 + high - low

    return santos_2015


def pairwise(masses: Floats) -> tuple[Floats, float, float, bool]:
    """Dempster's rule row by row over (n, 128) masses, normalised at each step by what is kept.

    Every mass is held as mantissa · 2**exponent, so that none is lost however small: what is negligible now may be
    all that later evidence leaves. Returns the (128,) masses, K of the last step, the total conflict 1 − Π(1 − K), and
    whether anything is left (if not, the first two are meaningless).
    """
    mantissa, exponent = np.empty(128), np.empty(128, dtype=np.int64)
    product, power = np.empty(128), np.empty(128, dtype=np.int64)
    for mask in range(128):
        mantissa[mask], exponent[mask] = 0.0, 0
    mantissa[127] = 1.0
    last, total = 0.0, 0.0
    for row in range(masses.shape[0]):
        for both in range(128):
            product[both], power[both] = 0.0, 0
        for other in range(1, 128):
            fine, lift = math.frexp(masses[row, other])
            for one in range(1, 128 if fine > 0.0 else 1):
                here, shift, both = mantissa[one] * fine, exponent[one] + lift, one & other
                if here == 0.0:
                    continue
                if shift > power[both] or product[both] == 0.0:
                    product[both] = here + math.ldexp(product[both], int(max(power[both] - shift, LEAST)))
                    power[both] = shift
                else:
                    product[both] += math.ldexp(here, int(max(shift - power[both], LEAST)))
        most, kept = 0, 0.0
        for mask in range(1, 128):
            if product[mask] > 0.0 and (kept == 0.0 or power[mask] > most):
                most, kept = power[mask], 1.0
        if kept == 0.0:
            return mantissa, 1.0, 1.0, False
        kept = 0.0
        for mask in range(1, 128):
            kept += math.ldexp(product[mask], int(max(power[mask] - most, LEAST)))
        last = 0.0
        if product[0] > 0.0:
            last = 1.0 / (1.0 + math.ldexp(kept / product[0], int(min(max(most - power[0], LEAST), 1000))))
        total += (1.0 - total) * last
        for mask in range(1, 128):
            mantissa[mask], grown = math.frexp(product[mask] / kept)
            exponent[mask] = grown + power[mask] - most
    for place in range(128):
        mantissa[place] = math.ldexp(mantissa[place], int(max(exponent[place], LEAST)))
    return mantissa, last, total, True


def uniform(seed: int, replication: int, group: int) -> float:
    """A number in [0, 1) that depends on nothing but its three arguments (SplitMix64 as a hash of a counter)."""
    mixed = (
        np.uint64(seed) * np.uint64(0x9E3779B97F4A7C15) + (np.uint64(replication) << np.uint64(20)) + np.uint64(group)
    )
    mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return float(mixed >> np.uint64(11)) * 2.0**-53
