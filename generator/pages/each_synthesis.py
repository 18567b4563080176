"""Pages that every synthesis has: about the first they stand at the top of the site, about others below theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.synthesis import Synthesis
from generator.pages.content import Content
from generator.views import addresses
from generator.views.table import Link

_LEAST_STUDIES = 2
"""Of fewer studies there is nothing to lay out or to tell apart."""


@dataclass(frozen=True, slots=True)
class Sibling:
    """The same page about a synthesis; ``here`` tells whether it is this one."""

    title: str
    link: Link
    here: bool


def worth_mapping(content: Content) -> tuple[Synthesis, ...]:
    """The first synthesis, and those others that combine enough studies."""
    return tuple(
        one
        for place, one in enumerate(content.syntheses)
        if place == 0 or len({model.partition("/")[0] for model in one.evidence_models}) >= _LEAST_STUDIES
    )


def is_first(content: Content, synthesis: Synthesis) -> bool:
    """Whether a synthesis is the one that the site speaks of first."""
    return synthesis.id == content.syntheses[0].id


def siblings(content: Content, what: str, shown: Iterable[Synthesis], here: Synthesis) -> tuple[Sibling, ...]:
    """The page ``what`` of each of the syntheses ``shown``; none if there is only this one."""
    found = tuple(
        Sibling(one.title, Link(addresses.about(content.review, what, one.id)), one.id == here.id) for one in shown
    )
    return found if len(found) > 1 else ()
