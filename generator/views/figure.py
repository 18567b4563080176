"""A chart with everything a reader needs around it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import pandas as pd

from generator.views.table import Table
from generator.views.theme import AnyChart, specification, unchecked

WIDE = 720
"""Width in CSS pixels of the drawing for desks and print."""
NARROW = 328
"""Width in CSS pixels of the drawing for phones (360 px less the page's margins)."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A chart that is drawn only when someone asks: drawing is slow, and an unchanged one is kept on disk.

    ``draw`` is a function of a module, without state; ``arguments`` are plain values, tables, and records of them.
    """

    draw: Callable[..., AnyChart]
    arguments: tuple[Any, ...]

    @property
    def name(self) -> str:
        """The module and the function."""
        return f"{self.draw.__module__}:{self.draw.__qualname__}"

    @property
    def given(self) -> str:
        """The arguments as text: where it is the same, and the code too, so is the drawing.

        Raises ``TypeError`` for an argument that has no such text.
        """
        return json.dumps(self.arguments, default=_plain, ensure_ascii=False, separators=(",", ":"))

    def specification(self, validate: bool = True) -> dict[str, Any]:
        """The Vega-Lite specification, drawn now. Validating it takes longer than everything else."""
        with unchecked():
            chart = self.draw(*self.arguments)
        return specification(chart, validate)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart in two widths, the sentence that states its finding, a text alternative and a table view.

    ``name`` is unique on the site and safe in a file name (``comfort-evidence``).
    """

    name: str
    title: str
    finding: str
    alternative: str
    how_to_read: str
    wide: Drawing
    narrow: Drawing
    table: Table


def _plain(value: Any) -> list[Any]:
    if isinstance(value, pd.DataFrame):
        columns = value.astype(object)
        return ["table", [*map(str, columns.columns)], [*map(str, value.dtypes)], columns.to_numpy().tolist()]
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(getattr(value, field.name) for field in fields(value))]
    raise TypeError(f"a drawing cannot be given a {type(value).__name__}")
