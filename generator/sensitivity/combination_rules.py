"""Combination rules other than Dempster's, on mass functions {bit mask: mass}.

They are here to be compared with Dempster's rule, and are used for nothing else. A mass function may hold sets with
gaps (Dubois and Prade's rule makes them) and mass on the empty set 0 is dropped at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce

from generator.model.evidence import EffectEvidence
from generator.model.scale import RANGES, THETA
from generator.model.synthesis import Mass

MassFunction = dict[int, float]


def simple_support(piece: EffectEvidence) -> MassFunction:
    """A body of evidence as a mass function."""
    if piece.range.mask == THETA:
        return {THETA: 1.0}
    return {piece.range.mask: piece.belief_value, THETA: 1 - piece.belief_value}


def conjunctive(one: MassFunction, other: MassFunction) -> MassFunction:
    """Both hold: mass of two sets goes to what they have in common, conflict to the empty set."""
    return _gathered((left & right, mass * weight) for left, mass in one.items() for right, weight in other.items())


def unnormalised(bodies: Sequence[MassFunction]) -> MassFunction:
    """The conjunctive rule as it is; conflict stays on the empty set."""
    return reduce(conjunctive, bodies, {THETA: 1.0})


def yager(bodies: Sequence[MassFunction]) -> MassFunction:
    """Conflict means not knowing: that of all bodies at once goes to the whole scale."""
    combined = unnormalised(bodies)
    return _gathered((set_ or THETA, mass) for set_, mass in combined.items())


def dubois_prade(bodies: Sequence[MassFunction]) -> MassFunction:
    """Of two sets that contradict each other one must hold: their mass goes to their union. Pairwise, in order."""
    return reduce(_intersect_or_join, bodies, {THETA: 1.0})


def averaging(bodies: Sequence[MassFunction]) -> MassFunction:
    """The mean of the mass functions."""
    return _gathered((set_, mass / len(bodies)) for body in bodies for set_, mass in body.items())


RULES: dict[str, Callable[[Sequence[MassFunction]], MassFunction]] = {
    "yager": yager,
    "dubois_prade": dubois_prade,
    "unnormalised": unnormalised,
    "averaging": averaging,
}


def as_masses(function: MassFunction) -> tuple[Mass, ...]:
    """For reading: each set as the smallest range that contains it, the empty set left out.

    Belief in a range counts the sets within it, and a set lies within a range exactly if its hull does; a hull of
    a set with a gap has three levels or more, and so is no single level or adjacent pair. Nothing that a reading
    policy looks at changes.
    """
    hulls = _gathered((_hull(set_), mass) for set_, mass in function.items() if set_)
    return tuple(Mass(one, hulls[one.mask]) for one in RANGES if hulls.get(one.mask, 0.0) > 0)


def _intersect_or_join(one: MassFunction, other: MassFunction) -> MassFunction:
    return _gathered(
        (left & right or left | right, mass * weight) for left, mass in one.items() for right, weight in other.items()
    )


def _hull(set_: int) -> int:
    low, high = (set_ & -set_).bit_length() - 1, set_.bit_length() - 1
    return (1 << (high + 1)) - (1 << low)


def _gathered(parts: Iterable[tuple[int, float]]) -> MassFunction:
    found: MassFunction = {}
    for set_, mass in parts:
        found[set_] = found.get(set_, 0.0) + mass
    return found
