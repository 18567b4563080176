"""The selection of studies in numbers, in words: what stands in the boxes of the flow, and in its table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.search import Count, FlowStep, Search
from generator.views.lettering import listed
from generator.views.rounding import MINUS
from generator.views.table import Cell, Column, Table

INCLUDED = "included"
"""The phase of a step that counts what the review holds."""

_COLUMNS = (
    Column("Step"),
    Column("Number", "How many entered, joined (+) or left (−) at this step", numeric=True),
    Column("Counted in"),
    Column("Why, and what to know"),
)


def number_words(number: int | None, unit: str) -> str:
    """``1,226 records``; ``unknown number of records`` where nobody wrote it down."""
    return f"{'unknown number of' if number is None else f'{number:,}'} {unit}"


def total(counts: Iterable[Count]) -> int | None:
    """The sum, or None if one of the numbers is unknown."""
    numbers = [one.number for one in counts]
    return None if None in numbers else sum(number for number in numbers if number is not None)


def count_words(one: Count) -> str:
    """``Scopus: 1,176``."""
    return f"{one.what}: {'unknown' if one.number is None else f'{one.number:,}'}"


def anchor(step: int, part: str = "") -> str:
    """The id of a row of the table: the step, or where ``joined`` or ``left`` of it begins; steps count from 1."""
    return f"step-{step}-{part}" if part else f"step-{step}"


def in_short(flow: tuple[FlowStep, ...]) -> str:
    """Where the selection began and ended, as a sentence; says so if no numbers were recorded."""
    if not flow:
        return "How many records were found, screened and left out was not recorded."
    first, ends = flow[0], [step for step in flow[1:] if step.phase == INCLUDED] or flow[1:][-1:]
    if not ends:
        return f"{first.title}: {number_words(first.number, first.unit)}."
    ended = listed(number_words(step.number, step.unit) for step in ends)
    return f"The selection began with {number_words(first.number, first.unit)} and ended with {ended}."


def in_words(flow: tuple[FlowStep, ...]) -> tuple[str, ...]:
    """Every step of the flow as a sentence or two."""
    return tuple(" ".join(_told(step)) for step in flow)


def _told(step: FlowStep) -> Iterator[str]:
    made = f" ({listed(map(count_words, step.parts))})" if step.parts else ""
    yield f"{step.title}: {number_words(step.number, step.unit)}{made}."
    if step.joined:
        yield f"Joined: {listed(map(count_words, step.joined))}."
    if step.left:
        yield f"Left: {listed(map(count_words, step.left))}."


def flow_table(search: Search) -> Table:
    """Every number of the flow with its reason; rows have the ids that the boxes of the drawing lead to."""
    rows = [row for number, step in enumerate(search.flow, start=1) for row in _rows(number, step)]
    return Table("The selection in numbers", _COLUMNS, tuple(row for _, row in rows), tuple(id_ for id_, _ in rows))


def _rows(number: int, step: FlowStep) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    shown = "unknown" if step.number is None else f"{step.number:,}"
    title = f"{number}. {step.title} ({step.phase})"
    yield anchor(number), _row(title, shown, step.unit, step.note)
    for part, counts, words, sign in (
        ("of", step.parts, "of these", ""),
        ("joined", step.joined, "joined", "+"),
        ("left", step.left, "left", MINUS),
    ):
        for at, one in enumerate(counts):
            shown = "unknown" if one.number is None else f"{sign}{one.number:,}"
            place = anchor(number, part) if at == 0 else anchor(number, f"{part}-{at + 1}")
            yield place, _row(f"{words}: {one.what}", shown, step.unit, one.why)


def _row(title: str, number: str, unit: str, note: str | None) -> tuple[Cell, ...]:
    return Cell(title), Cell(number), Cell(unit), Cell(note or "–")
