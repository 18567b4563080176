"""How far a conclusion moves when one choice is made otherwise: a tornado of the questions asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from generator.model.review import Review
from generator.model.scenario import BeliefQuantiles, Question, ScenarioResult, SynthesisSensitivity
from generator.model.synthesis import EffectSynthesis
from generator.views.charts.plane import STACKED_BELOW, Row, boxes, horizontal, texts
from generator.views.figure import NARROW, WIDE, Drawing, Figure
from generator.views.palette import ACCENT, BAND, INK, INK_SOFT
from generator.views.robustness.question import module_of
from generator.views.rounding import belief_text, count_text
from generator.views.table import Cell, Column, Table
from generator.views.theme import PADDING, layered
from generator.views.words import in_sentence

TITLE = "Which choices move this conclusion"
HOW_TO_READ = (
    "Each row is one question: a choice made otherwise in every way that the question tries. The bar runs from the "
    "lowest to the highest belief among the ways that keep the reported range, and the thin line across all rows is "
    "the belief as reported. A cross below a bar marks each way that leads to another range, at the belief in that "
    "one. Questions that change the range stand first, then those with the longest bars."
)
ASKED = (
    Question.LEAVE_ONE_STUDY_OUT,
    Question.LEAVE_ONE_MODEL_OUT,
    Question.STUDY_BELIEF,
    Question.INTENSITY_BOUNDS,
    Question.DISCOUNT,
    Question.READING,
    Question.DEPENDENCE,
    Question.RULE,
)
"""The questions whose answers are a belief under each way of choosing."""
COLUMNS = ("question", "anchor", "low", "high", "others", "ways")
_CROSS = "×"
_GUTTER, _NUMBER, _THICKNESS, _HALF_CROSS = 196.0, 128.0, 10.0, 6.0


def frame(sensitivity: SynthesisSensitivity, conclusion: EffectSynthesis) -> pd.DataFrame:
    """One row per question: ``low`` and ``high`` belief, 0–1, among the ``ways`` that keep the range (NaN if none
    does), and ``others``, the beliefs in the other ranges. Most influential first."""
    found = (_row(sensitivity.of(conclusion.effect, question), conclusion) for question in ASKED)
    rows = [row for row in found if row is not None]
    rows.sort(key=lambda row: (-len(row[4]) / row[5], -(row[3] - row[2]) if row[3] == row[3] else 0.0))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def draw(table: pd.DataFrame, official: float, width: int) -> alt.LayerChart:
    """The chart in one width, in px with its padding; ``official`` is the belief as reported, 0–1."""
    inner, stacked = width - 2 * PADDING, width < STACKED_BELOW
    left, right = (_HALF_CROSS, inner - _HALF_CROSS) if stacked else (_GUTTER, inner - _NUMBER)
    step, first = (44.0, 52.0) if stacked else (28.0, 36.0)
    rows = [
        {**{str(key): value for key, value in row.items()}, "y": first + step * place}
        for place, row in enumerate(table.to_dict("records"))
    ]
    height = first + step * len(rows) - (14 if stacked else 8)
    x = horizontal("from", 1, left, right)
    reach = 9 if stacked else step / 2
    line = [
        {"from": official - 0.002, "to": official + 0.002, "y": row["y"] - reach, "y2": row["y"] + reach}
        for row in rows
    ]
    crosses = [{"from": each, "text": _CROSS, "y": row["y"] + 10} for row in rows for each in row["others"]]
    lift = 18.0 if stacked else 0.0
    labels = [{"y": row["y"] - lift, "text": row["question"]} for row in rows]
    notes = [{"y": row["y"] - lift, "text": _note(row)} for row in rows]
    layers = [
        boxes([_box(row, 0, 1) for row in rows], x, height, fill=BAND),
        boxes([_box(row, row["low"], row["high"]) for row in rows if row["low"] == row["low"]], x, height, fill=ACCENT),
        boxes(line, x, height, fill=INK),
        texts(crosses, x, height, fontSize=16, fontWeight=600, color=INK),
        texts([{"y": 12, "text": f"belief as reported: {belief_text(official)}"}], right, height, align="right"),
        texts(labels, 0, height, align="left", limit=(inner - 130) if stacked else _GUTTER - 12),
        texts(notes, inner, height, align="right", color=INK_SOFT, fontSize=12),
    ]
    return layered(layers, inner, height)


def figure(
    review: Review, sensitivity: SynthesisSensitivity, conclusion: EffectSynthesis, synthesis: str
) -> Figure | None:
    """The figure for one conclusion; None without a reported range, or where nothing could be tried otherwise."""
    table = frame(sensitivity, conclusion)
    if conclusion.belief is None or table.empty:
        return None
    title = review.rules.effect(conclusion.effect).title
    return Figure(
        name=f"{synthesis}-{conclusion.effect}-tornado",
        title=f"{title}: which choices move the conclusion",
        finding=finding(table),
        alternative=f"A bar of beliefs for each of {count_text(len(table), 'question')}. {finding(table)}",
        how_to_read=f"{HOW_TO_READ} {_example(table)}",
        wide=Drawing(draw, (table, conclusion.belief, WIDE)),
        narrow=Drawing(draw, (table, conclusion.belief, NARROW)),
        table=table_view(table, title),
    )


def finding(table: pd.DataFrame) -> str:
    """What moves the conclusion most, as a sentence."""
    records = table.to_dict("records")
    changing = [row for row in records if len(row["others"])]
    if not changing:
        longest = max(records, key=lambda row: row["high"] - row["low"])
        moved = f"from {belief_text(longest['low'])} to {belief_text(longest['high'])}"
        return (
            f"No single choice changes the range; “{in_sentence(longest['question'])}” moves the belief most, {moved}."
        )
    first = changing[0]
    others = f"{len(first['others'])} of {count_text(first['ways'], 'way')}"
    number = f"{len(changing)} of {count_text(len(records), 'question')} can change the range"
    return f"{number}; “{in_sentence(first['question'])}” does it most, in {others}."


def table_view(table: pd.DataFrame, title: str) -> Table:
    """The same as a table."""
    columns = (
        Column("Question"),
        Column("Lowest belief", "Among the ways that keep the range", numeric=True),
        Column("Highest belief", "Among the ways that keep the range", numeric=True),
        Column("Range", "Whether some of the ways tried lead to another range"),
    )
    rows = tuple(
        (Cell(row["question"]), Cell(_belief(row["low"])), Cell(_belief(row["high"])), Cell(_note(row)))
        for row in table.to_dict("records")
    )
    return Table(f"{title}: how far each choice moves the conclusion", columns, rows)


def _row(results: Sequence[ScenarioResult], conclusion: EffectSynthesis) -> tuple[Any, ...] | None:
    if not results:
        return None
    same = [belief for one in results if one.range == conclusion.range for belief in _beliefs(one)]
    others = tuple(one.belief or 0.0 for one in results if one.range != conclusion.range)
    low, high = (min(same), max(same)) if same else (float("nan"), float("nan"))
    return str(module_of(results[0].question).TITLE), results[0].question.value, low, high, others, len(results)


def _beliefs(result: ScenarioResult) -> Iterator[float]:
    if isinstance(result.extra, BeliefQuantiles):
        yield from (result.extra.low, result.extra.high)
    elif result.belief is not None:
        yield result.belief


def _box(row: Row, start: float, end: float) -> dict[str, float]:
    """A bar is never too thin to be seen."""
    return {
        "from": min(start, end - 0.006),
        "to": end,
        "y": row["y"] - _THICKNESS / 2,
        "y2": row["y"] + _THICKNESS / 2,
    }


def _note(row: Mapping[Any, Any]) -> str:
    if not len(row["others"]):
        return "same range"
    return f"another range in {len(row['others'])} of {row['ways']}"


def _belief(value: float) -> str:
    return belief_text(None if value != value else value)


def _example(table: pd.DataFrame) -> str:
    first = table.to_dict("records")[0]
    bar = "no way keeps the range"
    if first["low"] == first["low"]:
        bar = f"the bar runs from {belief_text(first['low'])} to {belief_text(first['high'])}"
    crosses = count_text(len(first["others"]), "cross", "crosses")
    return (
        f"For example, in the row “{first['question']}” {bar}, with {crosses} among {count_text(first['ways'], 'way')}."
    )
