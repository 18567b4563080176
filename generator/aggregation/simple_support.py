"""Dempster's rule for simple support functions on ranges, in closed form (method page, equation 9).

Bodies of evidence with the same range are merged first: ``w(l, r)`` is the product of their 1 − b and
``s(l, r)`` = 1 − w is carried beside it, so that nothing is ever subtracted. Read every merged range as active
with probability s, independently of the others: the unnormalised mass on [i, j] is the probability that the
active ranges intersect in exactly [i, j]. Every factor is a probability, and every mass is good to a few units
in the last place whatever the conflict.

The formula is written once for any kind of number. Doubles serve until the kept mass comes near the smallest
double; then the same formula runs in decimal numbers of 50 digits, whose exponents have no such end. Arrays of
doubles serve for batches.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from typing import Any

Number = Any
"""A double, a decimal number or an array of doubles: the closed form uses nothing but products and sums."""

Support = tuple[int, int, float]
"""(lowest level 0–6, highest level 0–6, mass 0–1) of a simple support function."""

SMALLEST_KEPT = 1e-250
"""Below this kept mass doubles no longer hold every product (the smallest is 1e-308)."""

WIDE = Context(prec=50, Emin=-(10**17), Emax=10**17)
"""Decimal arithmetic of 50 digits whose exponents do not end in practice."""
_UPWARD, _DOWNWARD = range(7), range(6, -1, -1)
_PLACE = {7 * i + j: place for place, (i, j) in enumerate((i, j) for i in range(7) for j in range(i, 7))}
"""Where the range from level i to level j, at 7·i + j of a flat table, stands in ``RANGES``."""


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
    total = math.fsum(kept)
    # The mass on Θ is the product of all w, the smallest of all products on the way.
    if total < SMALLEST_KEPT or math.prod([1.0 - b for _, _, b in merged if b < 1]) < SMALLEST_KEPT:
        return _combine_wide(merged)
    return Supports(tuple([mass / total for mass in kept]), conflict, _weight(total, conflict))


def _combine_wide(supports: Sequence[Support]) -> Supports:
    with localcontext(WIDE):
        one = Decimal(1)
        exact = ((low, high, Decimal(mass)) for low, high, mass in supports)
        kept, conflict = closed_form(*merge(exact, one), one)
        total = sum(kept, Decimal(0))
        if total == 0:
            return Supports((), 1.0, math.inf)
        masses = tuple(float(mass / total) for mass in kept)
        return Supports(masses, float(conflict), float(-total.log10()))


def _weight(kept: float, conflict: float) -> float:
    """−log10(1 − K), from whichever of K and 1 − K carries more digits."""
    return (-math.log1p(-conflict) / math.log(10) if conflict < 0.5 else -math.log10(kept)) + 0.0


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
