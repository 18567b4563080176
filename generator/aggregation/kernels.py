"""The kernels: what batches and sensitivity call.

Every entry point releases the GIL, allocates nothing per replication, and gives the same numbers for any number of
cores and however a batch is cut. With ``NUMBA_DISABLE_JIT=1`` all of it runs as plain Python, as a test does.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from generator.aggregation import loops
from generator.aggregation.blocks import (
    LOW_UNITS,
    Floats,
    Integers,
    believe,
    certain,
    certain_ranges,
    clear,
    combine,
    combine_scaled,
    combine_to_rows,
    find_plausible,
    merge,
    merge_few,
    merge_scaled,
    merge_two,
    merging_plan,
    new_block,
    new_room,
    read,
    replace,
    restack,
    subset_scaled,
    unsound,
    weight,
)
from generator.aggregation.compiled import compiled, inner, parallel, prange
from generator.aggregation.lanes import BELIEF, CONFLICT, KEPT, LANES, MASS, PLAUSIBILITY, READING, S, W

Codes = NDArray[np.int8]

EVIDENCE_FACTORY, SANTOS_2015 = 0, 1
"""Reading policies as the kernels know them."""
NO_RANGE, NO_RESULT = -1, -2
"""Readings that are no place of a range: nothing but Θ, and total conflict."""
MANY = 1000
"""With more bodies of evidence, doubles so often come to their end that each row is computed by ``scaled`` at once."""

pairwise = compiled(loops.pairwise)
_uniform = inner(loops.uniform)
_santos_2015 = inner(loops.santos_2015_with(inner(loops.belief)))


@compiled
def simple_supports(places: Integers, mass: Floats, out: Floats, conflict: Floats, kept: Floats) -> None:
    """Combine (batch, n) masses on n ranges, given by their ``places`` in ``RANGES``.

    Writes normalised masses to ``out`` (batch, 28), NaN under total conflict, and total conflict and kept mass to the
    (batch,) arrays; kept masses too small for a double are 0. Rows that do not fill a block are computed in one that
    begins earlier, if there is one.
    """
    if places.shape[0] > MANY:
        _one_by_one(places, mass, out, conflict, kept)
    elif mass.shape[0] < LANES:
        _few(places, mass, out, conflict, kept)
    else:
        _rows(places, mass, out, conflict, kept, 0, mass.shape[0])


@inner
def _rows(places: Integers, mass: Floats, out: Floats, conflict: Floats, kept: Floats, first: int, last: int) -> None:
    """Rows ``first`` … ``last − 1``, and some before if they do not fill a block."""
    nothing = np.empty(28)
    block, bodies, (order, spans) = new_block(nothing, nothing, 0.0, 0.0), places.shape[0], merging_plan(places)
    for start in range(first, last, LANES):
        row = min(start, last - LANES)
        merge(block, mass, row * bodies, bodies, order, spans)
        if combine_to_rows(block, 0, out, row * 28, conflict, row, kept, row):
            _redo(block, places, mass, row, out, conflict, kept)


@inner
def _few(places: Integers, mass: Floats, out: Floats, conflict: Floats, kept: Floats) -> None:
    """Fewer rows than fill a block."""
    nothing = np.empty(28)
    block = new_block(nothing, nothing, 0.0, 0.0)
    merge_few(block, places, mass)
    faint = combine(block, 0, block, CONFLICT * LANES, block, KEPT * LANES)
    for t in range(mass.shape[0]):
        conflict[t], kept[t] = block[CONFLICT * LANES + t], block[KEPT * LANES + t]
        for place in range(28):
            out[t, place] = block[(MASS + place) * LANES + t]
    if faint:
        _redo(block, places, mass, 0, out, conflict, kept)


@inner
def _redo(
    block: Floats, places: Integers, mass: Floats, first: int, out: Floats, conflict: Floats, kept: Floats
) -> None:
    """Compute those of the rows of a block, from row ``first`` on, by ``scaled`` for which doubles may not do."""
    room, powers = new_room()
    for t in range(min(LANES, mass.shape[0])):
        if unsound(block, t, certain_ranges(places, mass[first + t])):
            _one(places, mass, first + t, out, conflict, kept, room, powers)


@inner
def _one_by_one(places: Integers, mass: Floats, out: Floats, conflict: Floats, kept: Floats) -> None:
    """Every row by ``scaled``."""
    room, powers = new_room()
    for row in range(mass.shape[0]):
        _one(places, mass, row, out, conflict, kept, room, powers)


@inner
def _one(
    places: Integers, mass: Floats, row: int, out: Floats, conflict: Floats, kept: Floats,
    room: Floats, powers: Integers,
) -> None:  # fmt: skip
    """One row by ``scaled``."""
    clear(room, powers)
    merge_scaled(places, mass[row], room, powers)
    left, power, conflict[row] = combine_scaled(room, powers)
    kept[row] = math.ldexp(left, int(max(power, loops.LEAST)))
    for place in range(28):
        out[row, place] = room[70 + place]


@parallel
def simple_supports_parallel(places: Integers, mass: Floats, out: Floats, conflict: Floats, kept: Floats) -> None:
    """The same on all cores, in chunks of 4,096 rows."""
    if mass.shape[0] < LANES or places.shape[0] > MANY:
        simple_supports(places, mass, out, conflict, kept)
    else:
        for chunk in prange((mass.shape[0] + 4095) // 4096):
            last = min((chunk + 1) * 4096, mass.shape[0])
            _rows(places, mass, out, conflict, kept, chunk * 4096, last)


@inner
def _read(block: Floats, policy: int, share: float, tolerance: float, masses: Floats) -> None:
    """Read the masses of a block: the READING of each lane; ``NO_RESULT`` for masses that are no numbers."""
    if policy == EVIDENCE_FACTORY:
        read(block, 0)
    for t in range(LANES):
        if math.isnan(block[MASS * LANES + t]):
            block[READING * LANES + t] = NO_RESULT
        elif policy == SANTOS_2015:
            for place in range(28):
                masses[place] = block[(MASS + place) * LANES + t]
            block[READING * LANES + t] = _santos_2015(masses, share, tolerance)


@compiled
def readings(masses: Floats, policy: int, share: float, tolerance: float, out: Codes) -> None:
    """Place of the reported range of each row of (batch, 28) normalised masses."""
    nothing, one = np.empty(28), np.empty(28)
    block = new_block(nothing, nothing, share, tolerance)
    for start in range(0, masses.shape[0], LANES):
        for t in range(LANES):
            for place in range(28):
                block[(MASS + place) * LANES + t] = masses[min(start + t, masses.shape[0] - 1), place]
        _read(block, policy, share, tolerance, one)
        for t in range(min(LANES, masses.shape[0] - start)):
            out[start + t] = int(block[READING * LANES + t])


@inner
def _some_subsets(
    fine: Floats, power: Integers, units: Floats, low: Floats, first: int, last: int, policy: int, share: float,
    tolerance: float, inside: Floats, codes: Codes, believed: Floats, against: Floats,
) -> None:  # fmt: skip
    block, masses, depth = new_block(inside, inside, share, tolerance), np.empty(28), fine.shape[0] - LOW_UNITS
    (room, powers), stack, row = new_room(), np.empty((depth + 1, 56)), np.empty(depth + 1, dtype=np.int64)
    row[0] = 0
    for place in range(28):
        stack[0, W + place], stack[0, S + place] = 1.0, 0.0
    for high in range(first, last):
        changed = depth
        if high > first:
            changed = 0
            while (high ^ (high - 1)) >> changed:
                changed += 1
        restack(stack, row, units, high, depth - changed)
        merge_two(block, 0, low, 0, stack, row[depth] * 56)
        faint, at = combine(block, 0, block, CONFLICT * LANES, block, KEPT * LANES), high * LANES
        for t in range(LANES):
            against[at + t] = weight(block[KEPT * LANES + t], 0, block[CONFLICT * LANES + t])
            mask = high * LANES + t
            if faint and unsound(block, t, certain(mask, fine)):
                subset_scaled(mask, fine, power, units, room, powers)
                against[at + t] = weight(*combine_scaled(room, powers))
                replace(block, t, room)
        believe(block)
        _read(block, policy, share, tolerance, masses)
        for t in range(LANES):
            believed[at + t], codes[at + t] = block[BELIEF * LANES + t], int(block[READING * LANES + t])


@parallel
def subsets(
    fine: Floats, power: Integers, units: Floats, low: Floats, policy: int, share: float, tolerance: float,
    inside: Floats, codes: Codes, believed: Floats, against: Floats,
) -> None:  # fmt: skip
    """Every subset of at least two units.

    ``units`` (n, 56) holds w and s that each unit merges to, ``low`` (56, 4) those of the subsets of the first two.
    Doubles do not always hold w: ``fine``·2**``power`` (n, 28) do.

    Writes reading, belief on the ranges marked 1 in ``inside`` and weight of conflict of each, by the bit mask of the
    subset (2**n,). Work is shared with the previous subset: only the units that changed are merged again.
    """
    groups = codes.shape[0] // LANES
    chunks = min(groups, 256)
    for chunk in prange(chunks):
        _some_subsets(
            fine, power, units, low, chunk * groups // chunks, (chunk + 1) * groups // chunks,
            policy, share, tolerance, inside, codes, believed, against,
        )  # fmt: skip


@compiled
def draws(
    places: Integers, low: Floats, width: Floats, group: Integers, seed: int, first: int,
    policy: int, share: float, tolerance: float, inside: Floats, meeting: Floats,
    codes: Codes, believed: Floats, plausible: Floats, conflict: Floats,
) -> None:  # fmt: skip
    """Replications ``first`` … of bodies whose masses are ``low`` + u·``width``, with one u per group and replication.

    u depends on seed, replication and group only. Writes reading, Bel and Pl of the ranges marked 1 in ``inside`` and
    ``meeting`` (NaN under total conflict), and total conflict.
    """
    bodies = places.shape[0]
    block, (order, spans) = new_block(inside, meeting, share, tolerance), merging_plan(places)
    (room, powers), masses, drawn = new_room(), np.empty(28), np.empty((LANES, bodies))
    groups = 0
    for one in group:
        groups = max(groups, one + 1)
    u = np.empty(groups)
    for start in range(0, codes.shape[0], LANES):
        _draw(drawn, low, width, group, seed, first + start, u)
        merge(block, drawn, 0, bodies, order, spans)
        faint = combine(block, 0, block, CONFLICT * LANES, block, KEPT * LANES)
        for t in range(LANES):
            if faint and unsound(block, t, certain_ranges(places, drawn[t])):
                clear(room, powers)
                merge_scaled(places, drawn[t], room, powers)
                block[CONFLICT * LANES + t] = combine_scaled(room, powers)[2]
                replace(block, t, room)
        believe(block)
        find_plausible(block)
        _read(block, policy, share, tolerance, masses)
        for t in range(min(LANES, codes.shape[0] - start)):
            row = start + t
            believed[row], plausible[row] = block[BELIEF * LANES + t], block[PLAUSIBILITY * LANES + t]
            conflict[row], codes[row] = block[CONFLICT * LANES + t], int(block[READING * LANES + t])


@inner
def _draw(drawn: Floats, low: Floats, width: Floats, group: Integers, seed: int, first: int, u: Floats) -> None:
    """Rows of masses for replications ``first`` …"""
    for t in range(LANES):
        for g in range(u.shape[0]):
            u[g] = _uniform(seed, first + t, g)
        for k in range(group.shape[0]):
            drawn[t, k] = low[k] + u[group[k]] * width[k]
