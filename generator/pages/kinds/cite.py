"""How to cite this version, one of its conclusions, and the studies behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.content import Content
from generator.pages.kinds.source import verbatim
from generator.pages.page import Page
from generator.views import addresses
from generator.views.citation import citation, files
from generator.views.table import Link


@dataclass(frozen=True, slots=True)
class Format:
    """A citation in one format; ``path`` is where it can be downloaded."""

    name: str
    path: str
    text: Markup


def pages(content: Content) -> Iterator[Page]:
    """One page; that of a working state names the version to cite instead."""
    review, history = content.review, content.history
    cited = citation(review, history, content.home)
    last = history.releases[-1] if history.releases else None
    first = next(((s.id, e.effect) for s in content.syntheses for e in s.effects), None)
    formats = [] if cited is None else [_format(*one) for one in files(cited)]
    yield Page(
        path="cite",
        kind="cite",
        title="Cite this version" if cited else "Cite a version",
        description=f"Citations of the review of {review.question.subject}, for people and reference managers.",
        values={
            "cited": cited,
            "last": last,
            "formats": formats,
            "example": None if first is None else addresses.finding(*first),
            "address": content.home,
            "page_of_cite": Link("cite"),
        },
        section="Versions",
        order=40,
        hide=("toc",),
    )


def _format(ending: str, name: str, text: str) -> Format:
    return Format(name, f"data/cite.{ending}", Markup(verbatim_lines(text)))


def verbatim_lines(text: str) -> str:
    """The lines of a text for a ``pre`` element; carriage returns are not shown."""
    return "\n".join(map(verbatim, text.replace("\r", "").rstrip("\n").split("\n")))
