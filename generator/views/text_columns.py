"""Tables for a terminal: aligned columns of plain text."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def aligned_lines(headings: Sequence[str], rows: Sequence[Sequence[str]], left: int) -> list[str]:
    """Headings, a rule and the rows; the first ``left`` columns align left, the others right."""
    table = [[one_line(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    rule = "  ".join("-" * width for width in widths)
    lines = [_aligned(row, widths, left) for row in table]
    return [lines[0], rule, *lines[1:]]


def one_line(text: str) -> str:
    """``text`` on one line without control characters, which a terminal would obey."""
    return "".join(character for character in " ".join(text.split()) if unicodedata.category(character)[0] != "C")


def _aligned(cells: Sequence[str], widths: Sequence[int], left: int) -> str:
    gaps = (" " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
    pairs = zip(cells, gaps, strict=True)
    placed = (cell + gap if index < left else gap + cell for index, (cell, gap) in enumerate(pairs))
    return "  ".join(placed).rstrip()


def _width(text: str) -> int:
    """Columns a terminal needs: two for wide characters, none for combining ones."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)
