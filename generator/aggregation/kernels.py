"""The numba kernels: the only place that imports numba.

The inner loops stand in ``loops`` as ordinary functions and are compiled here; what they work on is explained there.
Every entry point releases the GIL, allocates nothing per replication, and gives the same numbers for any number of
cores. With ``NUMBA_DISABLE_JIT=1`` all of it runs as plain Python, as a test does.
"""

from __future__ import annotations

import hashlib
import inspect
import math
import sys

import numpy as np
from numba import config, njit, prange
from numpy.typing import NDArray

from generator.aggregation import loops
from generator.aggregation.loops import (
    ABOVE,
    CONFLICT,
    KEPT,
    LANES,
    MASS,
    NONE_ENDS,
    SLOTS,
    SOME_ENDS,
    STRIDE,
    Floats,
)

Integers = NDArray[np.int64]
Codes = NDArray[np.int8]

EVIDENCE_FACTORY, SANTOS_2015 = 0, 1
"""Reading policies as the kernels know them."""
NO_RANGE, NO_RESULT, UNDERFLOW = -1, -2, -3
"""Readings that are no place of a range: nothing but Θ, total conflict, and a kept mass too small for doubles."""

# numba renews a cached kernel when this file changes, not when ``loops`` does: each state of both has its own folder.
_SOURCES = hashlib.sha256("".join(map(inspect.getsource, (loops, sys.modules[__name__]))).encode()).hexdigest()[:16]
_FOLDER = loops.__file__.replace("\\", "/").rsplit("/", 3)[0] + "/.cache/numba"
config.CACHE_DIR = f"{config.CACHE_DIR or _FOLDER}/{_SOURCES}"  # type: ignore[attr-defined]

_compiled = njit(cache=True, nogil=True, error_model="numpy")

_column_0, _column_1, _column_2, _column_3, _column_4, _column_5, _column_6 = (
    _compiled(loops.column_of(j)) for j in range(7)
)
_row_0, _row_1, _row_2, _row_3, _row_4, _row_5, _row_6 = (_compiled(loops.row_of(i)) for i in range(7))
pairwise = _compiled(loops.pairwise)
_uniform = _compiled(loops.uniform)
new_block = _compiled(loops.new_block)
_forget = _compiled(loops.forget)
_merge = _compiled(loops.merge)
_merge_few = _compiled(loops.merge_few)
_take = _compiled(loops.take)
_give = _compiled(loops.give)
_load = _compiled(loops.load)
_restack = _compiled(loops.restack)
_evidence_factory = _compiled(loops.evidence_factory)
_santos_2015 = _compiled(loops.santos_2015_with(_compiled(loops.belief)))


@_compiled
def closed_form(block: Floats) -> None:
    """From the slots W and S to MASS (not normalised), KEPT (their sum) and CONFLICT; see ``simple_support``."""
    for t in range(LANES):
        block[NONE_ENDS * STRIDE + t] = block[ABOVE * STRIDE + t] = 1.0
        block[SOME_ENDS * STRIDE + t] = block[KEPT * STRIDE + t] = block[CONFLICT * STRIDE + t] = 0.0
    _column_0(block)
    _column_1(block)
    _column_2(block)
    _column_3(block)
    _column_4(block)
    _column_5(block)
    _column_6(block)
    _row_6(block)
    _row_5(block)
    _row_4(block)
    _row_3(block)
    _row_2(block)
    _row_1(block)
    _row_0(block)


@_compiled
def simple_supports(
    places: Integers, distinct: Integers, mass: Floats, out: Floats, conflict: Floats, kept: Floats
) -> None:
    """Combine (batch, n) masses on n ranges, given by their ``places`` in ``RANGES``; ``distinct`` has each once.

    Writes normalised masses to ``out`` (batch, 28), and total conflict and kept mass to the (batch,) arrays. Where
    the kept mass underflows, the row is meaningless and the caller must compute it otherwise.
    """
    few = mass.shape[0] < LANES // 2
    block = new_block(0 if few else places.shape[0])
    for first in range(0, mass.shape[0], LANES):
        last = min(first + LANES, mass.shape[0])
        if few:
            _merge_few(block, places, mass)
        else:
            _forget(block, distinct)
            _take(block, mass[first:last])
            _merge(block, places)
        closed_form(block)
        _give(block, out[first:last], conflict[first:last], kept[first:last])


@njit(cache=True, nogil=True, parallel=True)
def simple_supports_parallel(
    places: Integers, distinct: Integers, mass: Floats, out: Floats, conflict: Floats, kept: Floats
) -> None:
    """The same on all cores, in chunks of 4,096 rows. The result does not depend on how many there are."""
    chunks = (mass.shape[0] + 4095) // 4096
    for chunk in prange(chunks):
        part = slice(chunk * 4096, min((chunk + 1) * 4096, mass.shape[0]))
        simple_supports(places, distinct, mass[part], out[part], conflict[part], kept[part])


@_compiled
def reading(masses: Floats, policy: int, share: float, tolerance: float) -> int:
    """Place of the reported range of normalised masses (28,), or ``NO_RANGE``."""
    if policy == EVIDENCE_FACTORY:
        return _evidence_factory(masses, share, tolerance)
    return _santos_2015(masses, share, tolerance)


@_compiled
def readings(masses: Floats, policy: int, share: float, tolerance: float, out: Codes) -> None:
    """The same for each row of (batch, 28); ``NO_RESULT`` for rows of NaN."""
    for row in range(masses.shape[0]):
        out[row] = NO_RESULT if math.isnan(masses[row, 0]) else reading(masses[row], policy, share, tolerance)


@_compiled
def _read_block(
    block: Floats, policy: int, share: float, tolerance: float, smallest: float, inside: Floats, wanted: Integers,
    masses: Floats, codes: Codes, believed: Floats, conflict: Floats, kept: Floats,
) -> None:  # fmt: skip
    """Reading, belief on the ranges marked 1 in ``inside``, conflict and kept mass of the replications of a block.

    ``wanted`` are the places of the masses that the reading and the belief need.
    """
    for t in range(codes.shape[0]):
        lane = block[MASS * STRIDE + t :]
        kept[t], conflict[t] = block[KEPT * STRIDE + t], block[CONFLICT * STRIDE + t]
        if kept[t] < smallest:
            codes[t], believed[t] = UNDERFLOW, np.nan
            continue
        share_of_kept, total = 1.0 / kept[t], 0.0
        for place in wanted:
            masses[place] = lane[place * STRIDE] * share_of_kept
            total += masses[place] * inside[place]
        believed[t] = total
        codes[t] = reading(masses, policy, share, tolerance)


@_compiled
def _some_subsets(
    w: Floats, s: Floats, low_w: Floats, low_s: Floats, first: int, last: int, policy: int, share: float,
    tolerance: float, smallest: float, inside: Floats, wanted: Integers,
    codes: Codes, believed: Floats, conflict: Floats, kept: Floats,
) -> None:  # fmt: skip
    block, masses, depth = new_block(0), np.empty(28), w.shape[0] - 4
    stack_w, stack_s = np.ones((depth + 1, 28)), np.zeros((depth + 1, 28))
    _restack(stack_w, stack_s, w, s, first, 0)
    for high in range(first, last):
        if high > first:
            changed = high ^ (high - 1)
            bits = 0
            while changed >> bits:
                bits += 1
            _restack(stack_w, stack_s, w, s, high, depth - bits)
        _load(block, low_w, low_s, stack_w[depth], stack_s[depth])
        closed_form(block)
        part = slice((high - first) * LANES, (high - first + 1) * LANES)
        _read_block(
            block, policy, share, tolerance, smallest, inside, wanted, masses,
            codes[part], believed[part], conflict[part], kept[part],
        )  # fmt: skip


@njit(cache=True, nogil=True, parallel=True, error_model="numpy")
def subsets(
    w: Floats, s: Floats, low_w: Floats, low_s: Floats, policy: int, share: float, tolerance: float, smallest: float,
    inside: Floats, wanted: Integers, codes: Codes, believed: Floats, conflict: Floats, kept: Floats,
) -> None:  # fmt: skip
    """Every subset of at least four units, whose merged (w, s) are (n, 28); ``low_*`` (28, 16) merge the first four.

    Results are indexed by the bit mask of the subset, (2**n,). Work is shared with the previous subset: only the
    units that changed are merged again.
    """
    groups = codes.shape[0] // LANES
    chunks = min(groups, 256)
    for chunk in prange(chunks):
        first, last = chunk * groups // chunks, (chunk + 1) * groups // chunks
        part = slice(first * LANES, last * LANES)
        _some_subsets(
            w, s, low_w, low_s, first, last, policy, share, tolerance, smallest, inside, wanted,
            codes[part], believed[part], conflict[part], kept[part],
        )  # fmt: skip


@_compiled
def draws(
    places: Integers, distinct: Integers, low: Floats, width: Floats, group: Integers, seed: int, first: int,
    policy: int, share: float, tolerance: float, smallest: float, inside: Floats, meeting: Floats,
    codes: Codes, believed: Floats, plausible: Floats, conflict: Floats, kept: Floats,
) -> None:  # fmt: skip
    """Replications ``first`` … of bodies whose masses are ``low`` + u·``width``, with one u per group and replication.

    u depends on seed, replication and group only. Writes reading, Bel and Pl of the ranges marked 1 in ``inside`` and
    ``meeting``, total conflict and kept mass. A ``policy`` below 0 reads nothing.
    """
    block, masses = new_block(places.shape[0]), np.empty(28)
    groups = group.max() + 1 if group.shape[0] else 0
    u = np.empty(groups)
    for start in range(0, codes.shape[0], LANES):
        rows = min(LANES, codes.shape[0] - start)
        behind = block[SLOTS * STRIDE :]
        for t in range(rows):
            for g in range(groups):
                u[g] = _uniform(seed, first + start + t, g)
            lane = behind[t:]
            for k in range(group.shape[0]):
                lane[k * STRIDE] = low[k] + u[group[k]] * width[k]
        _forget(block, distinct)
        _merge(block, places)
        closed_form(block)
        for t in range(rows):
            lane, row = block[MASS * STRIDE + t :], start + t
            kept[row], conflict[row] = block[KEPT * STRIDE + t], block[CONFLICT * STRIDE + t]
            bel, pl, share_of_kept = 0.0, 0.0, 1.0 / kept[row]
            for place in range(28):
                masses[place] = lane[place * STRIDE] * share_of_kept
                bel += masses[place] * inside[place]
                pl += masses[place] * meeting[place]
            believed[row], plausible[row], codes[row] = bel, pl, NO_RANGE
            if kept[row] < smallest:
                codes[row] = UNDERFLOW
            elif policy >= 0:
                codes[row] = reading(masses, policy, share, tolerance)
