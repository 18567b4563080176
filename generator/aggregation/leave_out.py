"""What a combination would be without each of its bodies of evidence, or without some of them together, at a cost that
grows with their number only.

Bodies with the same range act as one, so what is left without one of them is what stands before it and what stands
behind it, which are combined once for all. Products carry their powers of two beside them, as in ``scaled``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain

from generator.aggregation import scaled
from generator.aggregation.simple_support import PLACES, Support, Supports, combine_supports

FROM = 128
"""From how many bodies the detour pays; fewer are combined anew for each unit."""

Product = tuple[float, int, float]
"""w · 2**power, by its digits and its power, and s = 1 − w of some bodies with one range."""
_NOTHING: Product = (1.0, 0, 0.0)
_PLACE = {divmod(at, 7): place for place, at in enumerate(PLACES)}

Unit = tuple[Support, ...]


def without_each_support(supports: Sequence[Support]) -> Iterator[Supports]:
    """What all but the first, all but the second, … combine to, to a few units in the last place."""
    return without_each_unit([(one,) for one in supports])


def without_each_unit(units: Sequence[Sequence[Support]]) -> Iterator[Supports]:
    """The same for bodies that are left out together: what is left without the first unit, without the second, …"""
    ordered = [tuple(sorted(unit)) for unit in units]
    if sum(map(len, ordered)) < FROM:
        yield from (combine_supports(chain(*ordered[:n], *ordered[n + 1 :])) for n in range(len(ordered)))
        return
    found = _without_each(sorted(ordered))
    yield from (found[unit] for unit in ordered)


def _without_each(units: Sequence[Unit]) -> dict[Unit, Supports]:
    """Units that are alike leave the same. The order of ``units`` decides the last digits."""
    products: dict[int, list[Product]] = {}
    turns: dict[Unit, dict[int, int]] = {}
    for unit in units:
        turns[unit] = {}
        for place, product in _by_range(unit).items():
            turns[unit][place] = len(products.setdefault(place, []))
            products[place].append(product)
    before = {place: _all(some) for place, some in products.items()}
    behind = {place: _all(reversed(some))[::-1] for place, some in products.items()}
    whole = {place: some[-1] for place, some in before.items()}
    return {
        unit: _combined({**whole, **{at: _joined(before[at][n], behind[at][n + 1]) for at, n in places.items()}})
        for unit, places in turns.items()
    }


def _by_range(unit: Unit) -> dict[int, Product]:
    """The product of the bodies of a unit that share a range, by the range's place."""
    found: dict[int, Product] = {}
    for low, high, mass in unit:
        place = _PLACE[low, high]
        found[place] = _joined(found.get(place, _NOTHING), (1.0 - mass, 0, mass))
    return found


def _all(products: Iterable[Product]) -> list[Product]:
    """The products of the first 0, 1, 2, … units."""
    return list(accumulate(products, _joined, initial=_NOTHING))


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
