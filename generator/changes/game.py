"""How much belief a claim would have, had only some of the edits been made.

The value of a set of edits is Bel of one measured range in the combination of the evidence that the set leads to; 0
under total conflict, where there is no combination, and 0 where nobody plans the synthesis.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.aggregation import combine_simple_supports
from generator.changes.slots import Slot
from generator.model.change import CauseKind, Edit
from generator.model.scale import RANGES, IntensityRange

Floats = NDArray[np.float64]
Sets = NDArray[np.bool_]
"""(sets, edits): which edits each set holds."""

CHUNK = 500_000
"""Belief values looked up at once, of 8 bytes each."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A body of evidence on one range: its mass by bit mask over the edits at ``places``."""

    mask: int
    places: NDArray[np.int64]
    masses: Floats


class Game:
    """The value of every set of ``players``, the edits that decide a claim."""

    def __init__(self, slots: Iterable[Slot], players: Sequence[Edit], measured: IntensityRange) -> None:
        self.players = tuple(players)
        place = {edit: number for number, edit in enumerate(self.players)}
        self._columns = _merged([column for slot in slots for column in _columns(slot, place)])
        self._within = np.array([one.mask & ~measured.mask == 0 for one in RANGES])
        self._gates = [(place[edit], edit.kind is CauseKind.PLANNED) for edit in self.players if _is_gate(edit)]

    @property
    def width(self) -> int:
        """Of how many bodies of evidence a value is computed."""
        return max(1, len(self._columns))

    def values(self, sets: Sets) -> Floats:
        """The value of each set, 0–1."""
        step = max(1, CHUNK // self.width)
        parts = [self._values(sets[first : first + step]) for first in range(0, len(sets), step)]
        return np.concatenate(parts) if parts else np.empty(0)

    def _values(self, sets: Sets) -> Floats:
        focal = np.array([column.mask for column in self._columns], dtype=np.uint8)
        made, mass = np.ascontiguousarray(sets.T), np.empty((len(self._columns), len(sets)))
        for number, column in enumerate(self._columns):
            mass[number] = column.masses[_codes(made[column.places])]
        combined, _ = combine_simple_supports(focal, mass.T)
        values = np.nan_to_num(combined[:, self._within].sum(axis=1), nan=0.0)
        for place, planned in self._gates:
            values[made[place] != planned] = 0.0
        return np.asarray(values, dtype=np.float64)


def _codes(made: Sets) -> NDArray[np.intp]:
    """Bit masks (sets,) of which edits (edits, sets) were made."""
    codes = np.zeros(made.shape[1], dtype=np.intp)
    for bit, one in enumerate(made):
        codes |= one.astype(np.intp) << bit
    return codes


def _is_gate(edit: Edit) -> bool:
    return edit.kind in (CauseKind.PLANNED, CauseKind.DROPPED)


def _columns(slot: Slot, place: dict[Edit, int]) -> list[_Column]:
    ranges = dict.fromkeys(piece.range for piece in slot.pieces if piece is not None)
    places = np.array([place[edit] for edit in slot.controls], dtype=np.int64)
    return [
        _Column(one.mask, places, np.array([p.belief_value if p and p.range == one else 0.0 for p in slot.pieces]))
        for one in ranges
    ]


def _merged(columns: Sequence[_Column]) -> list[_Column]:
    """The same with all that no edit decides merged to one body for each range."""
    left: dict[int, float] = {}
    for column in columns:
        if not column.places.size:
            left[column.mask] = left.get(column.mask, 1.0) * (1 - float(column.masses[0]))
    nowhere = np.empty(0, dtype=np.int64)
    fixed = [_Column(mask, nowhere, np.array([1 - kept])) for mask, kept in left.items()]
    return fixed + [column for column in columns if column.places.size]
