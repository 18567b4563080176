"""Horizontal bars with direct labels, for amounts that share one scale."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from generator.views.charts.fit import fitted, width_of
from generator.views.charts.plane import STACKED_BELOW, Row, boxes, horizontal, texts
from generator.views.palette import BAND, INK_SOFT
from generator.views.theme import LABEL_SIZE, PADDING, layered

COLUMNS = ("label", "detail", "value", "value_text", "colour", "strong")
"""What a row of bars holds: two texts, an amount ≥ 0 with its text, a CSS colour, and whether it stands out."""

_NUMBER = 56.0
_GUTTER = 248.0
_THICKNESS = 12.0
_SMALL = 12.0


def draw_bars(table: pd.DataFrame, width: int, most: float | None = None) -> alt.LayerChart:
    """Bars in the order of the rows, ``most`` (or the largest value) reaching the end, in ``width`` px with padding."""
    inner, stacked = width - 2 * PADDING, width < STACKED_BELOW
    rows, height = _placed(table, stacked)
    left = 0.0 if stacked else _GUTTER
    end = most or max([1e-9, *table["value"]])
    x = horizontal("from", end, left, inner - _NUMBER)
    tracks = [_bar(row, end) for row in rows]
    values = [{**_bar(row, row["value"]), "colour": row["colour"]} for row in rows]
    layers = [
        boxes(tracks, x, height, fill=BAND),
        boxes(values, x, height).encode(fill=alt.Fill("colour:N", scale=None)),
        *_texts(rows, height, inner, stacked),
    ]
    return layered(layers, inner, height)


def _placed(table: pd.DataFrame, stacked: bool) -> tuple[list[dict[str, Any]], float]:
    step, first = (40.0, 30.0) if stacked else (27.0, 15.0)
    records = [{str(key): value for key, value in row.items()} for row in table.to_dict("records")]
    rows = [{**row, "y": first + step * place} for place, row in enumerate(records)]
    return rows, step * len(rows) + (0 if stacked else 4)


def _bar(row: Row, to: float) -> dict[str, Any]:
    return {"from": 0, "to": to, "y": row["y"] - _THICKNESS / 2, "y2": row["y"] + _THICKNESS / 2}


def _texts(rows: list[dict[str, Any]], height: float, inner: float, stacked: bool) -> list[alt.Chart]:
    lift, edge = (18.0, inner - 60) if stacked else (0.0, _GUTTER - 14)
    rows = [{**row, "detail": fitted(row["detail"], _SMALL, _rest(row, edge))} for row in rows]
    drawn = [texts(_raised(rows, lift), edge, height, "detail", align="right", color=INK_SOFT, fontSize=_SMALL)]
    for strong, weight in ((True, 600), (False, 400)):
        some = [{**row, "label": _label(row, edge, strong)} for row in rows if bool(row["strong"]) is strong]
        drawn.append(texts(_raised(some, lift), 0, height, "label", align="left", fontWeight=weight))
        drawn.append(texts(some, inner, height, "value_text", align="right", fontWeight=weight))
    return drawn


def _raised(rows: list[dict[str, Any]], lift: float) -> list[dict[str, Any]]:
    return [{**row, "y": row["y"] - lift} for row in rows]


def _rest(row: Row, edge: float) -> float:
    """The room that the first text, if it is short, leaves to the second."""
    return max(edge / 3, edge - width_of(row["label"], LABEL_SIZE, bool(row["strong"])) - 10)


def _label(row: Row, edge: float, strong: bool) -> str:
    """The first text in the room that the second leaves."""
    return fitted(row["label"], LABEL_SIZE, edge - width_of(row["detail"], _SMALL) - 10, strong)
