"""Our beliefs beside the published ones."""

from __future__ import annotations

import math
from typing import Any

import altair as alt
import pandas as pd

from generator.model.review import PublishedResults, Review
from generator.model.synthesis import Synthesis
from generator.views.agreement import agreement
from generator.views.charts.plane import STACKED_BELOW, fixed, horizontal, texts, tips, vertical
from generator.views.figure import NARROW, WIDE, Drawing, Figure
from generator.views.palette import ACCENT, INK, INK_SOFT, RULE, SURFACE
from generator.views.rounding import number_text, rounded
from generator.views.theme import PADDING, Layer, data, layered

TITLE = "Our beliefs beside the published ones"
HOW_TO_READ = (
    "One row per effect. The filled circle is the belief we compute, the open diamond the published one; the line "
    "between them is the difference, both at the published number of decimals. The axis does not start at 0."
)

_COLUMNS = ("label", "ours", "published", "ours_text", "published_text", "note")
_TIPS = tips(label="Effect", ours_text="Ours", published_text="Published")
_TOP = 44.0


def frame(review: Review, synthesis: Synthesis, published: PublishedResults) -> pd.DataFrame:
    """One row per published result that we have too; beliefs 0–1, ``note`` says where the ranges differ."""
    by_effect = {effect.effect: effect for effect in synthesis.effects}
    rows = []
    for result in published.results:
        ours = by_effect.get(result.effect)
        if ours is not None and ours.belief is not None:
            text = number_text(result.belief, published.decimals)
            note = "" if ours.range == result.range else f"{ours.range}, published {result.range}"
            title = review.rules.effect(result.effect).title
            shown = float(rounded(ours.belief, published.decimals))
            rows.append((title, shown, result.belief, number_text(ours.belief, published.decimals), text, note))
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def draw(table: pd.DataFrame, width: int) -> alt.LayerChart:
    """The chart in one width, in px with its padding."""
    inner, stacked = width - 2 * PADDING, width < STACKED_BELOW
    step, first = (44.0, 32.0) if stacked else (28.0, 15.0)
    records = [{str(key): value for key, value in row.items()} for row in table.to_dict("records")]
    rows = [{**row, "y": _TOP + first + step * place} for place, row in enumerate(records)]
    height = _TOP + step * len(rows) + (0 if stacked else 4)
    left, right = (10.0, inner - 14) if stacked else (226.0, inner - 116)
    start = _start(table)
    layers: list[Layer] = [
        *_axis(rows, start, left, right, height, stacked),
        *_dumbbells(rows, start, left, right, height),
        *_texts(rows, inner, height, stacked),
        *_key(left, inner, height, stacked),
    ]
    return layered(layers, inner, height)


def figure(review: Review, synthesis: Synthesis, published: PublishedResults) -> Figure:
    """The figure for a synthesis that has published results."""
    table, compared = frame(review, synthesis, published), agreement(review, synthesis, published)
    return Figure(
        name=f"{synthesis.id}-agreement",
        title=TITLE,
        finding=compared.sentence,
        alternative=f"Pairs of beliefs, ours and published. {compared.sentence}",
        how_to_read=f"{HOW_TO_READ} {example(table)}".strip(),
        wide=Drawing(draw, (table, WIDE)),
        narrow=Drawing(draw, (table, NARROW)),
        table=compared.table,
    )


def example(table: pd.DataFrame) -> str:
    """The first row read off this chart; empty if there is none."""
    if table.empty:
        return ""
    row = table.iloc[0]
    return f"For example, {row['label']}: ours is {row['ours_text']}, the published one {row['published_text']}."


def _start(table: pd.DataFrame) -> float:
    """The tenth below the smallest belief, with room for its mark."""
    least = min([*table["ours"], *table["published"]], default=0.0)
    return max(0.0, math.floor(least * 10 - 0.2) / 10)


def _axis(
    rows: list[dict[str, Any]], start: float, left: float, right: float, height: float, stacked: bool
) -> list[Layer]:
    """Tenths above the rows, and hairlines down to the last row or, where text would cross them, beside each mark."""
    tenths = [tenth / 10 for tenth in range(round(start * 10), 11, 2 if stacked and start < 0.5 else 1)]
    spans = [(row["y"] - 9, row["y"] + 9) for row in rows] if stacked else [(_TOP, height)]
    lines = [{"at": tenth, "y": top, "y2": bottom} for tenth in tenths for top, bottom in spans]
    x = horizontal("at", 1, left, right, start)
    rules = alt.Chart(data(lines)).mark_rule(color=RULE).encode(x=x, y=vertical("y", height), y2=alt.Y2("y2:Q"))
    ticks = [{"at": tenth, "y": _TOP - 10, "text": number_text(tenth, 1)} for tenth in tenths]
    return [rules, texts(ticks, x, height, color=INK_SOFT, fontSize=11.5)]


def _dumbbells(rows: list[dict[str, Any]], start: float, left: float, right: float, height: float) -> list[Layer]:
    ours, published = (horizontal(field, 1, left, right, start) for field in ("ours", "published"))
    y, source = vertical("y", height), data(rows)
    line = alt.Chart(source).mark_rule(color=INK_SOFT, strokeWidth=2).encode(x=ours, x2=alt.X2("published:Q"), y=y)
    diamond = alt.Chart(source).mark_point(
        shape="diamond", filled=True, size=130, fill=SURFACE, stroke=INK, strokeWidth=1.5
    )
    circle = alt.Chart(source).mark_point(shape="circle", filled=True, size=64, fill=ACCENT, stroke=ACCENT)
    return [line, diamond.encode(x=published, y=y, tooltip=_TIPS), circle.encode(x=ours, y=y, tooltip=_TIPS)]


def _texts(rows: list[dict[str, Any]], inner: float, height: float, stacked: bool) -> list[Layer]:
    lift = 18.0 if stacked else 0.0
    lines = [{**row, "y": row["y"] - lift, "both": f"{row['ours_text']} / {row['published_text']}"} for row in rows]
    differing = [{**row, "y": row["y"] + 12, "text": row["note"]} for row in rows if row["note"]]
    return [
        texts(lines, 0, height, "label", align="left", limit=inner - 90 if stacked else 210),
        texts(lines, inner, height, "both", align="right"),
        texts(differing, inner, height, align="right", color=INK_SOFT, fontSize=10.5),
    ]


def _key(left: float, inner: float, height: float, stacked: bool) -> list[Layer]:
    """The two marks explained above the axis."""
    at = 6.0 if stacked else left
    marks = (("circle", 64, ACCENT, ACCENT, "ours", at), ("diamond", 130, SURFACE, INK, "published", at + 62))
    layers: list[Layer] = []
    for shape, size, fill, stroke, words, x in marks:
        source = alt.Chart(data([{"y": 8, "text": words}]))
        point = source.mark_point(shape=shape, filled=True, size=size, fill=fill, stroke=stroke, strokeWidth=1.5)
        layers.append(point.encode(x=fixed(x), y=vertical("y", height)))
        layers.append(texts([{"y": 8, "text": words}], x + 10, height, align="left", fontSize=12))
    header = [{"y": 8, "text": "ours / published"}]
    return [*layers, texts(header, inner, height, align="right", color=INK_SOFT, fontSize=11.5)]
