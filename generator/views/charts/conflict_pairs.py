"""Between which studies the conflict arises."""

from __future__ import annotations

import math

import altair as alt
import pandas as pd

from generator.model.review import Review
from generator.model.synthesis import EffectSynthesis, StudyConflict, Synthesis
from generator.views import addresses
from generator.views.charts.bars import COLUMNS, draw_bars
from generator.views.figure import NARROW, WIDE, Drawing, Figure
from generator.views.names import study_name, surname_of
from generator.views.palette import ACCENT
from generator.views.rounding import count_text, share_text, weight_text
from generator.views.table import Cell, Column, Table

TITLE = "Where the conflict comes from"
HOW_TO_READ = (
    "The weight of the conflict that two studies create when only they are combined, beyond what each creates within "
    "itself; 0 is no conflict, 1 means that nine tenths of the mass met contradiction, 2 ninety-nine hundredths."
)

MOST_ROWS = 10


def frame(review: Review, effect: EffectSynthesis) -> pd.DataFrame:
    """One row per pair of studies, or study within itself, the heaviest first; total conflict reaches the end."""
    found = _heaviest(effect)[:MOST_ROWS]
    finite = [one.weight for one in found if math.isfinite(one.weight)]
    longest = max(finite, default=1.0) * (1 if len(finite) == len(found) else 1.25)
    rows = [
        (
            _pair(review, one),
            _names(review, one),
            min(one.weight, longest),
            weight_text(one.weight),
            ACCENT,
            math.isinf(one.weight),
        )
        for one in found
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def draw(table: pd.DataFrame, width: int) -> alt.LayerChart:
    """The chart in one width, in px with its padding."""
    return draw_bars(table, width)


def figure(review: Review, synthesis: Synthesis, effect: EffectSynthesis) -> Figure:
    """The figure for one effect of a synthesis that has conflict."""
    table, title = frame(review, effect), review.rules.effect(effect.effect).title
    return Figure(
        name=f"{synthesis.id}-{effect.effect}-conflict",
        title=f"{title}: where the conflict comes from",
        finding=finding(review, effect),
        alternative=f"Bars for {count_text(len(table), 'pair')} of studies. {finding(review, effect)}",
        how_to_read=f"{HOW_TO_READ} {example(review, effect)}".strip(),
        wide=Drawing(draw, (table, WIDE)),
        narrow=Drawing(draw, (table, NARROW)),
        table=table_view(review, effect, title),
    )


def finding(review: Review, effect: EffectSynthesis) -> str:
    """Where most of the conflict arises, as a sentence."""
    found = _heaviest(effect)
    if not found:
        return "No study contradicts another or itself."
    top = found[0]
    weight = "is total" if math.isinf(top.weight) else f"has weight {weight_text(top.weight)}"
    if top.studies[0] == top.studies[1]:
        return f"The heaviest conflict lies within {_label(review, top.studies[0])} itself and {weight}."
    first, second = (_label(review, study) for study in top.studies)
    return f"The heaviest conflict lies between {first} and {second} and {weight}."


def example(review: Review, effect: EffectSynthesis) -> str:
    """The longest bar read off this chart; empty if there is none."""
    found = _heaviest(effect)
    if not found:
        return ""
    top = found[0]
    if math.isinf(top.weight):
        return f"For example, the bar of {_pair(review, top)} is total: all mass met contradiction."
    met = share_text(1 - 10**-top.weight)
    reads = f"the bar of {_pair(review, top)} reads {weight_text(top.weight)}"
    return f"For example, {reads}: {met} of the mass met contradiction."


def table_view(review: Review, effect: EffectSynthesis, title: str) -> Table:
    """The same as a table, every pair included."""
    columns = (Column("Study"), Column("And study"), Column("Weight of conflict", numeric=True))
    rows = tuple(_cells(review, one) for one in _heaviest(effect))
    return Table(f"{title}: conflict by pairs of studies", columns, rows)


def _heaviest(effect: EffectSynthesis) -> list[StudyConflict]:
    found = (one for one in effect.study_conflicts if one.weight > 0)
    return sorted(found, key=lambda one: (-one.weight, one.studies))


def _label(review: Review, study: str) -> str:
    return review.study(study).label


def _pair(review: Review, one: StudyConflict) -> str:
    first, second = one.studies
    if first == second:
        return f"{_label(review, first)} within itself"
    return f"{_label(review, first)} against {_label(review, second)}"


def _names(review: Review, one: StudyConflict) -> str:
    authors = (review.study(study).bibliography.authors for study in dict.fromkeys(one.studies))
    return " · ".join(surname_of(names[0]) for names in authors if names)


def _cells(review: Review, one: StudyConflict) -> tuple[Cell, ...]:
    first, second = (review.study(study) for study in one.studies)
    other = Cell("within itself") if first is second else Cell(study_name(second), addresses.study(second.id))
    return (Cell(study_name(first), addresses.study(first.id)), other, Cell(weight_text(one.weight)))
