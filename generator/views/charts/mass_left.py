"""How much mass stays on each range after everything is combined."""

from __future__ import annotations

import altair as alt
import pandas as pd

from generator.model.review import Review
from generator.model.scale import WHOLE_SCALE, IntensityRange
from generator.model.synthesis import EffectSynthesis, Mass, Synthesis
from generator.views.charts.bars import COLUMNS, draw_bars
from generator.views.figure import NARROW, WIDE, Drawing, Figure
from generator.views.palette import INK_SOFT, range_colour
from generator.views.rounding import belief_text_long, count_text, probability_text, share_text
from generator.views.table import Cell, Column, Table

TITLE = "Where the mass stays"
HOW_TO_READ = (
    "All mass sums to 1. Mass on a range supports that range as a whole and cannot be divided among its levels; mass "
    "on the whole scale (Θ) is not decided. The reported range is in bold."
)

MOST_ROWS = 12
"""Beyond so many ranges, the smallest masses are shown as one row."""


def frame(effect: EffectSynthesis) -> pd.DataFrame:
    """One row per range with mass, from negative to positive, then what is spread over others, then Θ."""
    decided = [mass for mass in effect.masses if mass.range != WHOLE_SCALE]
    undecided = [mass for mass in effect.masses if mass.range == WHOLE_SCALE]
    largest = sorted(decided, key=lambda mass: (-mass.mass, mass.range))[: MOST_ROWS - 1]
    shown = decided if len(decided) <= MOST_ROWS else sorted(largest, key=lambda mass: mass.range)
    others = len(decided) - len(shown)
    rows = [_row(mass, effect.range) for mass in shown]
    if others:
        rest = sum(mass.mass for mass in decided) - sum(mass.mass for mass in shown)
        rows.append((count_text(others, "other range"), "", rest, probability_text(rest), INK_SOFT, False))
    rows.extend(("Θ", "not decided", one.mass, probability_text(one.mass), INK_SOFT, False) for one in undecided)
    return pd.DataFrame(rows, columns=list(COLUMNS))


def draw(table: pd.DataFrame, width: int) -> alt.LayerChart:
    """The chart in one width, in px with its padding."""
    return draw_bars(table, width, most=1)


def figure(review: Review, synthesis: Synthesis, effect: EffectSynthesis) -> Figure:
    """The figure for one effect of a synthesis; under total conflict it is empty but for its words."""
    table, title = frame(effect), review.rules.effect(effect.effect).title
    return Figure(
        name=f"{synthesis.id}-{effect.effect}-mass",
        title=f"{title}: where the mass stays",
        finding=finding(effect),
        alternative=f"Bars for the mass on {count_text(len(effect.masses), 'range')}. {finding(effect)}",
        how_to_read=f"{HOW_TO_READ} {example(effect)}".strip(),
        wide=Drawing(draw, (table, WIDE)),
        narrow=Drawing(draw, (table, NARROW)),
        table=table_view(effect, title),
    )


def finding(effect: EffectSynthesis) -> str:
    """Which range holds most of the mass, as a sentence."""
    if not effect.masses:
        return "Under total conflict no mass is left to share out."
    top = max(effect.masses, key=lambda mass: (mass.mass, -mass.range.width))
    if top.range == WHOLE_SCALE:
        return f"Most of the mass is not decided: {share_text(top.mass)} stays on the whole scale."
    sentence = f"{top.range} ({top.range.words}) holds {share_text(top.mass)} of the mass, more than any other range."
    if effect.range is None or effect.belief is None or effect.range == top.range:
        return sentence
    return f"{sentence} The reported range {effect.range} and its parts hold {share_text(effect.belief)}."


def example(effect: EffectSynthesis) -> str:
    """The longest bar read off this chart; empty if there is none."""
    if not effect.masses:
        return ""
    top = max(effect.masses, key=lambda mass: (mass.mass, -mass.range.width))
    name = "Θ" if top.range == WHOLE_SCALE else f"{top.range} ({top.range.words})"
    means = "is not decided" if top.range == WHOLE_SCALE else "supports that range and nothing narrower"
    reads = f"the bar of {name} reads {probability_text(top.mass)}"
    return f"For example, {reads}: {share_text(top.mass)} of all mass {means}."


def table_view(effect: EffectSynthesis, title: str) -> Table:
    """The same as a table, every range included."""
    columns = (Column("Range"), Column("In words"), Column("Mass", "0 to 1; all masses sum to 1.", numeric=True))
    return Table(f"{title}: mass after combining", columns, tuple(map(_cells, effect.masses)))


def _row(mass: Mass, reported: IntensityRange | None) -> tuple[str, str, float, str, str, bool]:
    found = mass.range
    text = probability_text(mass.mass)
    return str(found), found.words, mass.mass, text, range_colour(found), found == reported


def _cells(mass: Mass) -> tuple[Cell, ...]:
    words = "not decided" if mass.range == WHOLE_SCALE else mass.range.words
    return (Cell("", range=mass.range), Cell(words), Cell(belief_text_long(mass.mass)))
