"""The home page: the answer on one screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.pages.content import Content
from generator.pages.page import Page
from generator.views import addresses, words
from generator.views.charts import conclusions, home_tradeoff
from generator.views.overview import Finding, finding, overview
from generator.views.rounding import belief_text, count_text, weight_text
from generator.views.table import Link


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the summary of findings."""

    finding: Finding
    link: Link
    belief: str
    sure: str
    weight: str
    contested: str
    studies: int
    models: int


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one family of effects."""

    title: str
    rows: tuple[Row, ...]


def pages(content: Content) -> Iterator[Page]:
    """The one home page, about the review's first synthesis."""
    review, synthesis = content.review, content.syntheses[0]
    figures = (home_tradeoff.figure(review, synthesis), conclusions.figure(review, synthesis))
    yield Page(
        path="index",
        kind="home",
        title="Answer",
        description=review.question.question,
        values={
            "overview": overview(review, synthesis),
            "groups": tuple(_groups(review, synthesis)),
            "facts": _facts(review, synthesis),
            "tradeoff": figures[0],
            "scale_chart": figures[1],
            "unknown": (*review.question.not_known, *_thin(review, synthesis)),
            "doubts": count_text(len(content.warnings), "doubt"),
        },
        figures=figures,
        hide=("navigation", "toc"),
    )


def _groups(review: Review, synthesis: Synthesis) -> Iterator[Group]:
    for family in review.rules.families:
        rows = tuple(
            _row(review, synthesis, one)
            for one in (finding(review, effect) for effect in synthesis.effects)
            if one.effect.family == family.id
        )
        if rows:
            yield Group(family.title, rows)


def _row(review: Review, synthesis: Synthesis, one: Finding) -> Row:
    belief = one.synthesis.belief
    return Row(
        finding=one,
        link=addresses.finding(synthesis.id, one.effect.id),
        belief=belief_text(belief),
        sure="no result" if belief is None else words.how_sure(belief),
        weight=weight_text(one.synthesis.conflict.weight),
        contested=words.how_contested(one.synthesis.conflict),
        studies=len(one.synthesis.studies),
        models=len(one.synthesis.evidence),
    )


def _facts(review: Review, synthesis: Synthesis) -> tuple[tuple[str, str], ...]:
    search = review.search.last_search
    return (
        ("Version", review.question.version),
        ("Last search", search.isoformat() if search else "unknown"),
        ("Studies", str(len({model.partition("/")[0] for model in synthesis.evidence_models}))),
        ("Evidence models", str(len(synthesis.evidence_models))),
        ("Effects", str(len(synthesis.effects))),
    )


def _thin(review: Review, synthesis: Synthesis) -> Iterator[str]:
    """What the evidence itself leaves open: effects that hang on one study."""
    alone = [review.rules.effect(one.effect).title for one in synthesis.effects if len(one.studies) == 1]
    if alone:
        yield f"What a second study would find for effects that a single one reports: {', '.join(alone)}."
