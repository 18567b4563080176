"""The numba kernels: the only place that imports numba.

Each kernel is an ordinary function of arrays and loops, so that tests can run it uncompiled as ``kernel.py_func``.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Array = NDArray[np.float64]


@njit(cache=True, nogil=True)
def pairwise(masses: Array, smallest_kept: float) -> tuple[Array, float, float, bool]:
    """Dempster's rule row by row over (n, 128) masses, normalised at each step by what is kept.

    Returns the (128,) masses, K of the last step, the total conflict 1 − Π(1 − K), and whether every kept sum
    stayed above ``smallest_kept``; if not, the numbers are meaningless and another arithmetic is needed.
    """
    rows = masses.shape[0]
    current = np.zeros(128)
    current[127] = 1.0
    last, total = 0.0, 0.0
    for row in range(rows):
        product = np.zeros(128)
        for one in range(1, 128):
            if current[one] > 0.0:
                for other in range(1, 128):
                    if masses[row, other] > 0.0:
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
    return current, last, total, True


@njit(cache=True, nogil=True)
def simple_supports(
    low: NDArray[np.int64], high: NDArray[np.int64], mass: Array, out: Array, conflict: Array, kept: Array
) -> None:
    """The closed form of ``simple_support`` for a batch of (batch, n) masses on n fixed ranges.

    Writes the normalised masses to ``out`` (batch, 28), the total conflict and the kept mass to the two (batch,)
    arrays. A row whose kept mass underflows is left for another arithmetic.
    """
    for row in range(mass.shape[0]):
        w = np.ones((7, 7))
        s = np.zeros((7, 7))
        for k in range(mass.shape[1]):
            i, j = low[k], high[k]
            if i > 0 or j < 6:
                s[i, j] += w[i, j] * mass[row, k]
                w[i, j] *= 1.0 - mass[row, k]
        _closed_form(w, s, out[row], conflict, kept, row)


@njit(cache=True, nogil=True)
def _closed_form(w: Array, s: Array, out: Array, conflict: Array, kept: Array, row: int) -> None:
    right_none, right_some = np.ones((7, 8)), np.zeros((7, 8))
    left_none, left_some = np.ones((7, 8)), np.zeros((7, 8))
    for i in range(7):
        for j in range(6, -1, -1):
            right_none[i, j] = right_none[i, j + 1] * w[i, j]
            right_some[i, j] = right_some[i, j + 1] + right_none[i, j + 1] * s[i, j]
    for j in range(7):
        for i in range(7):
            left_none[j, i + 1] = left_none[j, i] * w[i, j]
            left_some[j, i + 1] = left_some[j, i] + left_none[j, i] * s[i, j]
    before_none, before_some = np.ones(8), np.zeros(8)
    for j in range(7):
        before_none[j + 1] = before_none[j] * left_none[j, 7]
        before_some[j + 1] = before_some[j] + before_none[j] * left_some[j, 7]
    total, place = 0.0, 0
    for i in range(7):
        for j in range(i, 7):
            excluded = before_none[j]
            for start in range(i + 1, 7):
                excluded *= right_none[start, j]
            some_right = right_some[i, j + 1] if i > 0 else 1.0
            some_left = left_some[j, i] if j < 6 else 1.0
            out[place] = excluded * (s[i, j] + w[i, j] * some_right * some_left)
            total += out[place]
            place += 1
    against, above = 0.0, 1.0
    for i in range(6, 0, -1):
        against += above * right_some[i, 0] * before_some[i]
        above *= right_none[i, 0]
    for place in range(28):
        out[place] /= total if total > 0.0 else np.nan
    conflict[row], kept[row] = against, total
