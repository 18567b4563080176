"""Tables as the reader sees them: text already rounded, links already known."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.scale import IntensityRange


@dataclass(frozen=True, slots=True)
class Link:
    """A page of the site (path without ending, ``findings/full/comfort``) and optionally a place on it."""

    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, where it leads, and a range to draw on the seven-level scale beside it."""

    text: str
    link: Link | None = None
    range: IntensityRange | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column heading; ``numeric`` columns align right. ``meaning`` explains it to a first-time reader, and so
    does the glossary, where ``term`` is the id of its entry."""

    title: str
    meaning: str = ""
    numeric: bool = False
    term: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table. Every row has one cell per column; ``anchors`` gives each row an id, or is empty."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[str, ...] = ()
