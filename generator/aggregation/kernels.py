"""The numba kernels: the only place that imports numba.

Combining simple supports works on blocks of ``LANES`` replications at a time, in one flat array of slots: a slot holds
one quantity (``w`` of a range, a mass …) for every replication of the block. Slots lie at a constant stride, and the
functions for one column or row of the table of ranges are made with their indices as constants: only so does the
compiler see that slots never overlap, and computes several replications with one instruction.

Each kernel is an ordinary function of arrays and loops, so that tests can run it uncompiled as ``kernel.py_func``.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

LANES = 16
STRIDE = LANES + 8
"""Not a power of two: slots must not fall on the same lines of the cache."""

# Slots. W and S hold 28 ranges each; MASS starts as "some range from below ends here" and is overwritten by the mass.
W, S, MASS = 0, 28, 56
BEFORE, SOME_BEFORE, AFTER = 84, 91, 98
NONE_ENDS, SOME_ENDS, ABOVE, KEPT, CONFLICT = 105, 106, 107, 108, 109
SLOTS = 110

Block = Callable[[Floats], None]


def _first(i: int) -> int:
    """Place of the range [i, i] in the order of ``RANGES``."""
    return i * 7 - i * (i - 1) // 2


def _column(j: int) -> Block:
    """For ranges that end at level j: is one active from below each i; does one end here; does one end before."""

    @njit(cache=True, nogil=True, error_model="numpy")
    def column(block: Floats) -> None:
        for t in range(LANES):
            none, some = 1.0, 0.0
            for i in range(j + 1):
                place = i * 7 - i * (i - 1) // 2 + j - i
                block[(MASS + place) * STRIDE + t] = some
                some += none * block[(S + place) * STRIDE + t]
                none *= block[(W + place) * STRIDE + t]
            none_ends, some_ends = block[NONE_ENDS * STRIDE + t], block[SOME_ENDS * STRIDE + t]
            block[(BEFORE + j) * STRIDE + t] = none_ends
            block[(SOME_BEFORE + j) * STRIDE + t] = some_ends
            block[(AFTER + j) * STRIDE + t] = 1.0
            block[NONE_ENDS * STRIDE + t] = none_ends * none
            block[SOME_ENDS * STRIDE + t] = some_ends + none_ends * some

    return column  # type: ignore[no-any-return]


def _row(i: int) -> Block:
    """For ranges that start at level i: their masses, and the conflict whose highest lower end is i."""
    first = _first(i) - i

    @njit(cache=True, nogil=True, error_model="numpy")
    def row(block: Floats) -> None:
        for t in range(LANES):
            none, some, kept = 1.0, 0.0, block[KEPT * STRIDE + t]
            for k in range(7 - i):
                j = 6 - k
                place = first + j
                w, s = block[(W + place) * STRIDE + t], block[(S + place) * STRIDE + t]
                bounded = w
                if i > 0:
                    bounded *= some
                if j < 6:
                    bounded *= block[(MASS + place) * STRIDE + t]
                after = block[(AFTER + j) * STRIDE + t]
                mass = block[(BEFORE + j) * STRIDE + t] * after * (s + bounded)
                block[(MASS + place) * STRIDE + t] = mass
                kept += mass
                some += none * s
                none *= w
                block[(AFTER + j) * STRIDE + t] = after * none
            for j in range(i):
                block[(AFTER + j) * STRIDE + t] *= none
            above = block[ABOVE * STRIDE + t]
            block[CONFLICT * STRIDE + t] += above * some * block[(SOME_BEFORE + i) * STRIDE + t]
            block[ABOVE * STRIDE + t] = above * none
            block[KEPT * STRIDE + t] = kept

    return row  # type: ignore[no-any-return]


_column_0, _column_1, _column_2, _column_3, _column_4, _column_5, _column_6 = map(_column, range(7))
_row_0, _row_1, _row_2, _row_3, _row_4, _row_5, _row_6 = map(_row, range(7))


@njit(cache=True, nogil=True, error_model="numpy")
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


@njit(cache=True, nogil=True, error_model="numpy")
def new_block(bodies: int) -> Floats:
    """A block in which no range is active, with room behind it for the masses of ``bodies`` bodies of evidence."""
    block = np.zeros((SLOTS + bodies) * STRIDE)
    block[: S * STRIDE] = 1.0
    return block


@njit(cache=True, nogil=True, error_model="numpy")
def _forget(block: Floats, distinct: Integers) -> None:
    for place in distinct:
        w, s = block[place * STRIDE :], block[(S + place) * STRIDE :]
        for t in range(LANES):
            w[t], s[t] = 1.0, 0.0


@njit(cache=True, nogil=True, error_model="numpy")
def _merge(block: Floats, places: Integers) -> None:
    """Add the bodies whose masses stand behind the slots to W and S of their ranges."""
    for k in range(places.shape[0]):
        first, place = (SLOTS + k) * STRIDE, places[k]
        w, s = block[place * STRIDE : place * STRIDE + LANES], block[(S + place) * STRIDE : (S + place) * STRIDE + LANES]
        b = block[first : first + LANES]
        for t in range(LANES):
            s[t] += w[t] * b[t]
            w[t] *= 1.0 - b[t]


@njit(cache=True, nogil=True, error_model="numpy")
def _take(block: Floats, mass: Floats) -> None:
    """Put up to ``LANES`` rows of masses behind the slots, one body in each slot."""
    behind = block[SLOTS * STRIDE :]
    for t in range(mass.shape[0]):
        row, lane = mass[t], behind[t:]
        for k in range(row.shape[0]):
            lane[k * STRIDE] = row[k]


@njit(cache=True, nogil=True, error_model="numpy")
def _give(block: Floats, out: Floats, conflict: Floats, kept: Floats) -> None:
    """Write normalised masses, conflict and kept mass of the first ``len(out)`` replications of a block."""
    for t in range(out.shape[0]):
        row, lane = out[t], block[MASS * STRIDE + t :]
        kept[t], conflict[t] = block[KEPT * STRIDE + t], block[CONFLICT * STRIDE + t]
        share = 1.0 / kept[t]
        for place in range(28):
            row[place] = lane[place * STRIDE] * share


@njit(cache=True, nogil=True, error_model="numpy")
def simple_supports(
    places: Integers, distinct: Integers, mass: Floats, out: Floats, conflict: Floats, kept: Floats
) -> None:
    """Combine (batch, n) masses on n ranges, given by their ``places`` in ``RANGES``; ``distinct`` has each once.

    Writes normalised masses to ``out`` (batch, 28), and total conflict and kept mass to the (batch,) arrays. Where
    the kept mass underflows, the row is meaningless and the caller must compute it otherwise.
    """
    block = new_block(places.shape[0])
    for first in range(0, mass.shape[0], LANES):
        last = min(first + LANES, mass.shape[0])
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


@njit(cache=True, nogil=True)
def pairwise(masses: Floats, smallest_kept: float) -> tuple[Floats, float, float, bool]:
    """Dempster's rule row by row over (n, 128) masses, normalised at each step by what is kept.

    Returns the (128,) masses, K of the last step, the total conflict 1 − Π(1 − K), and whether every kept sum
    stayed above ``smallest_kept``; if not, the numbers are meaningless and another arithmetic is needed.
    """
    current, product = np.zeros(128), np.zeros(128)
    current[127] = 1.0
    last, total = 0.0, 0.0
    for row in range(masses.shape[0]):
        product[:] = 0.0
        focal = np.flatnonzero(masses[row])
        for one in np.flatnonzero(current):
            for other in focal:
                product[one & other] += current[one] * masses[row, other]
        kept = 0.0
        for one in range(1, 128):
            kept += product[one]
        if not kept > smallest_kept:
            return current, 1.0, 1.0, False
        last = product[0] / (kept + product[0])
        total += (1.0 - total) * last
        for one in range(1, 128):
            current[one] = product[one] / kept
        current[0] = 0.0
    return current, last, total, True
