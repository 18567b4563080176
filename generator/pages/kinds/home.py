"""The home page: the answer on one screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.pages.content import Content
from generator.pages.kinds import case, gaps
from generator.pages.page import Page
from generator.views import addresses, words
from generator.views.charts import conclusions, home_tradeoff
from generator.views.conclusions_table import conclusions_table
from generator.views.doubts import doubt_groups
from generator.views.overview import Finding, Overview, overview
from generator.views.robustness.firmness import ONE_WORD
from generator.views.rounding import belief_text, count_text, weight_text
from generator.views.table import Link


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the summary of findings; ``firm`` is the verdict in one word, empty if there is none."""

    finding: Finding
    link: Link
    belief: str
    sure: str
    weight: str
    contested: str
    studies: str
    models: str
    firm: str


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of the effects that fare alike, the strongest first; ``side`` is a word for the style sheet."""

    side: str
    title: str
    meaning: str
    rows: tuple[Row, ...]


def pages(content: Content) -> Iterator[Page]:
    """The one home page, about the review's first synthesis."""
    review, synthesis = content.review, content.syntheses[0]
    figures = (home_tradeoff.figure(review, synthesis), conclusions.figure(review, synthesis))
    whole = overview(review, synthesis)
    about_all = [problem for problem in content.warnings if synthesis.id in problem.about]
    yield Page(
        path="index",
        kind="home",
        title="Answer",
        description=review.question.question,
        values={
            "overview": whole,
            "combined": addresses.synthesis(synthesis.id),
            "whole": conclusions_table(review, synthesis),
            "groups": tuple(group for group in _groups(content, synthesis, whole) if group.rows),
            "firm": synthesis.id in content.sensitivity,
            "facts": _facts(synthesis),
            "tradeoff": figures[0],
            "scale_chart": figures[1],
            "unknown": (*review.question.not_known, *_thin(review, synthesis)),
            "measured": gaps.map_of(content, synthesis),
            "decide": case.title(content),
            "cautions": tuple(_cautions(synthesis)),
            "about_all": doubt_groups(review, synthesis, about_all),
            "doubts": count_text(len(content.warnings), "doubt"),
            "compared": any(plan.published for plan in review.plans),
        },
        figures=figures,
        hide=("navigation", "toc"),
    )


def _groups(content: Content, synthesis: Synthesis, whole: Overview) -> tuple[Group, ...]:
    same, same_many = "does not change noticeably", "do not change noticeably"
    sides = (
        ("worse", "What you pay", "gets worse", "get worse", whole.worse),
        ("better", "What you gain", "gets better", "get better", whole.better),
        ("unchanged", "What stays as it was", same, same_many, whole.unchanged),
        ("undecided", "What is undecided", "stays undecided", "stay undecided", whole.undecided),
    )
    total = len(synthesis.effects)
    return tuple(
        Group(
            side,
            title,
            f"{len(found)} of {count_text(total, 'effect')} {one if len(found) == 1 else many}",
            tuple(_row(content, synthesis, each) for each in found),
        )
        for side, title, one, many, found in sides
    )


def _row(content: Content, synthesis: Synthesis, one: Finding) -> Row:
    return Row(
        finding=one,
        link=addresses.finding(synthesis.id, one.effect.id),
        belief=belief_text(one.synthesis.belief),
        sure=words.sureness(one.synthesis),
        weight=weight_text(one.synthesis.conflict.weight),
        contested=words.how_contested(one.synthesis.conflict),
        studies=count_text(len(one.synthesis.studies), "study", "studies"),
        models=count_text(len(one.synthesis.evidence), "model"),
        firm=_firm(content, synthesis, one.effect.id),
    )


def _firm(content: Content, synthesis: Synthesis, effect: str) -> str:
    asked = content.sensitivity.get(synthesis.id)
    verdict = None if asked is None else asked.verdict(effect)
    return "" if verdict is None else ONE_WORD[verdict.robustness]


def _facts(synthesis: Synthesis) -> tuple[str, ...]:
    studies = len({model.partition("/")[0] for model in synthesis.evidence_models})
    return (
        count_text(studies, "study", "studies"),
        count_text(len(synthesis.evidence_models), "evidence model"),
    )


def _cautions(synthesis: Synthesis) -> Iterator[str]:
    """What to keep in mind with the conclusions as a whole; each reads on after a number of conclusions."""
    strongest = words.CONFLICT_BANDS[0][1]
    contested = sum(words.how_contested(one.conflict) in (strongest, words.TOTAL) for one in synthesis.effects)
    alone = sum(len(one.studies) == 1 for one in synthesis.effects)
    total = count_text(len(synthesis.effects), "conclusion")
    if contested:
        yield f"{contested} of {total} {'is' if contested == 1 else 'are'} {strongest}"
    if alone:
        yield f"{alone} of {total} {'rests' if alone == 1 else 'rest'} on a single study"


def _thin(review: Review, synthesis: Synthesis) -> Iterator[str]:
    """What the evidence itself leaves open: effects that hang on one study."""
    alone = [review.rules.effect(e.effect).title for e in synthesis.effects if len(e.studies) == 1]
    if alone:
        yield f"What a second study would find about effects that only one reports: {', '.join(alone)}."
