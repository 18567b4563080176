"""How the studies were found: the selection flow, sources, criteria, and what left the review."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.pages.content import Content
from generator.pages.here import relative
from generator.pages.page import Page
from generator.views import addresses
from generator.views.dates import UNKNOWN
from generator.views.figure import NARROW, WIDE
from generator.views.selection_flow import draw
from generator.views.selection_numbers import flow_table, in_short, in_words
from generator.views.table import Cell, Column, Table
from generator.views.withdrawn import gone_studies

_PATH = "selection"
_LEFT = (Column("Study"), Column("Title"), Column("First version without it"), Column("Why it left"))


def pages(content: Content) -> Iterator[Page]:
    """The one page about the search."""
    search = content.review.search
    studies = str(relative(_PATH, "studies/index.html"))
    yield Page(
        path=_PATH,
        kind="selection",
        title="How the studies were found",
        description=f"Search, selection and criteria of the review of {content.review.question.subject}.",
        values={
            "search": search,
            "short": in_short(search.flow),
            "wide": Markup(draw(search.flow, WIDE, "flow-wide", studies)) if search.flow else None,
            "narrow": Markup(draw(search.flow, NARROW, "flow-narrow", studies)) if search.flow else None,
            "told": in_words(search.flow),
            "numbers": flow_table(search),
            "withdrawn": _withdrawn(content),
        },
        section="Method",
        order=5,
        hide=("toc",),
    )


def _withdrawn(content: Content) -> Table:
    rows = tuple(
        (
            Cell(one.label, addresses.study(one.id)),
            Cell(one.title),
            Cell(one.since or UNKNOWN),
            Cell(one.because or "No reason was recorded."),
        )
        for one in gone_studies(content.review, content.history)
    )
    return Table("Studies of earlier versions that are no longer here", _LEFT, rows)
