"""The exact answer, for ten thousand bodies too, in whole numbers, by a way that shares nothing with the closed form.

A double is a whole number over a power of two. The commonality of a set is the product of 1 − b over the bodies that
do not contain it, and masses follow from commonalities by adding and subtracting, which whole numbers do exactly.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from math import isfinite, prod

from generator.aggregation.simple_support import Support

_WIDE = Context(prec=120, Emin=-(10**17), Emax=10**17)
_SPANS = [(i, j) for i in range(7) for j in range(i, 7)]


@dataclass(frozen=True, slots=True)
class Exact:
    """The 28 masses, in the order of ``RANGES``, are ``masses[k] / kept``; 1 − K is ``kept / whole``."""

    masses: tuple[int, ...]
    kept: int
    whole: int

    def fraction(self, place: int) -> Fraction:
        """One mass."""
        return Fraction(self.masses[place], self.kept)

    def weight(self) -> Decimal:
        """−log10(1 − K)."""
        return -_WIDE.divide(_leading(self.kept), _leading(self.whole)).log10(_WIDE)

    def mass_error(self, found: Iterable[float]) -> float:
        """Largest relative error of 28 masses; 1 if one is missing, or is where none belongs, or is no number."""
        return max(self._error(place, mass) for place, mass in enumerate(found))

    def weight_error(self, found: float) -> float:
        """Relative error of a weight of conflict; 1 if it is no number."""
        weight = self.weight()
        if not isfinite(found):
            return 1.0
        return float(abs(_WIDE.divide(Decimal(found) - weight, weight))) if weight else float(found != 0)

    def _error(self, place: int, found: float) -> float:
        # Below this a double has fewer than its 53 bits.
        exact, least = self.masses[place], 10**290
        if exact * least < self.kept:
            return 0.0 if found <= 1.1e-290 and (exact > 0 or found == 0) else 1.0
        if not isfinite(found):
            return 1.0
        over, under = found.as_integer_ratio()
        return abs(over * self.kept - exact * under) / (exact * under)


def combine(supports: Iterable[Support]) -> Exact:
    """Combine simple supports exactly."""
    against: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for low, high, mass in supports:
        over, under = mass.as_integer_ratio()
        against.setdefault((low, high), []).append((under - over, under))
    left = {one: _product([over for over, _ in pairs]) for one, pairs in against.items() if one != (0, 6)}
    wholes = {one: _product([under for _, under in against[one]]) for one in left}
    q = {(i, j): prod(left[l, h] if i < l or h < j else wholes[l, h] for l, h in left) for i, j in _SPANS}  # noqa: E741
    masses = tuple(q[i, j] - q.get((i - 1, j), 0) - q.get((i, j + 1), 0) + q.get((i - 1, j + 1), 0) for i, j in _SPANS)
    return Exact(masses, sum(masses), prod(wholes.values()))


def _product(numbers: list[int]) -> int:
    """Balanced, so that large factors meet large ones."""
    while len(numbers) > 1:
        numbers = [prod(numbers[k : k + 2]) for k in range(0, len(numbers), 2)]
    return numbers[0]


def _leading(number: int) -> Decimal:
    """The leading 500 bits: all that 120 digits can tell, and quick to turn into decimals."""
    spare = max(0, number.bit_length() - 500)
    return _WIDE.multiply(Decimal(number >> spare), _WIDE.power(2, spare))
