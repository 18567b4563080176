"""Dempster's rule on arrays: arbitrary mass functions, and batches of simple support functions."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Any

from generator.aggregation.simple_support import SMALLEST_KEPT, WIDE, combine_supports
from generator.model.scale import RANGES, THETA, IntensityRange

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


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
    1e-12, near total conflict too: where doubles would underflow, decimals of 50 digits take over.

    Raises ``TotalConflict`` if nothing is left, and ``ValueError`` naming the row for masses that are negative,
    not finite, on the empty set, or do not sum to 1 within 1e-9.
    """
    import numpy as np

    from generator.aggregation.kernels import pairwise

    rows = np.ascontiguousarray(masses, dtype=np.float64)
    _check_masses(rows)
    mass, last, total, sound = pairwise(rows, SMALLEST_KEPT)
    return Combination(mass, float(last), float(total)) if sound else _combine_wide(rows)


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


def _combine_wide(rows: Floats) -> Combination:
    """The same rule, row by row, in decimal numbers whose exponents do not end."""
    import numpy as np

    with localcontext(WIDE):
        current, last, kept_all = {THETA: Decimal(1)}, Decimal(0), Decimal(1)
        for row in rows:
            body = {int(mask): Decimal(float(row[mask])) for mask in np.flatnonzero(row)}
            current, last = combine_pair(current, body)
            kept_all *= 1 - last
        mass = np.zeros(THETA + 1)
        for mask, value in current.items():
            mass[mask] = float(value)
        return Combination(mass, float(last), float(1 - kept_all))


def combine_pair(one: dict[int, Any], other: dict[int, Any]) -> tuple[dict[int, Any], Any]:
    """Two mass functions {bit mask: mass} combined, in whatever kind of number they hold, and their K.

    Raises ``TotalConflict`` if nothing is kept.
    """
    product: dict[int, Any] = {}
    for mask_one, mass_one in one.items():
        for mask_other, mass_other in other.items():
            mask = mask_one & mask_other
            product[mask] = product.get(mask, 0) + mass_one * mass_other
    against = product.pop(0, 0)
    kept = sum(product[mask] for mask in sorted(product))
    if kept == 0:
        raise TotalConflict("the bodies of evidence contradict each other completely")
    return {mask: mass / kept for mask, mass in product.items() if mass}, against / (kept + against)


def combine_simple_supports(focal: ArrayLike, mass: ArrayLike) -> tuple[Floats, Floats]:
    """Combine simple support functions on contiguous ranges, for a batch of masses at once.

    ``focal`` is uint8 (n,), bit masks of contiguous ranges; ``mass`` float64 (n,) or (batch, n), the mass of each
    on its range, 0–1. Returns the masses, (28,) or (batch, 28) in the order of ``RANGES``, and the total conflict,
    () or (batch,). Total conflict gives NaN masses and conflict 1. n = 0 gives Θ. Raises ``ValueError`` for a
    focal set that is not a contiguous range and for a mass outside 0–1.
    """
    import numpy as np

    from generator.aggregation.kernels import simple_supports

    ranges = [IntensityRange.from_mask(int(mask)) for mask in np.asarray(focal).ravel()]
    values = np.asarray(mass, dtype=np.float64)
    batch = np.ascontiguousarray(np.atleast_2d(values))
    if batch.ndim != 2 or batch.shape[1] != len(ranges):
        raise ValueError(f"mass must have the shape ({len(ranges)},) or (batch, {len(ranges)}), not {values.shape}")
    if not ((batch >= 0) & (batch <= 1)).all():
        raise ValueError("a mass is not in 0–1")
    places = np.array([RANGES.index(one) for one in ranges], dtype=np.int64)
    out, conflict, kept = np.empty((len(batch), len(RANGES))), np.empty(len(batch)), np.empty(len(batch))
    simple_supports(places, np.unique(places), batch, out, conflict, kept)
    for row in np.flatnonzero(~(kept >= SMALLEST_KEPT)):
        supports = [(one.low, one.high, float(b)) for one, b in zip(ranges, batch[row], strict=True)]
        _redo(supports, out[row], conflict, int(row))
    return (out[0], conflict[0]) if values.ndim == 1 else (out, conflict)


def _redo(supports: list[tuple[int, int, float]], out: Floats, conflict: Floats, row: int) -> None:
    combined = combine_supports(supports)
    out[:] = combined.masses or float("nan")
    conflict[row] = combined.conflict
