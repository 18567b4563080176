"""A map of what has been measured as a plain table, to be taken away."""

from __future__ import annotations

from collections.abc import Iterator

from generator.views.gap_map import GapCell, GapMap, GapRow
from generator.views.table import Cell, Column, Table


def gap_table(shown: GapMap) -> Table:
    """A row per row of the map, and a cell per effect; empty where nothing was measured."""
    effects = (Column(effect.title) for _, effects in shown.columns for effect in effects)
    rows = tuple(tuple(_cells(row)) for group in shown.groups for row in group.rows)
    return Table(f"{shown.title} by effect", (Column(shown.axis), *effects), rows)


def _cells(row: GapRow) -> Iterator[Cell]:
    yield Cell(row.full_title)
    yield from map(_cell, row.cells)


def _cell(one: GapCell) -> Cell:
    if one.strength == "none":
        return Cell("")
    said = f"{one.belief}, models {one.models}, studies {one.studies}"
    return Cell(said if one.range else f"no range, {said}", range=one.range)
