"""The plane that our charts are drawn on: places in px, so that labels, bars and numbers of a row line up exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt

from generator.views.charts.fit import fitted
from generator.views.theme import LABEL_SIZE, data

Row = Mapping[str, Any]
Tooltip = Sequence[alt.Tooltip]

STACKED_BELOW = 480
"""Narrower drawings, in px, put labels above bars instead of beside them."""


def vertical(field: str, height: float) -> alt.Y:
    """A field that holds vertical places in px from the top of a drawing of this height."""
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[0, height], range=[0, height]), axis=None)


def horizontal(field: str, domain: float, left: float, right: float, start: float = 0) -> alt.X:
    """A field from ``start`` to ``domain`` laid out between two places in px."""
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[start, domain], range=[left, right]), axis=None)


def fixed(x: float) -> alt.XValue:
    """One place in px for all rows. ``alt.value`` says the same, but takes Altair a tenth of a second to read."""
    place: alt.XValue = alt.XValue(x)  # type: ignore[no-untyped-call]
    return place


def texts(
    rows: Iterable[Row], x: alt.X | float, height: float, field: str = "text", limit: float | None = None, **mark: Any
) -> alt.Chart:
    """Text of ``field`` beside each row's ``y``, at ``x``: a field, or one place in px for all.

    ``limit`` shortens text to a width in px.
    """
    if limit is not None:
        size, bold = mark.get("fontSize", LABEL_SIZE), mark.get("fontWeight", 400) > 400
        rows = [{**row, field: fitted(row[field] or "", size, limit, bold)} for row in rows]
    place = x if isinstance(x, alt.X) else fixed(x)
    marked = alt.Chart(data(rows)).mark_text(**mark)
    drawn: alt.Chart = marked.encode(x=place, y=vertical("y", height), text=alt.Text(f"{field}:N"))
    return drawn


def boxes(cells: Iterable[Row], x: alt.X, height: float, **mark: Any) -> alt.Chart:
    """Rectangles from the field of ``x`` to ``to`` on the same scale, and from ``y`` to ``y2`` in px."""
    marked = alt.Chart(data(cells)).mark_rect(**mark)
    drawn: alt.Chart = marked.encode(x=x, x2=alt.X2("to:Q"), y=vertical("y", height), y2=alt.Y2("y2:Q"))
    return drawn


def tips(**fields: str) -> list[alt.Tooltip]:
    """Tooltips: field = title."""
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in fields.items()]
