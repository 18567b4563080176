"""Dempster's rule on arrays: arbitrary mass functions, and batches of simple support functions."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.aggregation.scaled import SMALLEST, THETA_PLACE
from generator.aggregation.simple_support import closed_form, combine_supports, merge
from generator.model.scale import RANGES, THETA, IntensityRange

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]


NUMPY_FROM, NUMBA_FROM = 16, 4096
"""From how many combinations a tier pays (measured, see ``benchmarks/``)."""
CHUNK = 1024
"""Replications that the NumPy tier works on at once."""


class TotalConflict(ValueError):  # noqa: N818 - the name is part of the public contract
    """The bodies of evidence contradict each other completely: there is no combined mass function."""


@dataclass(frozen=True, slots=True)
class Combination:
    """A combined mass function: ``mass`` (128,) by bit mask, with K of the last pairwise step and 1 − Π(1 − K)."""

    mass: Floats
    conflict_last_step: float
    conflict_total: float


def combine(masses: ArrayLike) -> Combination:
    """Combine mass functions by Dempster's rule (method page, equation 9).

    ``masses`` is (n, 128), one row per body of evidence, indexed by bit mask: bit 0 is SN … bit 6 is SP, 0 the
    empty set, 127 the whole frame. No row gives the vacuous mass function. Agrees with exact arithmetic to
    1e-12, near total conflict too: masses carry their exponents beside them, so that none is ever lost.

    Raises ``TotalConflict`` if nothing is left, and ``ValueError`` naming the row for masses that are negative,
    not finite, on the empty set, or do not sum to 1 within 1e-9.
    """
    import numpy as np

    from generator.aggregation.kernels import pairwise

    if np.iscomplexobj(masses):
        raise ValueError("masses must be real numbers")
    rows = np.ascontiguousarray(masses, dtype=np.float64)
    _check_masses(rows)
    mass, last, total, found = pairwise(rows)
    if not found:
        raise TotalConflict("the bodies of evidence contradict each other completely")
    return Combination(mass, float(last), float(total))


def _check_masses(rows: Floats) -> None:
    import numpy as np

    if rows.ndim != 2 or rows.shape[1] != THETA + 1:
        raise ValueError(f"masses must have the shape (n, 128), not {rows.shape}")
    for row, values in enumerate(rows):
        if not np.isfinite(values).all():
            raise ValueError(f"row {row}: a mass is not a finite number")
        if (values < 0).any():
            raise ValueError(f"row {row}: a mass is negative")
        if values[0] != 0:
            raise ValueError(f"row {row}: there is mass on the empty set")
        total = math.fsum(values)
        if abs(total - 1) > 1e-9:
            raise ValueError(f"row {row}: the masses sum to {total!r}, not to 1")


def combine_simple_supports(focal: ArrayLike, mass: ArrayLike, tier: str | None = None) -> tuple[Floats, Floats]:
    """Combine simple support functions on contiguous ranges, for a batch of masses at once.

    ``focal`` is uint8 (n,), bit masks of contiguous ranges; ``mass`` float64 (n,) or (batch, n), the mass of each
    on its range, 0–1. Returns the masses, (28,) or (batch, 28) in the order of ``RANGES``, and the total conflict,
    () or (batch,). Total conflict gives NaN masses and conflict 1. n = 0 gives Θ. Every mass above 1e-150 and the
    conflict agree with exact fractions to 1e-13 relative, for ten thousand bodies and masses within 1e-16 of 1 too.
    Raises ``ValueError`` for a focal set that is not a contiguous range and for a mass outside 0–1.

    ``tier`` is ``plain``, ``numpy`` or ``numba``: one formula, three ways to compute it. Left out, it is chosen by
    size (see ``tier_for``).
    """
    import numpy as np

    masks = np.asarray(focal)
    if masks.size and (masks.ndim != 1 or masks.dtype.kind not in "iu"):
        raise ValueError("focal must hold whole numbers in one dimension")
    places = _places(masks.ravel().astype(np.int64))
    values = np.asarray(mass, dtype=np.float64)
    batch = np.ascontiguousarray(np.atleast_2d(values))
    if batch.ndim != 2 or batch.shape[1] != len(places):
        raise ValueError(f"mass must have the shape ({len(places)},) or (batch, {len(places)}), not {values.shape}")
    if batch.size and not (batch.min() >= 0 and batch.max() <= 1):
        raise ValueError("a mass is not in 0–1")
    out, conflict = _TIERS[tier or tier_for(len(batch))](places, batch)
    return (out[0], conflict[0]) if values.ndim == 1 else (out, conflict)


def tier_for(batch: int) -> str:
    """The tier that is quickest for so many combinations: numba costs half a second to load, from its cache."""
    if batch >= NUMBA_FROM or (batch >= NUMPY_FROM and "numba" in sys.modules):
        return "numba"
    return "numpy" if batch >= NUMPY_FROM else "plain"


@cache
def _table() -> Integers:
    """Place in ``RANGES`` by bit mask, −1 for what is no range."""
    import numpy as np

    table = np.full(THETA + 1, -1)
    for place, one in enumerate(RANGES):
        table[one.mask] = place
    return table


def _places(masks: Integers) -> Integers:
    """Where ranges, given as bit masks, stand in ``RANGES``."""
    places = _table()[masks * ((masks > 0) & (masks <= THETA))]
    if (places < 0).any():
        # This raises the error that says what is wrong with it.
        IntensityRange.from_mask(int(masks[places < 0][0]))
    return places


def _plain(places: Integers, batch: Floats) -> tuple[Floats, Floats]:
    import numpy as np

    out, conflict = np.empty((len(batch), len(RANGES))), np.empty(len(batch))
    for row in range(len(batch)):
        _redo(places, batch, out, conflict, row)
    return out, conflict


def _numpy(places: Integers, batch: Floats) -> tuple[Floats, Floats]:
    """The closed form on columns of ``CHUNK`` replications at a time, so that they stay in the cache."""
    import numpy as np

    out, conflict = np.empty((len(batch), len(RANGES))), np.empty(len(batch))
    order = sorted(range(len(places)), key=lambda k: places[k])
    ranges = [RANGES[place] for place in places]
    for first in range(0, len(batch), CHUNK):
        columns = batch[first : first + CHUNK].T.copy()
        supports = ((ranges[k].low, ranges[k].high, columns[k]) for k in order)
        inactive, active, zero = merge(supports, 1.0)
        kept, against = closed_form(inactive, active, zero, 1.0)
        total = sum(kept)
        part = slice(first, first + columns.shape[1])
        conflict[part] = against
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            share, normalised = 1.0 / total, np.empty((len(RANGES), columns.shape[1]))
            for place, mass in enumerate(kept):
                normalised[place] = mass * share
            out[part] = normalised.T
        faint = np.broadcast_to(kept[THETA_PLACE] < SMALLEST, columns.shape[1:])
        for row in np.flatnonzero(faint):
            _redo(places, batch, out, conflict, first + int(row))
    return out, conflict


def _numba(places: Integers, batch: Floats) -> tuple[Floats, Floats]:
    import numpy as np

    from generator.aggregation.kernels import simple_supports

    out, conflict, kept = np.empty((len(batch), len(RANGES))), np.empty(len(batch)), np.empty(len(batch))
    simple_supports(places, batch, out, conflict, kept)
    return out, conflict


def _redo(places: Integers, batch: Floats, out: Floats, conflict: Floats, row: int) -> None:
    ranges = (RANGES[place] for place in places)
    supports = [(int(one.low), int(one.high), b) for one, b in zip(ranges, batch[row].tolist(), strict=True)]
    combined = combine_supports(supports)
    out[row] = combined.masses or float("nan")
    conflict[row] = combined.conflict


_TIERS = {"plain": _plain, "numpy": _numpy, "numba": _numba}
