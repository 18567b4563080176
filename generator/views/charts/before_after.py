"""The conclusions of a synthesis that changed, before and after, on the seven-level scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from generator.model.change import RANGE_CHANGES, ChangeKind, ClaimChange, Comparison, Outcome
from generator.views import addresses
from generator.views.changes.naming import Naming, state_words
from generator.views.changes.tables import outcome_cell
from generator.views.changes.words import HEADINGS, change_sentence, range_words
from generator.views.charts.plane import STACKED_BELOW, texts, tips
from generator.views.charts.scale_panel import ScalePanel
from generator.views.figure import NARROW, WIDE, Drawing, Figure
from generator.views.palette import INK_SOFT
from generator.views.rounding import belief_text, count_text
from generator.views.table import Cell, Column, Table
from generator.views.theme import PADDING, Layer, layered

TITLE = "Before and after, on one scale"
HOW_TO_READ = (
    "One row per conclusion that both states have and that changed. The frame covers the levels reported before, the "
    "filled bar below it those reported now; left is worse for the user, right is better. At the right stand the "
    "belief before and the belief now, each in its own range."
)

KINDS = RANGE_CHANGES | {ChangeKind.STRONGER, ChangeKind.WEAKER}
_COLUMNS = ("label", "happened", "before", "after", "low_before", "high_before", "low", "high", "beliefs")
_TIPS = tips(label="Effect", happened="What happened", before="Before", after="After")


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes in px; ``frame`` and ``bar`` are places below the top of a row."""

    stacked: bool
    left: float
    column: float
    top: float
    row: float
    frame: float
    bar: float

    @classmethod
    def for_width(cls, width: int) -> Layout:
        """The layout for a drawing of ``width`` px, padding included."""
        inner = width - 2 * PADDING
        if width < STACKED_BELOW:
            return cls(True, 0, inner // 7, 40, 56, 29, 41)
        return cls(False, inner - 484, 54, 54, 38, 12, 25)


def frame(changes: tuple[ClaimChange, ...], naming: Naming) -> pd.DataFrame:
    """One row per claim; levels 0–6, None where a state has no range."""
    return pd.DataFrame([_row(one, naming) for one in changes], columns=[*_COLUMNS])


def draw(table: pd.DataFrame, width: int) -> alt.LayerChart:
    """The chart in one width, in px with its padding."""
    inner, layout = width - 2 * PADDING, Layout.for_width(width)
    records = table.astype(object).where(table.notna(), None).to_dict("records")
    rows = [
        {**{str(key): value for key, value in row.items()}, "top": layout.top + layout.row * place}
        for place, row in enumerate(records)
    ]
    height = layout.top + layout.row * len(rows) + 2
    panel = ScalePanel(layout.left, layout.column, layout.top, height, height)
    old = [{**r, "y": r["top"] + layout.frame, **_levels(r, "_before")} for r in rows if r["low_before"] is not None]
    new = [{**r, "y": r["top"] + layout.bar, **_levels(r)} for r in rows if r["low"] is not None]
    middles = [{"y": r["top"] + (layout.frame + layout.bar) / 2} for r in rows]
    layers: list[Layer] = [
        *(panel.tracks(middles, 24) if layout.stacked else panel.backdrop()),
        *panel.header(),
        panel.outlines(old, 8),
        panel.segments(new, 11, _TIPS),
        *_texts(rows, layout, inner, height),
    ]
    return layered(layers, inner, height)


def figure(comparison: Comparison, synthesis: str, naming: Naming) -> Figure | None:
    """The figure for a synthesis; None if no conclusion of it changed that both states have."""
    changes = tuple(one for one in comparison.claims if one.synthesis == synthesis and one.kind in KINDS)
    if not changes:
        return None
    return _figure(f"{synthesis}-changes", TITLE, finding(changes), changes, comparison, naming)


def claim_figure(comparison: Comparison, change: ClaimChange, naming: Naming) -> Figure | None:
    """The figure of one claim, also if only one state has it; None if neither reports a range."""
    if all(one is None or one.range is None for one in (change.before, change.after)):
        return None
    title = f"{naming.effect(change.effect)}, before and after"
    name = f"{change.synthesis}-{change.effect}-impact"
    return _figure(name, title, change_sentence(change), (change,), comparison, naming)


def _figure(
    name: str, title: str, sentence: str, changes: tuple[ClaimChange, ...], comparison: Comparison, naming: Naming
) -> Figure:
    shown = frame(changes, naming)
    states = f"{state_words(comparison.before)} and {state_words(comparison.after)}"
    return Figure(
        name=name,
        title=title,
        finding=sentence,
        alternative=f"Ranges in {states} on the seven-level scale. {sentence}",
        how_to_read=f"{HOW_TO_READ} {example(changes[0], naming)}",
        wide=Drawing(draw, (shown, WIDE)),
        narrow=Drawing(draw, (shown, NARROW)),
        table=table_view(changes, naming),
    )


def finding(changes: tuple[ClaimChange, ...]) -> str:
    """How many of the conclusions changed in which way, as a sentence."""
    ranged = sum(one.kind in RANGE_CHANGES for one in changes)
    others = len(changes) - ranged
    parts = [f"{count_text(ranged, 'conclusion')} moved to another range"] if ranged else []
    parts += [f"{count_text(others, 'conclusion')} kept the range with another belief"] if others else []
    return f"{'; '.join(parts)}."


def example(one: ClaimChange, naming: Naming) -> str:
    """A row read off this chart."""
    return (
        f"For example, {naming.effect(one.effect)} read {_told(one.before)} before, and reads {_told(one.after)} now."
    )


def table_view(changes: tuple[ClaimChange, ...], naming: Naming) -> Table:
    """The same as a table."""
    columns = (
        Column("Effect"),
        Column("What happened"),
        Column("Range before"),
        Column("Belief before", numeric=True),
        Column("Range after"),
        Column("Belief after", numeric=True),
    )
    rows = tuple(
        (
            Cell(naming.effect(one.effect), addresses.finding(one.synthesis, one.effect) if one.after else None),
            Cell(HEADINGS[one.kind]),
            outcome_cell(one.before),
            Cell(_belief(one.before)),
            outcome_cell(one.after),
            Cell(_belief(one.after)),
        )
        for one in changes
    )
    return Table("Conclusions that changed", columns, rows)


def _row(one: ClaimChange, naming: Naming) -> tuple[Any, ...]:
    old, new = (None if state is None else state.range for state in (one.before, one.after))
    return (
        naming.effect(one.effect),
        HEADINGS[one.kind],
        _told(one.before),
        _told(one.after),
        None if old is None else int(old.low),
        None if old is None else int(old.high),
        None if new is None else int(new.low),
        None if new is None else int(new.high),
        f"{_belief(one.before)} → {_belief(one.after)}",
    )


def _told(outcome: Outcome | None) -> str:
    return "no such conclusion" if outcome is None else f"{range_words(outcome)}, belief {_belief(outcome)}"


def _belief(outcome: Outcome | None) -> str:
    return belief_text(None if outcome is None else outcome.belief)


def _levels(row: dict[str, Any], which: str = "") -> dict[str, int]:
    return {end: int(row[f"{end}{which}"]) for end in ("low", "high")}


def _texts(rows: list[dict[str, Any]], layout: Layout, inner: float, height: float) -> list[Layer]:
    y = 10.0 if layout.stacked else layout.row / 2
    lines = [{**row, "y": row["top"] + y} for row in rows]
    room = inner - 96 if layout.stacked else layout.left - 12
    head = [{"y": layout.top - 10, "text": "belief"}]
    gone = HEADINGS[ChangeKind.WITHDRAWN]
    without = [
        {"y": r["top"] + layout.bar, "text": "withdrawn" if r["happened"] == gone else "no result"}
        for r in rows
        if r["low"] is None
    ]
    return [
        texts(lines, 0, height, "label", align="left", limit=room),
        texts(lines, inner, height, "beliefs", align="right"),
        texts(without, layout.left + 3.5 * layout.column, height, fontStyle="italic"),
        *([] if layout.stacked else [texts(head, inner, height, align="right", fontSize=11.5, color=INK_SOFT)]),
    ]
