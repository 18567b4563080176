"""The seven-level scale as a panel of a chart: seven columns that ranges are drawn on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from generator.model.scale import LEVELS, Intensity
from generator.views.charts.plane import Row, Tooltip, boxes, horizontal, texts, vertical
from generator.views.palette import BAND, INK, INK_SOFT, RULE, SURFACE, level_colour
from generator.views.theme import SMALL_SIZE, Layer, data

WORDY_COLUMN = 46
"""Narrower columns, in px, show the levels' codes without their words."""

_WORDS: tuple[tuple[Intensity, str, str], ...] = tuple(
    (level, *(level.words.split() if " " in level.words else (level.words, ""))) for level in LEVELS
)
"""Each level with the two lines of its words; the second may be empty."""


@dataclass(frozen=True, slots=True)
class ScalePanel:
    """Seven columns of ``column`` px from ``left``, from ``top`` to ``bottom`` of a drawing of ``height`` px."""

    left: float
    column: float
    top: float
    bottom: float
    height: float

    @property
    def right(self) -> float:
        """Right edge in px."""
        return self.left + len(LEVELS) * self.column

    def x(self, field: str) -> alt.X:
        """A field that holds places on the scale: 0 is the left edge of SN, 7 the right edge of SP."""
        return horizontal(field, len(LEVELS), self.left, self.right)

    def backdrop(self) -> list[Layer]:
        """The columns: *indifferent* shaded, hairlines between the levels."""
        middle = [{"from": int(Intensity.IF), "to": Intensity.IF + 1, "y": self.top, "y2": self.bottom}]
        lines = [{"at": edge, "y": self.top, "y2": self.bottom} for edge in range(len(LEVELS) + 1)]
        y = vertical("y", self.height)
        rules = (
            alt.Chart(data(lines)).mark_rule(color=RULE, strokeWidth=1).encode(x=self.x("at"), y=y, y2=alt.Y2("y2:Q"))
        )
        return [self.box(middle, fill=BAND), rules]

    def tracks(self, rows: Sequence[Row], thickness: float) -> list[Layer]:
        """The scale behind each row's bar only: for rows whose text stands above the bar."""
        around = [_around({"y": row["y"]}, thickness) for row in rows]
        cells = [{**one, "from": 0, "to": len(LEVELS)} for one in around]
        lines = [{**one, "at": edge} for one in around for edge in range(1, len(LEVELS))]
        y = vertical("y", self.height)
        gaps = alt.Chart(data(lines)).mark_rule(color=SURFACE, strokeWidth=1.5)
        return [self.box(cells, fill=BAND), gaps.encode(x=self.x("at"), y=y, y2=alt.Y2("y2:Q"))]

    def header(self) -> list[Layer]:
        """Codes above the columns, with their words where there is room, else with what the ends mean."""
        y = self.top - 10
        if self.column < WORDY_COLUMN:
            return [self._codes(y), *self._ends(y - 17)]
        first = [self._place(level, y - 12 if second else y, one) for level, one, second in _WORDS]
        last = [self._place(level, y, second) for level, _, second in _WORDS if second]
        small: dict[str, Any] = {"fontSize": 10.5, "color": INK_SOFT}
        return [self._codes(y - 29), texts(first + last, self.x("at"), self.height, **small)]

    def segments(self, rows: Iterable[Row], thickness: float, tooltip: Tooltip = ()) -> alt.Chart:
        """Bars over the levels of each row's range, each level in its colour.

        Rows hold ``low`` and ``high`` (levels 0–6), ``y`` (centre in px) and whatever tooltips show.
        """
        cells = [
            {**_around(row, thickness), "level": level.name, "from": int(level), "to": level + 1}
            for row in rows
            for level in LEVELS[row["low"] : row["high"] + 1]
        ]
        names, colours = [level.name for level in LEVELS], [level_colour(level) for level in LEVELS]
        colour = alt.Color("level:N", scale=alt.Scale(domain=names, range=colours), legend=None)
        coloured: alt.Chart = self.box(cells).encode(color=colour, tooltip=list(tooltip))
        return coloured

    def outlines(self, rows: Iterable[Row], thickness: float) -> alt.Chart:
        """A frame around the whole range of each row."""
        cells = [{**_around(row, thickness), "from": row["low"], "to": row["high"] + 1} for row in rows]
        return self.box(cells, fill="transparent", stroke=INK, strokeWidth=1.5)

    def box(self, cells: list[dict[str, Any]], **mark: Any) -> alt.Chart:
        """Rectangles from ``from`` to ``to`` on the scale and from ``y`` to ``y2`` in px."""
        return boxes(cells, self.x("from"), self.height, **mark)

    def _codes(self, y: float) -> alt.Chart:
        rows = [self._place(level, y, level.name) for level in LEVELS]
        return texts(rows, self.x("at"), self.height, fontSize=12, fontWeight=600)

    def _place(self, level: Intensity, y: float, text: str) -> dict[str, Any]:
        return {"at": level + 0.5, "y": y, "text": text}

    def _ends(self, y: float) -> list[Layer]:
        small: dict[str, Any] = {"fontSize": SMALL_SIZE, "color": INK_SOFT}
        worse, better = {"at": 0, "y": y, "text": "← worse"}, {"at": len(LEVELS), "y": y, "text": "better →"}
        return [
            texts([worse], self.x("at"), self.height, align="left", **small),
            texts([better], self.x("at"), self.height, align="right", **small),
        ]


def _around(row: Row, thickness: float) -> dict[str, Any]:
    return {**row, "y": row["y"] - thickness / 2, "y2": row["y"] + thickness / 2}
