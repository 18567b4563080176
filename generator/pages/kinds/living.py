"""How the review is kept alive: who keeps it, when it is searched, what leads to a new version, when it ends."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.release import Release
from generator.model.search import Person
from generator.pages.content import Content
from generator.pages.outward import https
from generator.pages.page import Page
from generator.views.dates import date_text
from generator.views.rounding import count_text
from generator.views.table import Cell, Column, Link, Table

NOT_STATED = "not stated"
_PEOPLE = (Column("Who"), Column("Roles"), Column("Affiliation"), Column("ORCID iD"))
_STATUSES = {
    "active": "This review is alive: it is searched and updated by the rules below.",
    "paused": "This review is paused.",
    "retired": "This review is retired: it is not updated any more.",
}

_VERSIONS = (
    Column("Version"),
    Column("Published"),
    Column("Last search before it"),
    Column("Holds"),
    Column("Digest of its evidence"),
)


def pages(content: Content) -> Iterator[Page]:
    """The one page about the living mode, item by item as the extension of PRISMA for living reviews asks."""
    living, search = content.review.living, content.review.search
    yield Page(
        path="living",
        kind="living",
        title="How this review is kept alive",
        description=f"Living mode, search schedule and rules of the review of {content.review.question.subject}.",
        values={
            "short": _STATUSES.get(living.status, living.status),
            "living": living,
            "search": search,
            "rules": (
                ("Living mode", living.mode),
                ("Why it is living", living.why),
                ("Search schedule", living.schedule),
                ("What leads to a new version", living.update_rule),
                ("When it retires", living.retirement_rule),
            ),
            "support": (
                ("Protocol", living.protocol or NOT_STATED),
                ("Funding", living.funding or NOT_STATED),
                ("Competing interests", living.interests or NOT_STATED),
            ),
            "contact": https(living.contact),
            "not_stated": NOT_STATED,
            "people": Table("Who keeps it", _PEOPLE, tuple(map(_person, living.people))),
            "versions_table": _versions_table(content),
            "versions": tuple(map(_version, reversed(content.history.releases))),
            "home": Link("index"),
            "working": content.history.version is None,
        },
        section="Versions",
        order=30,
        hide=("toc",),
    )


def _person(one: Person) -> tuple[Cell, ...]:
    roles = ", ".join(one.roles) or NOT_STATED
    return Cell(one.name), Cell(roles), Cell(one.affiliation or NOT_STATED), Cell(one.orcid or NOT_STATED)


def _version(one: Release) -> tuple[Release, str, str]:
    """A release with its studies and conclusions counted."""
    conclusions = sum(len(synthesis.conclusions) for synthesis in one.syntheses)
    return one, count_text(len(one.studies), "study", "studies"), count_text(conclusions, "conclusion")


def _versions_table(content: Content) -> Table:
    """The versions in plain cells, to be taken away."""
    rows = tuple(
        (
            Cell(one.version),
            Cell(date_text(one.released)),
            Cell(date_text(one.search_date)),
            Cell(f"{studies}, {conclusions}"),
            Cell(one.digest),
        )
        for one, studies, conclusions in map(_version, reversed(content.history.releases))
    )
    return Table("Versions up to this one", _VERSIONS, rows)
