"""Four replications at a time: what a block of them holds, and the steps that are computed with vectors.

A block is one flat array of slots; a slot holds one quantity (w of a range, a mass …) for each of ``LANES``
replications. A step is an ordinary function of products, sums and choices. ``compiled`` runs it once with symbols in
place of numbers, which write down vector instructions as they are multiplied and added: so the formula that a kernel
computes *is* ``simple_support.closed_form``. As Python, a step works on slices of arrays, by ``Lanes``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.aggregation.scaled import SMALLEST, THETA_PLACE
from generator.aggregation.simple_support import PLACES, closed_form

LANES = 4
"""The widest vector that processors commonly have."""

# Slots. W to MASS, INSIDE and MEETING hold 28 ranges each; the last four stay as they are for a whole batch.
W, S, MASS = 0, 28, 56
KEPT, CONFLICT, BELIEF, PLAUSIBILITY, READING = 84, 85, 86, 87, 88
INSIDE, MEETING, SHARE, TOLERANCE = 89, 117, 145, 146
SLOTS = 147

SINGLES = (0, 7, 13, 18, 22, 25, 27)
"""Places of the seven single levels in ``RANGES``; a pair stands right behind its lower level."""

Vector = Any
"""A number for each lane: an array of them, or a symbol."""
ZERO, ONE = 0.0, 1.0


class Lanes:
    """An array, row after row, from index ``at`` on, as steps see it."""

    def __init__(self, array: NDArray[Any], at: int) -> None:
        self._array, self._at = array.reshape(-1), at

    def slot(self, slot: int) -> Vector:
        """A number for each lane, side by side."""
        return self._array[self._at + slot * LANES :][:LANES].copy()

    def fill(self, slot: int, value: Vector) -> None:
        """Set a slot."""
        self._array[self._at + slot * LANES :][:LANES] = value

    def each(self, index: int) -> Vector:
        """One number, the same for all lanes."""
        return self._array[self._at + index]

    def down(self, index: int, width: int) -> Vector:
        """A number from each of ``LANES`` rows of ``width`` numbers."""
        return np.array([self._array[self._at + lane * width + index] for lane in range(LANES)])

    def whole(self, index: int) -> int:
        """A whole number, of an array of such."""
        return int(self._array[self._at + index])

    def rows(self, values: Sequence[Vector]) -> None:
        """Write one row for each lane."""
        count = len(values)
        for lane, row in enumerate(np.array(values).T):
            self._array[self._at + lane * count :][:count] = row

    @staticmethod
    def fold(first: int, last: int, start: Sequence[float], more: Callable[..., Sequence[Vector]]) -> Sequence[Vector]:
        """``more(k, *values)`` over and over, from ``first`` to before ``last``."""
        values: Sequence[Vector] = start
        for k in range(first, last):
            values = more(k, *values)
        return values

    @staticmethod
    def choose(condition: Vector, one: Vector, other: Vector) -> Vector:
        """``one`` in the lanes where the condition holds, ``other`` elsewhere."""
        return np.where(condition, one, other)

    @staticmethod
    def anywhere(condition: Vector) -> bool:
        """Whether it holds in any lane."""
        return bool(np.any(condition))


def merge(block: Lanes, mass: Lanes, order: Lanes, width: int, first: int, last: int) -> None:
    """Merge bodies of evidence on one range, where ``block`` begins at its w.

    They are those whose places in a row of ``width`` masses stand at ``first`` … ``last − 1`` of ``order``.
    """

    def more(k: int, w: Vector, s: Vector) -> tuple[Vector, Vector]:
        b = mass.down(order.whole(k), width)
        return w * (ONE - b), s + w * b

    w, s = block.fold(first, last, (ONE, ZERO), more)
    block.fill(W, w)
    block.fill(S, s)


def merge_two(block: Lanes, low: Lanes, above: Lanes) -> None:
    """Merge w and s of every lane, side by side in ``low``, with one w and s of every range, in ``above``."""
    for place in range(28):
        w, s = above.each(W + place), above.each(S + place)
        block.fill(W + place, low.slot(W + place) * w)
        block.fill(S + place, s + w * low.slot(S + place))


def merge_units(into: Lanes, one: Lanes, other: Lanes) -> None:
    """Merge two times w and s of every range (56,), here with ranges side by side."""
    for k in range(28 // LANES):
        w, s = one.slot(k), one.slot(28 // LANES + k)
        into.fill(k, w * other.slot(k))
        into.fill(28 // LANES + k, s + w * other.slot(28 // LANES + k))


def _combined(block: Lanes, conflict: Lanes, kept: Lanes) -> tuple[list[Vector], Vector]:
    """Normalised masses, and the mass on Θ before it is normalised, from w and s; fills conflict and kept mass."""
    w, s = [ONE] * 49, [ZERO] * 49
    for place, at in enumerate(PLACES):
        if place != THETA_PLACE:
            w[at], s[at] = block.slot(W + place), block.slot(S + place)
    masses, against = closed_form(w, s, ZERO, ONE)
    total = added(masses)
    conflict.fill(0, against)
    kept.fill(0, total)
    share = ONE / total
    return [mass * share for mass in masses], masses[THETA_PLACE]


def combine(block: Lanes, conflict: Lanes, kept: Lanes) -> bool:
    """From w and s to masses, kept mass and conflict; gives whether a mass may have underflowed in any lane."""
    masses, theta = _combined(block, conflict, kept)
    for place, mass in enumerate(masses):
        block.fill(MASS + place, mass)
    return block.anywhere(theta < SMALLEST)


def combine_to_rows(block: Lanes, out: Lanes, conflict: Lanes, kept: Lanes) -> bool:
    """The same with the masses written to rows of 28."""
    masses, theta = _combined(block, conflict, kept)
    out.rows(masses)
    return block.anywhere(theta < SMALLEST)


def added(terms: Sequence[Vector]) -> Vector:
    """Their sum, in pairs: no sum waits for another longer than it must."""
    while len(terms) > 1:
        paired = [one + other for one, other in zip(terms[::2], terms[1::2], strict=False)]
        terms = [*paired, terms[-1]] if len(terms) % 2 else paired
    return terms[0]


def weigh(masses: Lanes, weights: Lanes, found: Lanes) -> None:
    """The sum of the masses, each times its weight: Bel, Pl."""
    found.fill(0, added([masses.slot(place) * weights.slot(place) for place in range(28)]))


def read(block: Lanes) -> None:
    """The reported range, −1 for none, by the policy ``evidence_factory`` of ``reading``, with every choice made."""
    share, tolerance, choose = block.slot(SHARE), block.slot(TOLERANCE), block.choose
    singles = [block.slot(MASS + place) for place in SINGLES]
    top = singles[0]
    for mass in singles[1:]:
        top = choose(mass > top, mass, top)
    pairs = []
    for level in range(6):
        direct, low, high = block.slot(MASS + SINGLES[level] + 1), singles[level], singles[level + 1]
        belief = low + high + direct
        held = share * belief - tolerance
        candidate = choose((direct > ZERO) & (low < held) & (high < held), belief, ZERO)
        top = choose(candidate > top, candidate, top)
        pairs.append(candidate)
    least, found = top - tolerance, -ONE
    for level in range(5, -1, -1):
        found = choose((pairs[level] > ZERO) & (pairs[level] >= least), float(SINGLES[level] + 1), found)
    for level in range(6, -1, -1):
        found = choose((singles[level] > ZERO) & (singles[level] >= least), float(SINGLES[level]), found)
    block.fill(READING, found)
