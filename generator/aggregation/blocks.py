"""Steps of the kernels, compiled: blocks of ``LANES`` replications, and single ones by ``scaled``."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from generator.aggregation import lanes, scaled
from generator.aggregation.compiled import inlined, inner, vectorised
from generator.aggregation.lanes import (
    BELIEF,
    INSIDE,
    LANES,
    MASS,
    MEETING,
    PLAUSIBILITY,
    SHARE,
    SLOTS,
    TOLERANCE,
    S,
    W,
)
from generator.aggregation.loops import LEAST
from generator.aggregation.scaled import SMALLEST, THETA_PLACE

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

LOW_UNITS = 2
"""2**LOW_UNITS subsets of the first units fill a block."""

_merge = vectorised(lanes.merge, 3)
merge_two = vectorised(lanes.merge_two, 3)
_merge_units = vectorised(lanes.merge_units, 3)
combine = vectorised(lanes.combine, 3, answers=True)
combine_to_rows = vectorised(lanes.combine_to_rows, 4, answers=True)
_weigh = vectorised(lanes.weigh, 3)
read = vectorised(lanes.read, 1)

_merge_scaled = inner(scaled.merge)
_align = inner(scaled.align)
weight = inner(scaled.weight)
_form_scaled = inner(scaled.closed_form_with(_align))


@inner
def new_block(inside: Floats, meeting: Floats, share: float, tolerance: float) -> Floats:
    """A block in which no range is active. ``inside`` and ``meeting`` (28,) weigh the masses for Bel and Pl."""
    block = np.empty(SLOTS * LANES)
    for place in range(28):
        for t in range(LANES):
            block[(W + place) * LANES + t], block[(S + place) * LANES + t] = 1.0, 0.0
            block[(INSIDE + place) * LANES + t] = inside[place]
            block[(MEETING + place) * LANES + t] = meeting[place]
    for t in range(LANES):
        block[SHARE * LANES + t], block[TOLERANCE * LANES + t] = share, tolerance
    return block


@inner
def merging_plan(places: Integers) -> tuple[Integers, Integers]:
    """The bodies of evidence by place of their range, and for each range its place and what of this order is its own.

    The whole scale is left out: evidence on it says nothing. A place of −1 ends the ranges.
    """
    first = np.empty(29, dtype=np.int64)
    for place in range(29):
        first[place] = 0
    for place in places:
        first[place + 1] += 1
    for place in range(28):
        first[place + 1] += first[place]
    spans, count = np.empty((29, 3), dtype=np.int64), 0
    for place in range(28):
        if first[place] < first[place + 1] and place != THETA_PLACE:
            spans[count, 0], spans[count, 1], spans[count, 2] = place, first[place], first[place + 1]
            count += 1
    spans[count, 0] = -1
    order = np.empty(places.shape[0], dtype=np.int64)
    for body in range(places.shape[0]):
        order[first[places[body]]] = body
        first[places[body]] += 1
    return order, spans


@inlined
def merge(block: Floats, mass: Floats, at: int, width: int, order: Integers, spans: Integers) -> None:
    """Merge the bodies of ``LANES`` rows of masses, the first at index ``at``, each ``width`` numbers long."""
    k = 0
    while spans[k, 0] >= 0:
        _merge(block, spans[k, 0] * LANES, mass, at, order, 0, width, spans[k, 1], spans[k, 2])
        k += 1


@inner
def merge_few(block: Floats, places: Integers, mass: Floats) -> None:
    """Merge fewer rows of masses, each in its own lane."""
    for t in range(mass.shape[0]):
        for k in range(places.shape[0]):
            w, s, b = (W + places[k]) * LANES + t, (S + places[k]) * LANES + t, mass[t, k]
            block[s] += block[w] * b
            block[w] *= 1.0 - b


@inlined
def believe(block: Floats) -> None:
    """BELIEF of each lane."""
    _weigh(block, MASS * LANES, block, INSIDE * LANES, block, BELIEF * LANES)


@inlined
def find_plausible(block: Floats) -> None:
    """PLAUSIBILITY of each lane."""
    _weigh(block, MASS * LANES, block, MEETING * LANES, block, PLAUSIBILITY * LANES)


@inner
def unsound(block: Floats, t: int, certain: int) -> bool:
    """Whether a product may have underflowed in lane ``t``: none is smaller than that of all w but 0.

    w may be 0 only where a body is certain of its range: bit k of ``certain`` for place k.
    """
    product = 1.0
    for place in range(28):
        w = block[(W + place) * LANES + t]
        if place != THETA_PLACE and not (w == 0.0 and certain >> place & 1):
            product *= w
    return product < SMALLEST


@inner
def certain_ranges(places: Integers, mass: Floats) -> int:
    """Places of the ranges of which a body is certain, as bits."""
    found = 0
    for k in range(places.shape[0]):
        if mass[k] == 1.0:
            found |= 1 << places[k]
    return found


@inner
def new_room() -> tuple[Floats, Integers]:
    """Room for one replication: w and s (28 each), before and after (7 each), masses (42); powers of both."""
    return np.empty(28 + 28 + 14 + 42), np.empty(28 + 42, dtype=np.int64)


@inner
def clear(room: Floats, powers: Integers) -> None:
    """No range is active."""
    for place in range(28):
        room[W + place], room[S + place], powers[place] = 1.0, 0.0, 0


@inner
def merge_scaled(places: Integers, masses: Floats, room: Floats, powers: Integers) -> None:
    """Merge bodies of evidence one by one."""
    _merge_scaled(places, masses, room[:28], powers[:28], room[28:56])


@inner
def combine_scaled(room: Floats, powers: Integers) -> tuple[float, int, float]:
    """Combine what was merged. Normalised masses then stand at 70 … 97 of ``room``.

    Gives kept mass, 0 in total conflict, as a number and its power of two; and conflict.
    """
    found = room[70:]
    power, conflict = _form_scaled(room[:28], powers[:28], room[28:56], room[56:63], room[63:70], found, powers[28:])
    kept = 0.0
    for place in range(28):
        kept += found[place]
    share = 1.0 / kept
    for place in range(28):
        found[place] *= share
    return kept, power, conflict


@inner
def replace(block: Floats, t: int, room: Floats) -> None:
    """Put the masses that ``combine_scaled`` found into lane ``t``."""
    for place in range(28):
        block[(MASS + place) * LANES + t] = room[70 + place]


@inner
def restack(stack: Floats, row: Integers, units: Floats, high: int, first: int) -> None:
    """Row ``row[d]`` of the stack merges the d highest units of subset ``high``; renew them from d = ``first`` on."""
    depth = row.shape[0] - 1
    for d in range(first, depth):
        unit = depth - 1 - d
        row[d + 1] = row[d]
        if high >> unit & 1:
            row[d + 1] = d + 1
            _merge_units(stack, (d + 1) * 56, stack, row[d] * 56, units, (unit + LOW_UNITS) * 56)


@inner
def subset_scaled(mask: int, fine: Floats, power: Integers, units: Floats, room: Floats, powers: Integers) -> None:
    """Merge the units of a subset, whose w are ``fine``·2**``power``."""
    clear(room, powers)
    for unit in range(fine.shape[0]):
        if mask >> unit & 1:
            for place in range(28):
                before = math.ldexp(room[W + place], int(max(powers[place], LEAST)))
                room[S + place] += before * units[unit, S + place]
                room[W + place], grown = math.frexp(room[W + place] * fine[unit, place])
                powers[place] += power[unit, place] + grown


@inner
def certain(mask: int, fine: Floats) -> int:
    """Places of the ranges of which a unit of the subset is certain, as bits."""
    found = 0
    for unit in range(fine.shape[0]):
        if mask >> unit & 1:
            for place in range(28):
                if fine[unit, place] == 0.0:
                    found |= 1 << place
    return found
