"""Dempster's rule for simple support functions on ranges, in closed form (method page, equation 9).

Bodies of evidence with the same range are merged first: ``w(l, r)`` is the product of their 1 − b and
``s(l, r)`` = 1 − w is carried beside it, so that nothing is ever subtracted. Read every merged range as active
with probability s, independently of the others: the unnormalised mass on [i, j] is the probability that the
active ranges intersect in exactly [i, j]. Every factor is a probability, and every mass is good to a few units
in the last place whatever the conflict.

The formula is written once for any kind of number. Doubles serve until the kept mass comes near the smallest
double; then the same formula runs in decimal numbers of 50 digits, whose exponents have no such end.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from typing import Any

Number = Any
"""A double or a decimal number: the closed form uses nothing but products and sums."""

Support = tuple[int, int, float]
"""(lowest level 0–6, highest level 0–6, mass 0–1) of a simple support function."""

SMALLEST_KEPT = 1e-250
"""Below this kept mass doubles no longer hold every product (the smallest is 1e-308)."""

WIDE = Context(prec=50, Emin=-(10**17), Emax=10**17)
"""Decimal arithmetic of 50 digits whose exponents do not end in practice."""
_LEVELS = range(7)


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
    kept, conflict = _closed_form(*_merge(merged, 1.0))
    total = math.fsum(kept)
    if total < SMALLEST_KEPT:
        return _combine_wide(merged)
    return Supports(tuple(mass / total for mass in kept), conflict, _weight(total, conflict))


def _combine_wide(supports: Sequence[Support]) -> Supports:
    with localcontext(WIDE):
        kept, conflict = _closed_form(*_merge(supports, Decimal(1)))
        total = sum(kept, Decimal(0))
        if total == 0:
            return Supports((), 1.0, math.inf)
        masses = tuple(float(mass / total) for mass in kept)
        return Supports(masses, float(conflict), float(-total.log10()))


def _weight(kept: float, conflict: float) -> float:
    """−log10(1 − K), from whichever of K and 1 − K carries more digits."""
    return (-math.log1p(-conflict) / math.log(10) if conflict < 0.5 else -math.log10(kept)) + 0.0


def _merge(supports: Iterable[Support], one: Number) -> tuple[list[list[Number]], list[list[Number]]]:
    """W and s of every range, as 7 × 7 tables by lowest and highest level."""
    number = type(one)
    inactive = [[one] * 7 for _ in _LEVELS]
    active = [[one - one] * 7 for _ in _LEVELS]
    for low, high, mass in supports:
        if (low, high) != (0, 6):
            b = number(mass)
            active[low][high] += inactive[low][high] * b
            inactive[low][high] *= one - b
    return inactive, active


def _closed_form(w: list[list[Number]], s: list[list[Number]]) -> tuple[list[Number], Number]:
    """The 28 unnormalised masses and the total conflict.

    ``right[i][j]`` speaks of the ranges from i to beyond j, ``left[i][j]`` of those from below i to j: each is
    (probability that none is active, probability that some is).
    """
    right = [_suffixes(w[i], s[i]) for i in _LEVELS]
    left = [_suffixes([w[i][j] for i in reversed(_LEVELS)], [s[i][j] for i in reversed(_LEVELS)]) for j in _LEVELS]
    ends_before = _ends_before(left)
    kept: list[Number] = []
    for i in _LEVELS:
        for j in range(i, 7):
            some_right = right[i][j][1] if i else 1
            some_left = left[j][6 - i][1] if j < 6 else 1
            excluded = ends_before[j][0] * _starts_after(right, i, j)
            kept.append(excluded * (s[i][j] + w[i][j] * some_right * some_left))
    return kept, _conflict(right, ends_before)


def _suffixes(none: Sequence[Number], some: Sequence[Number]) -> list[tuple[Number, Number]]:
    """For k = −1 … 6 (−1 last): none of the entries after k is active, some is; index −1 covers them all."""
    p, q = none[0] * 0 + 1, none[0] * 0
    out = [(p, q)] * 8
    for k in reversed(range(7)):
        p, q = p * none[k], q + p * some[k]
        out[k - 1 if k else 7] = (p, q)
    return out


def _ends_before(left: list[list[tuple[Number, Number]]]) -> list[tuple[Number, Number]]:
    """For each level j: no range that ends below j is active, some is."""
    p, q = left[0][7][0] * 0 + 1, left[0][7][0] * 0
    out = []
    for j in _LEVELS:
        out.append((p, q))
        none, some = left[j][7]
        p, q = p * none, q + p * some
    return out


def _starts_after(right: list[list[tuple[Number, Number]]], i: int, j: int) -> Number:
    """Probability that no range is active that starts above i and ends at j or above."""
    product = right[0][6][0]
    for low in range(i + 1, 7):
        product = product * right[low][j - 1 if j else 7][0]
    return product


def _conflict(right: list[list[tuple[Number, Number]]], ends_before: list[tuple[Number, Number]]) -> Number:
    """Sum over the largest active lowest level: some active range ends below it."""
    conflict, above = right[0][6][1], right[0][6][0]
    for low in reversed(range(1, 7)):
        none, some = right[low][7]
        conflict = conflict + above * some * ends_before[low][1]
        above = above * none
    return conflict
