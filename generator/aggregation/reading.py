"""Reading the reported range off combined masses (method page, equation 12).

Values within ``TOLERANCE`` of each other are equal in every comparison. A reading that would differ if such a tie
were broken the other way is ``tied``; which way it goes does not depend on the order of the evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.aggregation.measures import belief, direct_mass
from generator.model.rules import Policy
from generator.model.scale import LEVELS, Intensity, IntensityRange
from generator.model.synthesis import Mass

TOLERANCE = 1e-12
"""Beliefs closer than this are equal. Rounding errors of a combination are a thousand times smaller."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The reported range, None if the masses support none, and whether a tie decided it."""

    range: IntensityRange | None
    tied: bool


def read(masses: Sequence[Mass], policy: Policy) -> Reading:
    """Apply a reading policy. Raises ``KeyError`` if nothing here implements it (the intake refuses that)."""
    return _POLICIES[policy.id](masses, policy.parameter("share"))


def _evidence_factory(masses: Sequence[Mass], share: float) -> Reading:
    """Single levels with belief compete with adjacent pairs that carry mass of their own.

    A pair goes if one of its levels alone has ``share`` of its belief. The highest belief wins; in a tie, the
    fewer levels, then the more negative.
    """
    singles = [(one, belief(masses, one)) for one in map(IntensityRange.of, LEVELS)]
    candidates = [(one, value) for one, value in singles if value > 0]
    strict, lenient = list(candidates), list(candidates)
    for pair in (IntensityRange(low, high) for low, high in pairwise(LEVELS)):
        if direct_mass(masses, pair) > 0:
            value = belief(masses, pair)
            best = max(singles[pair.low][1], singles[pair.high][1])
            if best < share * value - TOLERANCE:
                strict.append((pair, value))
            if best <= share * value + TOLERANCE:
                lenient.append((pair, value))
    return _highest(strict, lenient)


def _highest(strict: list[tuple[IntensityRange, float]], lenient: list[tuple[IntensityRange, float]]) -> Reading:
    if not strict:
        return Reading(None, False)
    first = _leaders(strict)
    return Reading(first[0], len(first) > 1 or _leaders(lenient) != first)


def _leaders(candidates: list[tuple[IntensityRange, float]]) -> list[IntensityRange]:
    top = max(value for _, value in candidates)
    equal = [one for one, value in candidates if value >= top - TOLERANCE]
    return sorted(equal, key=lambda one: (one.width, one.low))


HALVES = (IntensityRange(Intensity.SN, Intensity.IF), IntensityRange(Intensity.IF, Intensity.SP))


def _santos_2015(masses: Sequence[Mass], share: float) -> Reading:
    """From the better-believed half, drop the first or the last level while ``share`` of the belief stays."""
    if all(belief(masses, half) == 0 for half in HALVES):
        return Reading(None, False)
    ends = [end for half in _better(masses, HALVES) for end in _descend(masses, half, share)]
    return Reading(ends[0], len(set(ends)) > 1)


def _descend(masses: Sequence[Mass], current: IntensityRange, share: float) -> Iterator[IntensityRange]:
    """Where the descent may stop, ties broken every way; the way the rule prescribes comes first."""
    if current.width == 1:
        yield current
        return
    low, high = current.low, current.high
    children = (IntensityRange(low, Intensity(high - 1)), IntensityRange(Intensity(low + 1), high))
    needed = share * belief(masses, current)
    for child in _better(masses, children):
        kept = belief(masses, child)
        if kept >= needed - TOLERANCE:
            yield from _descend(masses, child, share)
        if kept <= needed + TOLERANCE:
            yield current


def _better(masses: Sequence[Mass], options: tuple[IntensityRange, IntensityRange]) -> list[IntensityRange]:
    """The option with more belief; both in a tie, the more negative first (``options`` are in that order)."""
    beliefs = [belief(masses, option) for option in options]
    return [option for option, value in zip(options, beliefs, strict=True) if value >= max(beliefs) - TOLERANCE]


_POLICIES: dict[str, Callable[[Sequence[Mass], float], Reading]] = {
    "evidence_factory": _evidence_factory,
    "santos_2015": _santos_2015,
}
"""Reading policies by id. Their threshold and source are review data."""
