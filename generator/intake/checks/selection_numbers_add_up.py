"""The numbers of the selection flow add up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.intake.draft import Draft
from generator.intake.node import Node
from generator.model.problem import Problem

Terms = tuple[tuple[str, float | None], ...]
"""Signs and numbers of a sum, None where a number is not known."""


def check(draft: Draft) -> Iterator[Problem]:
    """A number is the sum of its parts, and what one step leaves over, with what joins, is the next step's number.

    Only what is known is judged, and steps only where they count the same unit.
    """
    steps = draft.rules("search").get("flow").items
    for step in steps:
        parts = step.get("parts").items
        yield from _sum(step, _terms("+", parts) if parts else (), "the sum of its parts")
    for before, after in pairwise(steps):
        unit = before.get("unit").text
        if unit is not None and unit == after.get("unit").text:
            yield from _sum(after, _passed_on(before, after), "what goes on from the step before, with what joins")


def _passed_on(before: Node, after: Node) -> Terms:
    left, joined = before.get("left").items, after.get("joined").items
    return (("+", before.get("number").number), *_terms("-", left), *_terms("+", joined))


def _terms(sign: str, counts: tuple[Node, ...]) -> Terms:
    return tuple((sign, count.get("number").number) for count in counts)


def _sum(step: Node, terms: Terms, meaning: str) -> Iterator[Problem]:
    number = step.get("number")
    known = [(sign, value) for sign, value in terms if value is not None]
    if number.number is None or not terms or len(known) < len(terms):
        return
    total = sum(value if sign == "+" else -value for sign, value in known)
    if total != number.number:
        written = " ".join(f"{sign} {value:g}" for sign, value in known).removeprefix("+ ")
        hint = f"{written} = {total:g}; write unknown where a number is not known"
        yield number.problem("numbers-do-not-add-up", f"{total:g}, {meaning}", hint)
