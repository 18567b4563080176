"""A chart with everything a reader needs around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.views.table import Table

WIDE = 720
"""Width in CSS pixels of the drawing for desks and print."""
NARROW = 328
"""Width in CSS pixels of the drawing for phones (360 px less the page's margins)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart in two widths, the sentence that states its finding, a text alternative and a table view.

    ``name`` is unique on the site and safe in a file name (``accuracy-evidence``). ``wide`` and ``narrow``
    are Vega-Lite specifications.
    """

    name: str
    title: str
    finding: str
    alternative: str
    how_to_read: str
    wide: dict[str, Any]
    narrow: dict[str, Any]
    table: Table
