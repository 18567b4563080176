"""What a combination would be without each of its bodies of evidence, at a cost that grows with their number only.

Bodies with the same range act as one, so what is left without one of them is what stands before it and what stands
behind it, which are combined once for all. Products carry their powers of two beside them, as in ``scaled``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from generator.aggregation import scaled
from generator.aggregation.simple_support import PLACES, Support, Supports, combine_supports

FROM = 64
"""From how many bodies the detour pays; fewer are combined anew for each."""

Product = tuple[float, int, float]
"""w · 2**power, by its digits and its power, and s = 1 − w of some bodies with one range."""
_NOTHING: Product = (1.0, 0, 0.0)


def without_each_support(supports: Sequence[Support]) -> Iterator[Supports]:
    """What all but the first, all but the second, … combine to, to a few units in the last place."""
    if len(supports) < FROM:
        yield from (combine_supports([*supports[:n], *supports[n + 1 :]]) for n in range(len(supports)))
        return
    by_range: dict[int, list[float]] = {}
    for low, high, mass in sorted(supports):
        by_range.setdefault(PLACES.index(7 * low + high), []).append(mass)
    whole = {place: _all(masses)[-1] for place, masses in by_range.items()}
    found: dict[Support, Supports] = {}
    for place, masses in by_range.items():
        before, behind = _all(masses), _all(reversed(masses))[::-1]
        for number, mass in enumerate(masses):
            key = (*divmod(PLACES[place], 7), mass)
            if key not in found:
                found[key] = _combined({**whole, place: _joined(before[number], behind[number + 1])})
    yield from (found[one] for one in supports)


def _all(masses: Iterable[float]) -> list[Product]:
    """The products of the first 0, 1, 2, … bodies."""
    return list(accumulate(((1.0 - mass, 0, mass) for mass in masses), _joined, initial=_NOTHING))


def _joined(one: Product, other: Product) -> Product:
    digits, power = math.frexp(one[0] * other[0])
    return digits, power + one[1] + other[1], one[2] + math.ldexp(one[0], max(one[1], -2000)) * other[2]


def _combined(products: dict[int, Product]) -> Supports:
    w, power, s = [1.0] * 28, [0] * 28, [0.0] * 28
    for place, (digits, exponent, active) in products.items():
        if place != scaled.THETA_PLACE:
            w[place], power[place], s[place] = digits, exponent, active
    masses, powers = [0.0] * 42, [0] * 42
    top, conflict = scaled.closed_form(w, power, s, [0.0] * 7, [0.0] * 7, masses, powers)
    del masses[28:]
    total = math.fsum(masses)
    if total == 0:
        return Supports((), 1.0, math.inf)
    return Supports(tuple([mass / total for mass in masses]), conflict, scaled.weight(total, top, conflict))
