"""What every evidence model says about one effect, beside what they say together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views import addresses
from generator.views.charts.belief_panel import BeliefPanel
from generator.views.charts.many import MOST_ROWS, ROWS_HINT, by_range
from generator.views.charts.plane import STACKED_BELOW, texts, tips
from generator.views.charts.scale_panel import ScalePanel
from generator.views.figure import NARROW, WIDE, Drawing, Figure
from generator.views.names import slug, study_name
from generator.views.palette import INK_SOFT
from generator.views.rounding import belief_text, count_text, number_text, percent_text
from generator.views.table import Cell, Column, Table
from generator.views.theme import PADDING, Layer, layered
from generator.views.words import evidence_base

TITLE = "What each evidence model says"
HOW_TO_READ = (
    "Each bar covers the levels that one evidence model states, grouped by study; the framed bar on top is what they "
    "say together. The bars on the right show how much each counts: its belief value before combining. Bel on top is "
    "the belief that combining leaves on the reported range."
)

TOGETHER, HEADING, MODEL = "together", "heading", "model"
_COLUMNS = ("kind", "label", "study", "change", "range", "low", "high", "value", "value_text")
_TIPS = tips(label="Evidence model", study="Study", change="Mean improvement", range="Range", value_text="Belief value")


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes in px. ``stacked`` puts a row's text above its bar; ``steps`` are the heights of the kinds of rows."""

    width: float
    stacked: bool
    left: float
    column: float
    top: float
    belief: float
    bars: tuple[float, float]
    lift: float
    steps: dict[str, float]

    @classmethod
    def for_width(cls, width: int) -> Layout:
        """The layout for a drawing of ``width`` px, padding included."""
        inner = width - 2 * PADDING
        if width < STACKED_BELOW:
            column = (inner - 76) // 7
            steps = {TOGETHER: 42.0, HEADING: 32.0, MODEL: 37.0}
            return cls(inner, True, 0, column, 38, inner - 60, (12, 8), 16, steps)
        steps = {TOGETHER: 36.0, HEADING: 30.0, MODEL: 22.0}
        return cls(inner, False, inner - 500, 50, 54, inner - 128, (18, 10), 0, steps)


def frame(review: Review, effect: EffectSynthesis) -> pd.DataFrame:
    """One row per line of the chart: the aggregate, then each study's heading with its evidence models.

    ``low`` and ``high`` are levels 0–6 (missing where there is no range), ``value`` is the belief value, 0–1.
    """
    rows = [_together(effect)]
    if len(effect.evidence) > MOST_ROWS:
        rows.extend({"kind": MODEL, **row} for row in by_range(effect.evidence))
    for study in effect.studies if len(effect.evidence) <= MOST_ROWS else ():
        rows.append({"kind": HEADING, "label": study_name(review.study(study))})
        rows.extend(_model(review, piece) for piece in effect.evidence if piece.study == study)
    return pd.DataFrame(
        rows, columns=["kind", "label", "study", "change", "range", "low", "high", "value", "value_text"]
    )


def draw(table: pd.DataFrame, width: int) -> alt.LayerChart:
    """The chart in one width, in px with its padding."""
    layout = Layout.for_width(width)
    rows, height = _placed(table, layout)
    panel = ScalePanel(layout.left, layout.column, layout.top, height, height)
    together, models = (
        [row for row in rows if row["kind"] == kind and row["low"] is not None] for kind in (TOGETHER, MODEL)
    )
    thick, thin = layout.bars
    backdrop = [*panel.tracks(together, thick), *panel.tracks(models, thin)] if layout.stacked else panel.backdrop()
    layers: list[Layer] = [
        *backdrop,
        *panel.header(),
        panel.segments(models, thin, _TIPS),
        panel.segments(together, thick),
        panel.outlines(together, thick),
        *_labels(rows, layout, height),
        *_beliefs(together, models, layout, height),
    ]
    return layered(layers, layout.width, height)


def figure(review: Review, synthesis: Synthesis, effect: EffectSynthesis) -> Figure:
    """The figure for one effect of a synthesis."""
    table, title = frame(review, effect), review.rules.effect(effect.effect).title
    return Figure(
        name=f"{synthesis.id}-{effect.effect}-evidence",
        title=f"{title}: {TITLE[0].lower()}{TITLE[1:]}",
        finding=finding(effect),
        alternative=f"Bars on the seven-level scale for {evidence_base(effect)}. {finding(effect)}",
        how_to_read=ROWS_HINT if len(effect.evidence) > MOST_ROWS else f"{HOW_TO_READ} {example(review, effect)}",
        wide=Drawing(draw, (table, WIDE)),
        narrow=Drawing(draw, (table, NARROW)),
        table=table_view(review, effect, title),
    )


def finding(effect: EffectSynthesis) -> str:
    """How many evidence models agree with the reported range, as a sentence."""
    total = len(effect.evidence)
    if effect.range is None:
        return f"{count_text(total, 'evidence model')}, and no range that they support together."
    if total == 1:
        return f"The only evidence model states {effect.evidence[0].range}."
    inside = sum(bool(piece.range.mask & effect.range.mask) for piece in effect.evidence)
    below, above = _sides(effect)
    sides = ((below, "below"), (above, "above"))
    apart = " and ".join(f"{count} {'lies' if count == 1 else 'lie'} {side} it" for count, side in sides if count)
    agree = f"{inside} of {total} evidence models agree with {effect.range} or overlap it"
    return f"{agree}; {apart}." if apart else f"All {total} evidence models agree with {effect.range} or overlap it."


def example(review: Review, effect: EffectSynthesis) -> str:
    """The row that counts most, and the top one, read off this chart."""
    piece = max(effect.evidence, key=lambda one: one.belief_value)
    row = (
        f"For example, {slug(piece.evidence_model)} of {study_name(review.study(piece.study))} states {piece.range} "
        f"({piece.range.words}) with a belief value of {number_text(piece.belief_value, 2)}"
    )
    if effect.range is None:
        return f"{row}; together they support no range."
    together = f"{effect.range} ({effect.range.words}), with a belief of {belief_text(effect.belief)}"
    return f"{row}; together they say {together}."


def table_view(review: Review, effect: EffectSynthesis, title: str) -> Table:
    """The same as a table, each row with its link to the derivation."""
    columns = (
        Column("Evidence model"),
        Column("Study"),
        Column("Mean improvement", "In percent of the baseline; positive is better.", numeric=True),
        Column("Range"),
        Column("Belief value", "Study belief after the discount, 0 to 1.", numeric=True),
    )
    rows = tuple(_cells(review, piece) for piece in effect.evidence)
    return Table(f"{title}: evidence models in the order of aggregation", columns, rows)


def _together(effect: EffectSynthesis) -> dict[str, Any]:
    found = effect.range
    return {
        "kind": TOGETHER,
        "label": "All together",
        "range": str(found) if found else "no range",
        "low": None if found is None else int(found.low),
        "high": None if found is None else int(found.high),
        "value": effect.belief,
        "value_text": f"Bel {belief_text(effect.belief)}",
    }


def _model(review: Review, piece: EffectEvidence) -> dict[str, Any]:
    return {
        "kind": MODEL,
        "label": slug(piece.evidence_model),
        "study": review.study(piece.study).label,
        "change": "stated" if piece.improvement is None else percent_text(piece.improvement.mean),
        "range": str(piece.range),
        "low": int(piece.range.low),
        "high": int(piece.range.high),
        "value": piece.belief_value,
        "value_text": number_text(piece.belief_value, 2),
    }


def _placed(table: pd.DataFrame, layout: Layout) -> tuple[list[dict[str, Any]], float]:
    """Every row with ``y``, the middle of its bar (of its text, for headings) in px, and the height of the drawing."""
    rows: list[dict[str, Any]] = []
    y = layout.top + 2
    for row in _records(table):
        step = layout.steps[row["kind"]]
        if row["kind"] == HEADING:
            rows.append({**row, "y": y + step - 12})
        else:
            rows.append({**row, "y": y + (step - 11 if layout.stacked else step / 2)})
        y += step
    return rows, y + 4


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as plain values, with None for what is missing and whole levels."""
    rows = table.astype(object).where(table.notna(), None).to_dict("records")
    whole = ("low", "high")
    return [{str(k): int(v) if k in whole and v is not None else v for k, v in row.items()} for row in rows]


def _labels(rows: list[dict[str, Any]], layout: Layout, height: float) -> list[Layer]:
    together, headings, models = (
        [{**row, "y": row["y"] - (0 if kind == HEADING else layout.lift)} for row in rows if row["kind"] == kind]
        for kind in (TOGETHER, HEADING, MODEL)
    )
    indent = 0 if layout.stacked else 12
    edge = layout.left + 7 * layout.column if layout.stacked else layout.left - 14
    bold: dict[str, Any] = {"align": "left", "fontWeight": 600}
    drawn: list[Layer] = [
        texts(together, 0, height, "label", **bold),
        texts(headings, 0, height, "label", **bold, limit=layout.belief - 8 if layout.stacked else edge),
        texts(models, indent, height, "label", align="left", limit=edge - indent - 66),
        texts(models, edge, height, "change", align="right", color=INK_SOFT, fontSize=12),
    ]
    if not layout.stacked:
        heading = [{"y": layout.top - 10, "text": "improvement"}]
        drawn.append(texts(heading, edge, height, align="right", fontSize=11.5, color=INK_SOFT))
    return drawn


def _beliefs(
    together: list[dict[str, Any]], models: list[dict[str, Any]], layout: Layout, height: float
) -> list[Layer]:
    panel = BeliefPanel(layout.belief, 60 if layout.stacked else 72, layout.width, height, layout.lift)
    header = panel.header(layout.top - 10, "belief value")
    return [header, *panel.bars(together, bold=True), *panel.bars(models)]


def _sides(effect: EffectSynthesis) -> tuple[int, int]:
    assert effect.range is not None
    below = sum(piece.range.high < effect.range.low for piece in effect.evidence)
    return below, sum(piece.range.low > effect.range.high for piece in effect.evidence)


def _cells(review: Review, piece: EffectEvidence) -> tuple[Cell, ...]:
    study = review.study(piece.study)
    change = "stated range" if piece.improvement is None else percent_text(piece.improvement.mean)
    return (
        Cell(slug(piece.evidence_model), addresses.derivation(piece.evidence_model, piece.effect)),
        Cell(study_name(study), addresses.study(study.id)),
        Cell(change),
        Cell("", range=piece.range),
        Cell(belief_text(piece.belief_value)),
    )
