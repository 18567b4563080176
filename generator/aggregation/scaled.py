"""The closed form one replication at a time, where products carry their power of two beside them.

Only the products Q of what does *not* bound a range can become too small for a double; every other factor is a
probability next to which such a product counts for nothing. Powers of two cost no digit. Written for lists and arrays
alike: the plain tier runs it as it is, the kernels compile it.
"""

from __future__ import annotations

from collections.abc import Callable, MutableSequence, Sequence
from math import frexp, inf, ldexp, log, log1p

Numbers = MutableSequence[float]
Powers = MutableSequence[int]

SMALLEST = 1e-130
"""Below this mass on Θ, the smallest product of w there is, doubles may not hold every mass.

The smallest double with all its digits is 2e-308: what is left holds masses of 1e-150 beside a kept mass of 1e-130."""
TOO_SMALL, UP, UP_POWER = 2.0**-400, 2.0**400, 400
THETA_PLACE = 6
LOG_2, LOG_10 = log(2.0), log(10.0)


def merge(places: Sequence[int], masses: Sequence[float], w: Numbers, power: Powers, s: Numbers) -> None:
    """From bodies of evidence to w·2**power and s of the 28 ranges, which start as 1, 0 and 0."""
    for k in range(len(places)):
        place, b = places[k], masses[k]
        if place != THETA_PLACE:
            if power[place] == 0:
                s[place] += w[place] * b
            w[place] *= 1.0 - b
            if 0.0 < w[place] < TOO_SMALL:
                w[place] *= UP
                power[place] -= UP_POWER


def weight(kept: float, power: int, conflict: float) -> float:
    """−log10(1 − K), where 1 − K is kept · 2**power: from whichever of K and 1 − K carries more digits."""
    if conflict < 0.1:
        return -log1p(-conflict) / LOG_10 + 0.0
    if power > -900:
        # A double holds it, and the logarithm of one number has more digits than a sum of two.
        kept, power = ldexp(kept, int(power)), 0
    return inf if kept == 0.0 else -(log(kept) + power * LOG_2) / LOG_10 + 0.0


def align(masses: Numbers, powers: Powers) -> int:
    """Bring all masses to the power of the largest, which is returned."""
    top, found = 0, False
    for place in range(28):
        if masses[place] > 0.0:
            masses[place], more = frexp(masses[place])
            powers[place] += more
            if not found or powers[place] > top:
                top, found = powers[place], True
    for place in range(28):
        masses[place] = ldexp(masses[place], int(max(powers[place] - top, -2000)))
    return top


def closed_form_with(align: Callable[[Numbers, Powers], int]) -> Callable[..., tuple[int, float]]:
    """The closed form, with ``align`` as it is or compiled."""

    def closed_form(
        w: Numbers, power: Powers, s: Numbers, before: Numbers, after: Numbers, masses: Numbers, powers: Powers
    ) -> tuple[int, float]:
        """The unnormalised masses over 2**(the power returned), summing to more than 0 but in total conflict, and K.

        ``before`` and ``after`` (7,), ``masses`` and ``powers`` (42,) are room to work in, masses first.
        """
        for place in range(28):
            w[place], more = frexp(w[place])
            power[place] += more
        ends, ends_power, none_ends, some_ends = 1.0, 0, 1.0, 0.0
        for j in range(7):
            # Behind the 28 powers of the masses stand those of before and after.
            before[j], powers[28 + j], after[j], powers[35 + j] = ends, ends_power, 1.0, 0
            masses[28 + j] = some_ends
            none, some, product, product_power = 1.0, 0.0, 1.0, 0
            for i in range(j + 1):
                place = i * 7 - i * (i - 1) // 2 + j - i
                masses[place] = some
                some += none * s[place]
                none *= ldexp(w[place], int(power[place]))
                product *= w[place]
                product_power += power[place]
            some_ends += none_ends * some
            none_ends *= none
            ends *= product
            ends_power += product_power
        conflict, above = 0.0, 1.0
        for i in range(6, -1, -1):
            none, some, product, product_power = 1.0, 0.0, 1.0, 0
            for j in range(6, i - 1, -1):
                place = i * 7 - i * (i - 1) // 2 + j - i
                wide = ldexp(w[place], int(power[place]))
                bounded = wide * (some if i > 0 else 1.0) * (masses[place] if j < 6 else 1.0)
                masses[place] = before[j] * after[j] * (s[place] + bounded)
                powers[place] = powers[28 + j] + powers[35 + j]
                some += none * s[place]
                none *= wide
                product *= w[place]
                product_power += power[place]
                after[j] *= product
                powers[35 + j] += product_power
            for j in range(i):
                after[j] *= product
                powers[35 + j] += product_power
            conflict += above * some * masses[28 + i]
            above *= none
        top = align(masses, powers)
        # Sums of many terms may end a few units below 1; where doubles could not get, K is 1 to the last digit.
        return top, 1.0 if top < -900 else conflict

    return closed_form


closed_form = closed_form_with(align)
