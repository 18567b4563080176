"""The flip distance: by how much belief the reported range leads whatever would be reported in its stead.

It is the smallest margin, 0–1, among the comparisons of the reading policy that would have to turn out the other way
for another range to be reported; 0 in a tie. Under ``evidence_factory`` a competitor that loses twice (to the
reported range, and, as a pair, to one of its own levels) is as far away as the larger of the two margins. Under
``santos_2015`` a comparison counts only if the other way leads to another range.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from generator.aggregation.measures import belief, direct_mass
from generator.aggregation.reading import HALVES, read
from generator.model.rules import Policy
from generator.model.scale import LEVELS, Intensity, IntensityRange
from generator.model.synthesis import Mass

Masses = Sequence[Mass]


def flip_distance(masses: Masses, policy: Policy) -> float | None:
    """The distance, None where no range is reported."""
    reported = read(masses, policy).range
    if reported is None:
        return None
    return max(0.0, min(_POLICIES[policy.id](masses, reported, policy.parameter("share"))))


def _evidence_factory(masses: Masses, reported: IntensityRange, share: float) -> Iterator[float]:
    value = belief(masses, reported)
    for single in map(IntensityRange.of, LEVELS):
        if single != reported:
            inside = reported.low <= single.low <= reported.high
            yield (share if inside else 1.0) * value - belief(masses, single)
    for pair in (IntensityRange(low, high) for low, high in pairwise(LEVELS)):
        if pair != reported and direct_mass(masses, pair) > 0:
            whole = belief(masses, pair)
            best = max(belief(masses, IntensityRange.of(level)) for level in pair.levels)
            yield max(value - whole, best - share * whole)


def _santos_2015(masses: Masses, reported: IntensityRange, share: float) -> Iterator[float]:
    yield _choice(masses, HALVES, share)[1]


def _choice(
    masses: Masses, options: tuple[IntensityRange, IntensityRange], share: float
) -> tuple[IntensityRange, float]:
    """Where the better option leads, and the margin; ``options`` stand with the more negative first."""
    first, second = options
    lead = belief(masses, first) - belief(masses, second)
    if lead < 0:
        first, second = second, first
    end, margin = _descent(masses, first, share)
    other, _ = _descent(masses, second, share)
    return end, margin if other == end else min(margin, abs(lead))


def _descent(masses: Masses, current: IntensityRange, share: float) -> tuple[IntensityRange, float]:
    if current.width == 1:
        return current, 1.0
    low, high = current.low, current.high
    children = (IntensityRange(low, Intensity(high - 1)), IntensityRange(Intensity(low + 1), high))
    kept = max(belief(masses, child) for child in children) - share * belief(masses, current)
    if kept < 0:
        return current, -kept
    end, margin = _choice(masses, children, share)
    return end, min(margin, kept)


_POLICIES: dict[str, Callable[[Masses, IntensityRange, float], Iterator[float]]] = {
    "evidence_factory": _evidence_factory,
    "santos_2015": _santos_2015,
}
