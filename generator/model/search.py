"""How the studies of a review were found, and how the review is kept alive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something; ``number`` is None where it is not known. ``why`` is the reason, if one is told."""

    what: str
    number: int | None
    why: str | None


@dataclass(frozen=True, slots=True)
class FlowStep:
    """One box of the selection flow, from what was found to what is included.

    ``unit`` says what is counted (records, studies); ``parts`` make up ``number``; ``joined`` came in at this
    step from outside the flow, ``left`` did not go on to the next one. ``phase`` is identification, screening or
    included, as PRISMA names them.
    """

    title: str
    phase: str
    unit: str
    number: int | None
    parts: tuple[Count, ...]
    joined: tuple[Count, ...]
    left: tuple[Count, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class WithdrawnStudy:
    """A study that an earlier version held and this one does not; ``since`` is the first version without it."""

    study: str
    label: str
    title: str
    doi: str | None
    arxiv: str | None
    since: str
    because: str


@dataclass(frozen=True, slots=True)
class Search:
    """How the studies were found. A date that is not known is None, and said to be unknown."""

    sources: tuple[str, ...]
    last_search: date | None
    next_promised: date | None
    period: str | None
    inclusion: tuple[str, ...]
    exclusion: tuple[str, ...]
    flow: tuple[FlowStep, ...]
    withdrawn: tuple[WithdrawnStudy, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who keeps the review, and what they do for it."""

    name: str
    roles: tuple[str, ...]
    affiliation: str | None
    orcid: str | None


@dataclass(frozen=True, slots=True)
class Living:
    """How the review is kept alive, as PRISMA-LSR asks; ``status`` is active, paused or retired.

    What is None was not stated by its curators.
    """

    status: str
    mode: str
    why: str
    schedule: str
    update_rule: str
    retirement_rule: str
    people: tuple[Person, ...]
    contact: str | None
    protocol: str | None
    funding: str | None
    interests: str | None
