"""What is gained and what is paid: one effect against others, one point per evidence model that reports both."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.views import addresses
from generator.views.charts.fit import fitted, width_of
from generator.views.charts.many import merged_points
from generator.views.charts.plane import STACKED_BELOW, horizontal, texts, tips, vertical
from generator.views.figure import NARROW, WIDE, Drawing, Figure
from generator.views.names import slug
from generator.views.palette import BAND, INK, INK_SOFT, SURFACE, range_colour
from generator.views.rounding import count_text, exact_text, percent_text
from generator.views.table import Cell, Column, Table
from generator.views.theme import LABEL_SIZE, PADDING, SMALL_SIZE, AnyChart, Layer, data, layered, plain
from generator.views.words import in_sentence

TITLE = "Each evidence model that measured both sides"
HOW_TO_READ = (
    "Each point is an evidence model: to the right it gains, below the middle it pays, in percent of its own baseline. "
    "The shaded bands hold changes too small to matter (indifferent). The shape tells the technique; orange points "
    "lose, grey ones do not change, blue ones gain in what is paid, darker the more. A point further out than 100 % "
    "stands at the edge, with its value."
)

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
_COLUMNS = (
    "resource", "title", "model", "study", "technique", "x", "y", "x_text", "y_text", "colour", "band_x", "band_y",
)  # fmt: skip
_TIPS = tips(model="Evidence model", study="Study", technique="Technique", x_text="Gained", y_text="Paid")
_FURTHEST = 100.0
"""Percent: axes end here, so that one value far out does not crowd all others together."""
_SIZE = 72
_AXIS = 52
"""Room for the vertical axis, its title included, in px."""
_SIGNED = "(datum.value > 0 ? '+' : datum.value < 0 ? '−' : '') + format(abs(datum.value), ',~g')"
_ACROSS = 3
"""Panels beside each other where there is room."""


@dataclass(frozen=True, slots=True)
class Plane:
    """Limits of both axes of a panel, in percent, and its sizes in px."""

    x: tuple[float, float]
    y: tuple[float, float]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Look:
    """The techniques and colours that occur, in the same order in every panel."""

    techniques: tuple[str, ...]
    colours: tuple[str, ...]

    @property
    def shape(self) -> alt.Shape:
        """A shape for each technique; they repeat beyond six."""
        shapes = [SHAPES[place % len(SHAPES)] for place in range(len(self.techniques))]
        domain = [plain(technique) for technique in self.techniques]
        return alt.Shape("technique:N", scale=alt.Scale(domain=domain, range=shapes), legend=None)

    @property
    def colour(self) -> alt.Color:
        """The colour a row names."""
        return alt.Color("colour:N", scale=alt.Scale(domain=list(self.colours), range=list(self.colours)), legend=None)


def frame(review: Review, synthesis: Synthesis) -> pd.DataFrame:
    """One row per resource and evidence model that measured it and the effect it is set against.

    ``x`` and ``y`` are mean improvements in percent, ``band_x`` and ``band_y`` the bounds of *indifferent*.
    """
    return pd.DataFrame(list(_rows(review, synthesis)), columns=list(_COLUMNS))


def draw(table: pd.DataFrame, width: int, against: str = "") -> alt.VConcatChart:
    """The chart in one width, in px with its padding; ``against`` names the vertical axis."""
    across = 1 if width < STACKED_BELOW else _ACROSS
    table = table.assign(x=table["x"].clip(-_FURTHEST, _FURTHEST), y=table["y"].clip(-_FURTHEST, _FURTHEST))
    groups = [group for _, group in table.groupby("resource", sort=False)]
    limits = _limits(table["y"], table["band_y"]) if groups else (-1.0, 1.0)
    look = Look(tuple(dict.fromkeys(table["technique"])), tuple(dict.fromkeys(table["colour"])))
    rows: list[AnyChart] = [_key(look, width)]
    for start in range(0, len(groups), across):
        chosen = enumerate(groups[start : start + across])
        panels = [_panel(group, limits, width, look, against if place == 0 else None) for place, group in chosen]
        rows.append(alt.hconcat(*panels, spacing=16))
    chart: alt.VConcatChart = alt.vconcat(*rows, spacing=12)
    return chart


def figure(review: Review, synthesis: Synthesis) -> Figure:
    """The figure for a synthesis, with the effects that the review's question names."""
    table, against = frame(review, synthesis), review.rules.effect(review.question.trade_off.against)
    sentence, shown = finding(table, against.title), merged_points(table)
    return Figure(
        name=f"{synthesis.id}-tradeoff",
        title=TITLE,
        finding=sentence,
        alternative=f"Scatter plots of {in_sentence(against.title)} against what is gained. {sentence}",
        how_to_read=f"{HOW_TO_READ} {example(table, against.title)}".strip(),
        wide=Drawing(draw, (shown, WIDE, against.title)),
        narrow=Drawing(draw, (shown, NARROW, against.title)),
        table=table_view(table, against.title),
    )


def finding(table: pd.DataFrame, against: str) -> str:
    """How many of the evidence models that gain noticeably in something pay noticeably for it, as a sentence."""
    if table.empty:
        return "No evidence model reports both sides of the trade-off."
    gains = table[table["x"] > table["band_x"]]
    gaining = gains.drop_duplicates("model")
    pays = int((gaining["y"] < -gaining["band_y"]).sum())
    bound = exact_text(float(table["band_y"].iloc[0]))
    titles = [in_sentence(title) for title in dict.fromkeys(table["title"])]
    listed = titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} or {titles[-1]}"
    models = count_text(table["model"].nunique(), "evidence model")
    who = f"All {models}" if len(gaining) == table["model"].nunique() > 1 else f"{len(gaining)} of {models}"
    first = f"{who} gain noticeably in {listed}"
    if gaining.empty:
        return f"{first}."
    lose = f"{pays or 'none'} of them {'loses' if pays == 1 else 'lose'} more than {bound} %"
    return f"{first}; {lose} in {in_sentence(against)}."


def example(table: pd.DataFrame, against: str) -> str:
    """The first point read off this chart; empty if there is none."""
    if table.empty:
        return ""
    row = table.iloc[0]
    return (
        f"For example, {slug(row['model'])} of {row['study']} stands at {row['x_text']} across and {row['y_text']} "
        f"upwards: that is its change in {in_sentence(row['title'])} and in {in_sentence(against)}."
    )


def table_view(table: pd.DataFrame, against: str) -> Table:
    """The same as a table."""
    columns = (
        Column("Gained in"),
        Column("Evidence model"),
        Column("Technique"),
        Column("Gain", "Mean improvement in percent of the baseline.", numeric=True),
        Column(against, "Mean improvement in percent of the baseline.", numeric=True),
    )
    return Table(f"{TITLE}: mean improvements", columns, tuple(map(_cells, table.to_dict("records"))))


def _rows(review: Review, synthesis: Synthesis) -> Iterator[tuple[Any, ...]]:
    trade, reported = review.question.trade_off, {effect.effect: effect for effect in synthesis.effects}
    if trade.against not in reported:
        return
    paid = {piece.evidence_model: piece for piece in reported[trade.against].evidence}
    for resource in trade.resources:
        for gain in reported[resource].evidence if resource in reported else ():
            pay = paid.get(gain.evidence_model)
            if pay is not None and pay.improvement is not None and gain.improvement is not None:
                yield _row(review, gain, pay, gain.improvement.mean, pay.improvement.mean)


def _row(review: Review, gain: EffectEvidence, pay: EffectEvidence, x: float, y: float) -> tuple[Any, ...]:
    technique = review.rules.technique(review.evidence_model(gain.evidence_model).technique)
    return (
        gain.effect,
        review.rules.effect(gain.effect).title,
        gain.evidence_model,
        review.study(gain.study).label,
        technique.title,
        x,
        y,
        percent_text(x),
        percent_text(y),
        range_colour(pay.range),
        _band(review, gain.effect),
        _band(review, pay.effect),
    )


def _band(review: Review, effect: str) -> float:
    """Bound of *indifferent* for an effect, in percent."""
    return review.rules.bands(review.rules.effect(effect).family)[0].up_to or 0.0


def _limits(values: pd.Series[float], bands: pd.Series[float]) -> tuple[float, float]:
    """Axis limits in percent that hold every value, zero and the band, with a margin of a tenth."""
    low, high = min(values.min(), -bands.max()), max(values.max(), bands.max())
    margin = (high - low) / 10
    return float(low - margin), float(high + margin)


def _panel(
    group: pd.DataFrame, limits: tuple[float, float], width: int, look: Look, against: str | None
) -> alt.LayerChart:
    stacked = width < STACKED_BELOW
    inner = width - 2 * PADDING - _AXIS if stacked else (width - 2 * PADDING - _AXIS - 2 * 16 - 8) / _ACROSS
    plane = Plane(_limits(group["x"], group["band_x"]), limits, inner, 200 if stacked else 230)
    bands = (float(group["band_x"].iloc[0]), float(group["band_y"].iloc[0]))
    layers = [*_backdrop(plane, bands, against), *_points(group, plane, look, against)]
    title = alt.Title(fitted(group["title"].iloc[0], LABEL_SIZE, inner, bold=True), frame="group")
    return alt.LayerChart(layer=layers, width=plane.width, height=plane.height, title=title)


def _axes(plane: Plane, against: str | None) -> tuple[alt.X, alt.Y]:
    """Both axes; only the first panel of a row, which knows what it is ``against``, labels the vertical one."""
    look: dict[str, Any] = {"grid": False, "domain": False, "ticks": False, "labelExpr": _SIGNED}
    x_axis = alt.Axis(title="improvement, %", tickCount=4, **look)
    room = _AXIS - 20
    y_axis = (
        None
        if against is None
        else alt.Axis(
            title=fitted(against, SMALL_SIZE, plane.height - 20) + ", %",
            tickCount=5,
            minExtent=room,
            maxExtent=room,
            **look,
        )
    )
    return (
        alt.X("x:Q", scale=alt.Scale(domain=list(plane.x), nice=False, zero=False), axis=x_axis),
        alt.Y("y:Q", scale=alt.Scale(domain=list(plane.y), nice=False, zero=False), axis=y_axis),
    )


def _backdrop(plane: Plane, bands: tuple[float, float], against: str | None) -> list[Layer]:
    x, y = _axes(plane, against)
    across = {"x": plane.x[0], "x2": plane.x[1], "y": -bands[1], "y2": bands[1]}
    upright = {"x": -bands[0], "x2": bands[0], "y": plane.y[0], "y2": plane.y[1]}
    shades = alt.Chart(data([across, upright])).mark_rect(fill=BAND, clip=True)
    zero = alt.Chart(data([{"x": 0, "y": 0}])).mark_rule(color=INK_SOFT, strokeWidth=1)
    return [shades.encode(x=x, x2=alt.X2("x2:Q"), y=y, y2=alt.Y2("y2:Q")), zero.encode(x=x), zero.encode(y=y)]


def _points(group: pd.DataFrame, plane: Plane, look: Look, against: str | None) -> list[Layer]:
    x, y = _axes(plane, against)
    rows = [{str(key): value for key, value in row.items()} for row in group.to_dict("records")]
    marks = alt.Chart(data(rows)).mark_point(filled=True, size=_SIZE, stroke=SURFACE, strokeWidth=0.75, opacity=1)
    drawn: list[Layer] = [marks.encode(x=x, y=y, shape=look.shape, color=look.colour, tooltip=_TIPS)]
    lowest = min(rows, key=lambda row: (row["y"], row["model"]))
    beyond = [row for row in rows if abs(row["x"]) >= _FURTHEST and row is not lowest]
    drawn += [_named(row, f"{row['study']}: {row['x_text']}", plane, (x, y), above=12) for row in beyond]
    return [*drawn, _named(lowest, f"{lowest['study']} {slug(lowest['model'])}", plane, (x, y))]


def _named(row: dict[str, Any], name: str, plane: Plane, axes: tuple[alt.X, alt.Y], above: int = 0) -> alt.Chart:
    """The name of a point, on the side where there is room, so many px above it."""
    (x, y), left = axes, row["x"] > sum(plane.x) / 2
    mark = alt.Chart(data([{**row, "text": fitted(name, 12, plane.width / 2)}])).mark_text(
        align="right" if left else "left", dx=-9 if left else 9, dy=-above, fontSize=12, color=INK
    )
    drawn: alt.Chart = mark.encode(x=x, y=y, text=alt.Text("text:N"))
    return drawn


def _key(look: Look, width: int) -> alt.LayerChart:
    """The shapes explained above the panels, in lines that fit."""
    inner = width - 2 * PADDING - _AXIS
    places, x, y = [], 0.0, 9.0
    for technique in look.techniques:
        words = fitted(technique, 12, inner - 34)
        needed = 18 + width_of(words, 12) + 16
        if x and x + needed > inner:
            x, y = 0.0, y + 20
        places.append({"technique": technique, "words": words, "x": x + 6, "at": x + 17, "y": y})
        x += needed
    height = y + 9
    marks = alt.Chart(data(places)).mark_point(filled=True, size=_SIZE, fill=INK_SOFT, stroke=SURFACE, strokeWidth=0.75)
    points = marks.encode(x=horizontal("x", inner, 0, inner), y=vertical("y", height), shape=look.shape)
    names = texts(places, horizontal("at", inner, 0, inner), height, "words", align="left", fontSize=12)
    return layered([points, names], inner, height)


def _cells(row: dict[Hashable, Any]) -> tuple[Cell, ...]:
    return (
        Cell(row["title"]),
        Cell(row["model"], addresses.derivation(row["model"], row["resource"])),
        Cell(row["technique"]),
        Cell(row["x_text"]),
        Cell(row["y_text"]),
    )
