"""Every conclusion of a synthesis on the seven-level scale, above the evidence it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from generator.model.review import Review
from generator.model.scale import LEVELS, IntensityRange
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views import addresses
from generator.views.charts.belief_panel import BeliefPanel
from generator.views.charts.many import MOST_TICKS
from generator.views.charts.plane import STACKED_BELOW, Row, texts, tips, vertical
from generator.views.charts.scale_panel import ScalePanel
from generator.views.figure import NARROW, WIDE, Drawing, Figure
from generator.views.palette import INK, INK_SOFT
from generator.views.rounding import belief_text, count_text
from generator.views.table import Cell, Column, Table
from generator.views.theme import PADDING, Layer, data, layered
from generator.views.words import evidence_base, what_happens

TITLE = "The conclusions on one scale"
HOW_TO_READ = (
    "Each bar covers the levels of a conclusion; left is worse for the user, right is better. Each tick below a bar is "
    "one evidence model at the middle of its range. The belief says how much the combined evidence supports the bar."
    " At one place there are never more than 40 ticks."
)

HEADING, EFFECT = "heading", "effect"
_COLUMNS = ("kind", "label", "range", "low", "high", "value", "value_text", "evidence")
_TIPS = tips(label="Effect", range="Range", value_text="Belief", base="Evidence")


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes in px; ``bar`` and ``ticks`` are places below the top of a row."""

    width: float
    stacked: bool
    left: float
    column: float
    top: float
    heading: float
    row: float
    bar: float
    ticks: float

    @classmethod
    def for_width(cls, width: int) -> Layout:
        """The layout for a drawing of ``width`` px, padding included."""
        inner = width - 2 * PADDING
        if width < STACKED_BELOW:
            return cls(inner, True, 0, (inner - 76) // 7, 38, 34, 48, 28, 39)
        return cls(inner, False, inner - 500, 50, 54, 34, 34, 13, 25)


def frame(review: Review, synthesis: Synthesis) -> pd.DataFrame:
    """One row per family heading and per effect; ``evidence`` counts its evidence models by middle of range, 0–7."""
    rows: list[dict[str, Any]] = []
    for family in review.rules.families:
        effects = [one for one in synthesis.effects if review.rules.effect(one.effect).family == family.id]
        if effects:
            rows.append({"kind": HEADING, "label": family.title})
        rows.extend(_row(review, effect) for effect in effects)
    return pd.DataFrame(rows, columns=[*_COLUMNS, "base"])


def draw(table: pd.DataFrame, width: int) -> alt.LayerChart:
    """The chart in one width, in px with its padding."""
    layout = Layout.for_width(width)
    rows, height = _placed(table, layout)
    panel = ScalePanel(layout.left, layout.column, layout.top, height, height)
    effects = [row for row in rows if row["kind"] == EFFECT]
    ranged = [row for row in effects if row["low"] is not None]
    backdrop = panel.tracks(effects, 12) if layout.stacked else panel.backdrop()
    beliefs = BeliefPanel(layout.width - (60 if layout.stacked else 128), 60 if layout.stacked else 88,
                          layout.width, height, 17 if layout.stacked else 0)  # fmt: skip
    layers: list[Layer] = [
        *backdrop,
        *panel.header(),
        panel.segments(ranged, 12, _TIPS),
        _ticks(effects, panel, layout),
        *_labels(rows, layout, height),
        beliefs.header(layout.top - 10, "belief"),
        *beliefs.bars(ranged),
    ]
    return layered(layers, layout.width, height)


def figure(review: Review, synthesis: Synthesis) -> Figure:
    """The figure for a synthesis."""
    table, sentence = frame(review, synthesis), finding(synthesis)
    return Figure(
        name=f"{synthesis.id}-conclusions",
        title=TITLE,
        finding=sentence,
        alternative=f"Bars on the seven-level scale for {count_text(len(synthesis.effects), 'effect')}. {sentence}",
        how_to_read=f"{HOW_TO_READ} {example(review, synthesis)}".strip(),
        wide=Drawing(draw, (table, WIDE)),
        narrow=Drawing(draw, (table, NARROW)),
        table=table_view(review, synthesis),
    )


def finding(synthesis: Synthesis) -> str:
    """For how many conclusions every evidence model overlaps the reported range, as a sentence."""
    ranged = [one for one in synthesis.effects if one.range is not None]
    whole = sum(all(piece.range.mask & one.range.mask for piece in one.evidence) for one in ranged if one.range)
    return (
        f"In {whole} of {count_text(len(synthesis.effects), 'conclusion')} every evidence model overlaps the "
        "reported range; in the others some evidence points elsewhere."
    )


def example(review: Review, synthesis: Synthesis) -> str:
    """The first bar read off this chart; empty if there is none."""
    first = next((one for one in synthesis.effects if one.range is not None), None)
    if first is None or first.range is None:
        return ""
    title, ticks = review.rules.effect(first.effect).title, count_text(len(first.evidence), "tick")
    return (
        f"For example, the bar of {title} covers {first.range} ({first.range.words}), with a belief of "
        f"{belief_text(first.belief)}, above {ticks}."
    )


def table_view(review: Review, synthesis: Synthesis) -> Table:
    """The same as a table."""
    columns = (
        Column("Effect"),
        Column("What happens"),
        Column("Range"),
        Column("Belief", numeric=True),
        Column("From"),
    )
    rows = tuple(_cells(review, synthesis, effect) for effect in synthesis.effects)
    return Table(f"{synthesis.title}: conclusions", columns, rows)


def _row(review: Review, effect: EffectSynthesis) -> dict[str, Any]:
    found = effect.range
    return {
        "kind": EFFECT,
        "label": review.rules.effect(effect.effect).title,
        "range": _range_text(effect),
        "low": None if found is None else int(found.low),
        "high": None if found is None else int(found.high),
        "value": effect.belief,
        "value_text": belief_text(effect.belief),
        "evidence": tuple(sorted(Counter(_middle(piece.range) for piece in effect.evidence).items())),
        "base": evidence_base(effect),
    }


def _range_text(effect: EffectSynthesis) -> str:
    return "total conflict" if effect.is_total_conflict else str(effect.range or "no range")


def _middle(found: IntensityRange) -> float:
    return (found.low + found.high + 1) / 2


def _placed(table: pd.DataFrame, layout: Layout) -> tuple[list[dict[str, Any]], float]:
    """Every row with ``y``, the middle of its bar (of its text, for headings) in px, and the height of the drawing."""
    rows: list[dict[str, Any]] = []
    y = layout.top
    for record in table.astype(object).where(table.notna(), None).to_dict("records"):
        heading = record["kind"] == HEADING
        whole = {key: None if record[key] is None else int(record[key]) for key in ("low", "high")}
        rows.append({**{str(key): value for key, value in record.items()}, **whole, "top": y})
        rows[-1]["y"] = y + (layout.heading - 11 if heading else layout.bar)
        y += layout.heading if heading else layout.row
    return rows, y + 4


def _ticks(rows: list[dict[str, Any]], panel: ScalePanel, layout: Layout) -> alt.Chart:
    marks = [mark for row in rows for mark in _tick_places(row, layout)]
    chart = alt.Chart(data(marks)).mark_rule(color=INK_SOFT, strokeWidth=1.5)
    drawn: alt.Chart = chart.encode(x=panel.x("at"), y=vertical("y", panel.height), y2=alt.Y2("y2:Q"))
    return drawn


def _tick_places(row: Row, layout: Layout) -> Iterator[dict[str, float]]:
    """Ticks side by side around the middle of their range, closer together where they are many."""
    y = row["top"] + layout.ticks
    for middle, models in row["evidence"]:
        count = min(models, MOST_TICKS)
        gap = min(4, (layout.column - 6) / count) / layout.column
        for place in range(count):
            yield {"at": middle + (place - (count - 1) / 2) * gap, "y": y - 3.5, "y2": y + 3.5}


def _labels(rows: list[dict[str, Any]], layout: Layout, height: float) -> list[Layer]:
    lift = 17 if layout.stacked else 0
    headings = [row for row in rows if row["kind"] == HEADING]
    effects = [{**row, "y": row["y"] - lift} for row in rows if row["kind"] == EFFECT]
    without = [{**row, "text": row["range"]} for row in rows if row["kind"] == EFFECT and row["low"] is None]
    indent = 0 if layout.stacked else 12
    room = layout.width - 66 if layout.stacked else layout.left - indent - 10
    middle = layout.left + len(LEVELS) * layout.column / 2
    return [
        texts(headings, 0, height, "label", align="left", fontWeight=600),
        texts(effects, indent, height, "label", align="left", limit=room),
        texts(without, middle, height, fontStyle="italic", color=INK),
    ]


def _cells(review: Review, synthesis: Synthesis, effect: EffectSynthesis) -> tuple[Cell, ...]:
    about = review.rules.effect(effect.effect)
    return (
        Cell(about.title, addresses.finding(synthesis.id, effect.effect)),
        Cell(what_happens(about, effect.range) if effect.range else "No result"),
        Cell("" if effect.range else _range_text(effect), range=effect.range),
        Cell(belief_text(effect.belief)),
        Cell(evidence_base(effect)),
    )
