"""A page for everything that earlier versions held and this one does not: their addresses stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.release import ReleasedConclusion
from generator.model.scale import IntensityRange
from generator.pages.content import Content
from generator.pages.outward import arxiv, doi
from generator.pages.page import Page
from generator.views import addresses
from generator.views.rounding import belief_text, count_text, weight_text
from generator.views.table import Link
from generator.views.withdrawn import GoneConclusion, GoneStudy, gone_conclusions, gone_studies


@dataclass(frozen=True, slots=True)
class Result:
    """The last published result of a conclusion, ready to be shown."""

    range: IntensityRange | None
    belief: str
    weight: str
    studies: str
    models: str


def pages(content: Content) -> Iterator[Page]:
    """A page per study and per conclusion that left, reached by links and search only."""
    for study in gone_studies(content.review, content.history):
        yield _study(study)
    for conclusion in gone_conclusions(content.syntheses, content.history):
        yield _conclusion(conclusion)


def _study(one: GoneStudy) -> Page:
    record = one.record
    read = (doi(record.doi), arxiv(record.arxiv)) if record else (None, None)
    link = addresses.study(one.id)
    return _page(
        link,
        one.title,
        f"The study {one.label} is no longer part of the review.",
        kicker=f"Study {one.label}",
        left=f"This study left the review{_since(one.since)}.",
        because=one.because,
        read=next((address for address in read if address), None),
        last=one.last,
        result=None,
        onward=Link("selection", "withdrawn"),
    )


def _conclusion(one: GoneConclusion) -> Page:
    because = (
        "The synthesis it belonged to is no longer part of the review."
        if one.synthesis_left
        else "No evidence model of this synthesis reports the effect any more."
    )
    return _page(
        addresses.finding(one.synthesis.id, one.conclusion.effect),
        one.conclusion.title,
        f"The conclusion about {one.conclusion.title} was withdrawn.",
        kicker=f"Conclusion of {one.synthesis.title}",
        left=f"This conclusion was withdrawn{_since(one.since)}.",
        because=because,
        read=None,
        last=one.last.version,
        result=_result(one.conclusion),
        onward=Link("findings/index"),
    )


def _page(link: Link, title: str, description: str, **values: object) -> Page:
    return Page(
        path=link.page,
        kind="withdrawn",
        title=f"{title} (withdrawn)",
        description=description,
        values={"heading": title, "link": link, **values},
        hidden=True,
        hide=("toc",),
    )


def _since(version: str | None) -> str:
    return f" with version {version}" if version else ""


def _result(one: ReleasedConclusion) -> Result:
    studies, models = count_text(one.studies, "study", "studies"), count_text(one.reports, "evidence model")
    return Result(one.range, belief_text(one.belief), weight_text(one.conflict_weight), studies, models)
