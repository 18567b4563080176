"""A tour of two minutes: one conclusion, one chart and one number of this review, and how to follow and doubt them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.evidence import EffectEvidence
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.pages.content import Content
from generator.pages.page import Page
from generator.views import addresses, words
from generator.views.charts import effect_evidence
from generator.views.figure import Figure
from generator.views.names import study_name
from generator.views.overview import Finding, finding
from generator.views.robustness.firmness import firmness
from generator.views.rounding import belief_text, count_text, number_text, percent_text, weight_text
from generator.views.table import Link

PATH = "tour"
_HANDY = 6
"""How many evidence models make a chart that is taken in at a glance."""


@dataclass(frozen=True, slots=True)
class Step:
    """A click on the way of a number: ``text`` before the link, whose words are ``words``."""

    text: str
    words: str
    link: Link


@dataclass(frozen=True, slots=True)
class Example:
    """A conclusion of the review as the tour shows it. ``firm`` is the verdict, empty without one; ``left`` is the id
    of the study that a doubting reader is shown how to leave out."""

    finding: Finding
    link: Link
    sentence: str
    belief: str
    sure: str
    weight: str
    contested: str
    base: str
    firm: str
    chart: Figure
    number: str
    clicks: tuple[Step, ...]
    left: str
    left_name: str


def pages(content: Content) -> Iterator[Page]:
    """The one page about how to read this site; without any conclusion it has no example."""
    found = chosen(content)
    shown = None if found is None else _example(content, *found)
    studies, models = len(content.review.studies), sum(len(one.evidence_models) for one in content.review.studies)
    yield Page(
        path=PATH,
        kind="tour",
        title="Two-minute tour",
        description=f"How to read the review of {content.review.question.subject}: a conclusion, a chart, a number.",
        values={
            "studies": count_text(studies, "study", "studies"),
            "models": count_text(models, "evidence model"),
            "example": shown,
        },
        figures=() if shown is None else (shown.chart,),
        order=1,
        hide=("navigation", "toc"),
    )


def chosen(content: Content) -> tuple[Synthesis, EffectSynthesis] | None:
    """The conclusion to show: one with a range from several studies whose chart is small, else any."""
    found = [(synthesis, one) for synthesis in content.syntheses[:1] for one in synthesis.effects]
    return min(found, key=lambda pair: _fitness(pair[1]), default=None)


def _fitness(one: EffectSynthesis) -> tuple[bool, bool, int]:
    return one.range is None, len(one.studies) < 2, abs(len(one.evidence) - _HANDY)


def _example(content: Content, synthesis: Synthesis, one: EffectSynthesis) -> Example:
    review, about = content.review, finding(content.review, one)
    piece = max(one.evidence, key=lambda each: each.belief_value)
    asked = content.sensitivity.get(synthesis.id)
    firm = None if asked is None else firmness(review, asked, one)
    return Example(
        finding=about,
        link=addresses.finding(synthesis.id, one.effect),
        sentence=words.plain_conclusion(about.effect, one, review.question.subject),
        belief=belief_text(one.belief),
        sure=words.sureness(one),
        weight=weight_text(one.conflict.weight),
        contested=words.how_contested(one.conflict),
        base=words.evidence_base(one),
        firm="" if firm is None else firm.sentence,
        chart=effect_evidence.figure(review, synthesis, one),
        number=_number(piece),
        clicks=tuple(_clicks(content, synthesis, one, piece)),
        left=piece.study,
        left_name=study_name(review.study(piece.study)),
    )


def _number(piece: EffectEvidence) -> str:
    """What is followed: ``+1.3 %, the mean improvement that …``."""
    if piece.improvement is None:
        return f"{piece.range}, the range that {piece.evidence_model} states"
    return f"{percent_text(piece.improvement.mean)}, the mean improvement that {piece.evidence_model} measured"


def _clicks(content: Content, synthesis: Synthesis, one: EffectSynthesis, piece: EffectEvidence) -> Iterator[Step]:
    row = Link(addresses.finding(synthesis.id, one.effect).page, piece.evidence_model.replace("/", "-"))
    derived = addresses.derivation(piece.evidence_model, piece.effect)
    value = f"the belief value {number_text(piece.belief_value, 3)}"
    yield Step("On the page of the conclusion, every evidence model has its row:", "its row", row)
    yield Step(f"The row leads to how its range and {value} were worked out, step by step:", "its derivation", derived)
    extraction = content.review.study(piece.study).extraction
    where = piece.record.where or content.review.evidence_model(piece.evidence_model).where or ""
    told = f"{extraction.source}{f', {where}' if where else ''}"
    yield Step(
        f"The derivation leads to the line of the evidence file, which says where it was read ({told}):",
        f"line {piece.place.line}",
        addresses.source(piece.place),
    )
