"""Beliefs as bars on a common track with their numbers, at the right of a chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from generator.views.charts.plane import Row, boxes, horizontal, texts
from generator.views.palette import ACCENT, BAND, INK_SOFT
from generator.views.theme import Layer


@dataclass(frozen=True, slots=True)
class BeliefPanel:
    """Bars from ``left`` over ``width`` px in a drawing of ``height`` px; numbers end at ``edge``.

    ``lift`` is how far above its bar a number stands, in px.
    """

    left: float
    width: float
    edge: float
    height: float
    lift: float = 0

    def header(self, y: float, text: str) -> alt.Chart:
        """What the numbers are, above them."""
        return texts([{"y": y, "text": text}], self.edge, self.height, align="right", fontSize=11.5, color=INK_SOFT)

    def bars(self, rows: Sequence[Row], *, bold: bool = False) -> list[Layer]:
        """Rows hold ``y`` (centre in px), ``value`` (0–1) and ``value_text``."""
        x = horizontal("from", 1, self.left, self.left + self.width)
        tracks = [{"from": 0, "to": 1, "y": row["y"] - 3, "y2": row["y"] + 3} for row in rows]
        values = [{**track, "to": row["value"]} for track, row in zip(tracks, rows, strict=True)]
        numbers = [{**row, "y": row["y"] - self.lift} for row in rows]
        weight = 600 if bold else 400
        return [
            boxes(tracks, x, self.height, fill=BAND),
            boxes(values, x, self.height, fill=ACCENT),
            texts(numbers, self.edge, self.height, "value_text", align="right", fontWeight=weight),
        ]
