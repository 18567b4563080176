"""Subgroups beside the full synthesis."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.review import Review
from generator.model.scenario import Comparison, Subgroup, SynthesisSensitivity
from generator.views.robustness.about import enumerated
from generator.views.rounding import belief_text, count_text, probability_text
from generator.views.subgroup import path
from generator.views.table import Cell, Column, Link, Table

_COLUMNS = (
    Column("Subgroup", "What its evidence models have in common"),
    Column("Studies", numeric=True),
    Column("Range", "The reported range in the subgroup", term="range"),
    Column("Belief", "The belief in that range", numeric=True, term="belief"),
    Column("Full range plausible", "Plausibility, in the subgroup, of the range of the full synthesis", numeric=True),
    Column("Verdict", "Whether the subgroup contradicts the full synthesis"),
)


def subgroup_sentence(subgroups: Sequence[Subgroup], effect: str) -> str:
    """Which subgroups contradict the conclusion about an effect; empty if no subgroup reports it."""
    found = [(group, one) for group, one in _about(subgroups, effect)]
    if not found:
        return ""
    against = [f"{group.synthesis.title} ({one.range})" for group, one in found if one.contradicts]
    among = count_text(len(found), "subgroup")
    if not against:
        return f"None of {among} with evidence on this effect contradicts the conclusion."
    contradict = "contradicts" if len(against) == 1 else "contradict"
    return f"Of {among} with evidence on this effect, {len(against)} {contradict} it: {enumerated(against)}."


def subgroup_table(review: Review, sensitivity: SynthesisSensitivity, effect: str) -> Table:
    """One row per subgroup that reports the effect, leading to its page."""
    rows = tuple(_row(review, group, one) for group, one in _about(sensitivity.subgroups, effect))
    return Table("What subgroups of the evidence models conclude", _COLUMNS, rows)


def _about(subgroups: Sequence[Subgroup], effect: str) -> list[tuple[Subgroup, Comparison]]:
    return [(group, one) for group in subgroups for one in group.comparisons if one.effect == effect]


def _row(review: Review, group: Subgroup, one: Comparison) -> tuple[Cell, ...]:
    return (
        Cell(group.synthesis.title, Link(path(review, group), one.effect)),
        Cell(str(one.studies)),
        Cell("no range" if one.range is None else str(one.range), range=one.range),
        Cell(belief_text(one.belief)),
        Cell(probability_text(one.plausibility_of_full)),
        Cell(_verdict(one)),
    )


def _verdict(one: Comparison) -> str:
    if one.contradicts:
        return "contradicts"
    return "same range" if one.range == one.full_range else "differs, but is compatible"
