"""What the two questions about leaving evidence out share."""

from __future__ import annotations

from collections.abc import Callable

from generator.model.scenario import Omission, ScenarioResult
from generator.views.robustness.about import About, named, outcome, outcome_table, text
from generator.views.rounding import NO_VALUE, count_text, number_text, signed_text
from generator.views.table import Cell, Column, Table

_MEASURES = (
    Column("Influence", "Belief in the full synthesis' range with it minus without it, in points", numeric=True),
    Column("Lead", "By how much belief the range reported without it leads the next best", numeric=True),
)


def omission_sentence(about: About, noun: str, nouns: str, name: Callable[[str], str]) -> str:
    """Whether the range hangs on one of the things left out."""
    if len(about.results) == 1:
        return f"Only {name(text(about.results[0].value('omitted')))} reports this effect: without it nothing is left."
    changed, tried = about.changed, count_text(len(about.results), noun, nouns)
    if not changed:
        return f"Leaving out any one of its {tried} leaves the range as it is."
    each = named([f"{name(text(one.value('omitted')))} ({outcome(one)})" for one in changed], "or")
    return f"Leaving out one of its {tried} changes the range if it is {each}."


def omission_table(about: About, caption: str, column: Column, cell: Callable[[str], Cell]) -> Table:
    """What is left without each."""
    return outcome_table(
        about,
        caption,
        (column, *_MEASURES),
        lambda one: (cell(text(one.value("omitted"))), *_measures(one)),
    )


def _measures(result: ScenarioResult) -> tuple[Cell, ...]:
    assert isinstance(result.extra, Omission)
    influence, lead = result.extra.influence, result.extra.flip_distance
    return (
        Cell(NO_VALUE if influence is None else signed_text(influence, 1)),
        Cell(NO_VALUE if lead is None else number_text(lead, 2)),
    )
