"""Dempster's rule for simple support functions on ranges, in closed form (method page, equation 9).

Bodies of evidence with the same range are merged first: ``w(l, r)`` is the product of their 1 − b and
``s(l, r)`` = 1 − w is carried beside it, so that nothing is ever subtracted. Read every merged range as active
with probability s, independently of the others: the unnormalised mass on [i, j] is the probability that the
active ranges intersect in exactly [i, j]. Every factor is a probability, and every mass is good to a few units
in the last place whatever the conflict.

The formula is written once for any kind of number: doubles, and arrays of doubles for batches. Where a product comes
near the smallest double, ``scaled`` takes over, whose products carry their powers of two beside them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.aggregation import scaled
from generator.aggregation.scaled import SMALLEST, THETA_PLACE

Number = Any
"""A double, an array of doubles, or a symbol: the closed form uses nothing but products and sums."""

Support = tuple[int, int, float]
"""(lowest level 0–6, highest level 0–6, mass 0–1) of a simple support function."""

_UPWARD, _DOWNWARD = range(7), range(6, -1, -1)
PLACES = tuple(7 * i + j for i in range(7) for j in range(i, 7))
"""Where the ranges, in the order of ``RANGES``, stand in a flat table: the range from i to j at 7·i + j."""
_PLACE = {at: place for place, at in enumerate(PLACES)}


@dataclass(frozen=True, slots=True)
class Supports:
    """What a set of simple support functions combines to.

    ``masses`` holds the 28 normalised masses in the order of ``RANGES``; empty under total conflict.
    ``conflict`` is the total conflict 0–1 and ``weight`` = −log10(1 − conflict), inf under total conflict.
    """

    masses: tuple[float, ...]
    conflict: float
    weight: float


def combine_supports(supports: Iterable[Support]) -> Supports:
    """Combine simple support functions; the result does not depend on their order, to the last digit."""
    merged = sorted(supports)
    kept, conflict = closed_form(*merge(merged, 1.0), 1.0)
    if kept[THETA_PLACE] < SMALLEST:
        return _combine_scaled(merged)
    total = math.fsum(kept)
    return Supports(tuple([mass / total for mass in kept]), conflict, scaled.weight(total, 0, conflict))


def _combine_scaled(supports: Sequence[Support]) -> Supports:
    places = [_PLACE[7 * low + high] for low, high, _ in supports]
    w, power, s = [1.0] * 28, [0] * 28, [0.0] * 28
    scaled.merge(places, [mass for *_, mass in supports], w, power, s)
    masses, powers = [0.0] * 42, [0] * 42
    top, conflict = scaled.closed_form(w, power, s, [0.0] * 7, [0.0] * 7, masses, powers)
    del masses[28:]
    total = math.fsum(masses)
    if total == 0:
        return Supports((), 1.0, math.inf)
    weight = scaled.weight(total, top, conflict)
    return Supports(tuple([mass / total for mass in masses]), conflict, weight)


def merge(supports: Iterable[tuple[int, int, Number]], one: Number) -> tuple[list[Number], list[Number], Number]:
    """Give w and s of every range as flat 7 × 7 tables (the range from i to j at 7·i + j), and the zero they hold.

    A range without evidence holds that very zero in s, so that later steps can skip it.
    """
    zero = one - one
    inactive, active = [one] * 49, [zero] * 49
    for low, high, b in supports:
        place = 7 * low + high
        active[place] = active[place] + inactive[place] * b
        inactive[place] = inactive[place] * (one - b)
    # Evidence on the whole scale says nothing.
    inactive[6], active[6] = one, zero
    return inactive, active, zero


def closed_form(w: Sequence[Number], s: Sequence[Number], zero: Number, one: Number) -> tuple[list[Number], Number]:
    """The 28 unnormalised masses in the order of ``RANGES``, and the total conflict.

    For the mass on [i, j]: ``before[j]`` is the probability that no active range ends below j and ``after[j]`` that
    none starts above i and ends at j or above, so that every active range contains [i, j]; then either the range
    itself is active, or one from i to beyond j bounds it below (needless at the edge, where i is the end of the
    scale) and one from below i to j bounds it above.
    """
    from_below, before, some_before = _upper_bounds(w, s, zero, one)
    after, above, conflict = [one] * 7, one, zero
    kept: list[Number] = [zero] * 28
    for i in _DOWNWARD:
        none, some = one, zero
        for j in range(6, i - 1, -1):
            place = 7 * i + j
            lower, upper = some if i else one, from_below[place] if j < 6 else one
            bounded = zero if lower is zero or upper is zero else lower * upper
            here = s[place]
            if here is not zero:
                some, none = some + none * here, none * w[place]
                bounded = here if bounded is zero else here + w[place] * bounded
            if bounded is not zero:
                kept[_PLACE[place]] = before[j] * after[j] * bounded
            after[j] = after[j] * none
        for j in range(i):
            after[j] = after[j] * none
        conflict = conflict + above * some * some_before[i]
        above = above * none
    return kept, conflict


def _upper_bounds(
    w: Sequence[Number], s: Sequence[Number], zero: Number, one: Number
) -> tuple[list[Number], list[Number], list[Number]]:
    """For [i, j] at 7·i + j: some active range from below i ends at j. For j: no range ends below j; some does."""
    from_below, before, some_before = [zero] * 49, [one] * 7, [zero] * 7
    none_ends, some_ends = one, zero
    for j in _UPWARD:
        before[j], some_before[j] = none_ends, some_ends
        none, some = one, zero
        for place in range(j, 8 * j + 1, 7):
            from_below[place] = some
            here = s[place]
            if here is not zero:
                some, none = some + none * here, none * w[place]
        if some is not zero:
            none_ends, some_ends = none_ends * none, some_ends + none_ends * some
    return from_below, before, some_before
