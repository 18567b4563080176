"""Tables of what changed."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.change import Cause, ClaimChange, Outcome
from generator.views import addresses
from generator.views.changes.naming import Naming
from generator.views.changes.words import points, range_words
from generator.views.rounding import belief_text, weight_text
from generator.views.table import Cell, Column, Table

_COLUMNS = (
    Column("What was done"),
    Column("Share, in points", "Hundredths of belief, averaged over all orders of the edits", numeric=True),
    Column("Had this not happened", "The conclusion today, had only this edit not been made"),
    Column("Belief then", numeric=True),
)


def causes_table(change: ClaimChange, naming: Naming) -> Table:
    """The causes of a change with their shares and what the claim would be without each; the last row adds up."""
    rows = [_row(cause, naming) for cause in change.causes]
    together = (Cell("Together"), Cell(points(change.total)), Cell(""), Cell(""))
    title = f"{naming.effect(change.effect)}: what made the difference"
    return Table(title, _COLUMNS, (*rows, together))


def claims_table(title: str, claims: Iterable[ClaimChange], naming: Naming) -> Table:
    """The claims of a synthesis that only one state has, as they are in that state."""
    columns = (
        Column("Effect"),
        Column("Range", term="range"),
        Column("Belief", numeric=True, term="belief"),
        Column("Weight of conflict", numeric=True, term="weight-of-conflict"),
        Column("Studies", numeric=True),
    )
    return Table(f"{title}: conclusions", columns, tuple(_whole_row(one, naming) for one in claims))


def _whole_row(change: ClaimChange, naming: Naming) -> tuple[Cell, ...]:
    one = change.after or change.before
    assert one is not None
    return (
        Cell(naming.effect(change.effect), addresses.finding(change.synthesis, change.effect)),
        outcome_cell(one),
        Cell(belief_text(one.belief)),
        Cell(weight_text(one.conflict.weight)),
        Cell(str(one.studies)),
    )


def _row(cause: Cause, naming: Naming) -> tuple[Cell, ...]:
    clause, without = naming.clause(cause.edit), cause.without
    belief = "" if without is None else belief_text(without.belief)
    text = f"{clause.text[:1].upper()}{clause.text[1:]}"
    return (Cell(text, clause.link), Cell(points(cause.share)), outcome_cell(without), Cell(belief))


def outcome_cell(outcome: Outcome | None) -> Cell:
    """A range on the scale, or why there is none."""
    if outcome is None:
        return Cell("no such conclusion")
    return Cell("", range=outcome.range) if outcome.range is not None else Cell(range_words(outcome))
