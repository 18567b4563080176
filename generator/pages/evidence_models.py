"""An evidence model as its study's page shows it: context, diagram, effects, and the derivation of every number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.study import EvidenceModel, Measurement, Pairs, Stated
from generator.pages.content import Content
from generator.views.addresses import derivation, finding, source
from generator.views.derivation import Step, steps, whole_derivation
from generator.views.diagram import describe, draw
from generator.views.diagram_boxes import aspect_words
from generator.views.figure import NARROW, WIDE
from generator.views.rounding import count_text, exact_text, percent_text
from generator.views.table import Cell, Column, Link, Table

_STUDY_BELIEF = "Study belief"
_EQUATIONS = {
    "Mean improvement": ("eq-2",),
    "Range on the seven-level scale": ("eq-3",),
    _STUDY_BELIEF: ("eq-4", "eq-5"),
    "Mass": ("eq-8",),
    "Influence on the synthesis": ("eq-9",),
}
"""Where the method page explains a step, by the step's title."""
_DISCOUNTS = {"d": "eq-6", "alpha_n": "eq-7"}
"""Where it explains a discount, by a factor that the policy leaves."""


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of a derivation, with the equations of the method page it uses."""

    step: Step
    equations: tuple[tuple[str, Link], ...]


@dataclass(frozen=True, slots=True)
class EffectView:
    """The derivation of one number and where its input was written down."""

    anchor: str
    title: str
    summary: str
    conclusion: Link | None
    piece: EffectEvidence
    steps: tuple[StepView, ...]
    source: Link
    where: str


@dataclass(frozen=True, slots=True)
class ModelView:
    """Everything the page shows about one evidence model."""

    model: EvidenceModel
    anchor: Markup
    aspects: tuple[tuple[str, tuple[str, ...], str], ...]
    not_known: tuple[str, ...]
    wide: Markup
    narrow: Markup
    description: str
    table: Table
    effects: tuple[EffectView, ...]
    source: Link


def model_view(content: Content, model: EvidenceModel, prefix: str) -> ModelView:
    """What the page shows of ``model``; ``prefix`` makes the ids of its diagrams unique on the page."""
    review = content.review
    pieces = tuple(piece for piece in content.pieces_of(model.study) if piece.evidence_model == model.id)
    return ModelView(
        model=model,
        anchor=_plain(model.slug),
        aspects=tuple(_aspects(review, model)),
        not_known=tuple(aspect.title for aspect in review.rules.aspects if not model.aspect(aspect.id)),
        wide=Markup(draw(review, model, pieces, WIDE, f"{prefix}-wide")),
        narrow=Markup(draw(review, model, pieces, NARROW, f"{prefix}-narrow")),
        description=describe(review, model, pieces),
        table=_table(content, model, pieces),
        effects=tuple(_effect(content, model, piece) for piece in pieces),
        source=source(model.place),
    )


def conclusion(content: Content, study: str, effect: str) -> Link | None:
    """The page of the conclusion that a study's evidence about an effect leads to: that of the first synthesis."""
    for synthesis in content.syntheses:
        if any(one.effect == effect and study in one.models_by_study for one in synthesis.effects):
            return finding(synthesis.id, effect)
    return None


def belief_step(review: Review, pieces: tuple[EffectEvidence, ...]) -> Step | None:
    """How the study belief came about; None if the study reports no effect."""
    if not pieces:
        return None
    return next(step for step in steps(review, pieces[0]) if step.title == _STUDY_BELIEF)


def _plain(slug: str) -> Markup:
    """An id as it may stand after a heading. Raises ``ValueError`` if it is not plain (the intake refuses such)."""
    if not re.fullmatch(r"[A-Za-z0-9._-]+", slug):
        raise ValueError(f"not a plain id: {slug!r}")
    return Markup(slug)


def _steps_of(piece: EffectEvidence) -> Link:
    # The anchor itself is the row of the table, which is always visible; the steps are folded away.
    row = derivation(piece.evidence_model, piece.effect)
    return replace(row, anchor=f"{row.anchor}-derivation")


def _aspects(review: Review, model: EvidenceModel) -> Iterator[tuple[str, tuple[str, ...], str]]:
    technique = review.rules.technique(model.technique)
    yield "Technique", (technique.title,), technique.meaning
    for aspect in review.rules.aspects:
        if values := model.aspect(aspect.id):
            yield aspect.title, aspect_words(review, aspect, values), aspect.meaning


def _table(content: Content, model: EvidenceModel, pieces: tuple[EffectEvidence, ...]) -> Table:
    columns = (
        Column("Effect"),
        Column("In the evidence file"),
        Column(
            "Mean improvement",
            "Relative to the study's own baseline; positive is better",
            numeric=True,
            term="improvement",
        ),
        Column("Range", "Where the mean falls on the seven-level scale", term="range"),
        Column("Belief value", "What the discount leaves of the study belief", numeric=True, term="belief-value"),
        Column("Derivation"),
        Column("Where it is written"),
    )
    rows = tuple(_row(content, piece) for piece in pieces)
    anchors = tuple(derivation(model.id, piece.effect).anchor for piece in pieces)
    return Table(f"Effects reported by {model.id}", columns, rows, anchors)


def _row(content: Content, piece: EffectEvidence) -> tuple[Cell, ...]:
    mean = piece.improvement.mean if piece.improvement else None
    return (
        Cell(content.review.rules.effect(piece.effect).title, conclusion(content, piece.study, piece.effect)),
        Cell(_given(piece.record.measurement)),
        Cell("–" if mean is None else percent_text(mean, 3)),
        Cell("", range=piece.range),
        Cell(exact_text(piece.belief_value)),
        Cell("step by step", _steps_of(piece)),
        Cell(f"line {piece.place.line}", source(piece.place)),
    )


def _given(entered: Measurement) -> str:
    if isinstance(entered, Pairs):
        return count_text(len(entered.values), "paired observation")
    if isinstance(entered, Stated):
        return f"stated range {entered.range}"
    spread = (("std", entered.std), ("IQR", entered.iqr))
    told = "".join(f", {name} {exact_text(value)}" for name, value in spread if value is not None)
    counted = f"n = {entered.count:,}" if entered.count else count_text(entered.clusters or 0, "cluster")
    return f"mean {exact_text(entered.mean)}{told}, {counted}"


def _effect(content: Content, model: EvidenceModel, piece: EffectEvidence) -> EffectView:
    return EffectView(
        anchor=_steps_of(piece).anchor,
        title=content.review.rules.effect(piece.effect).title,
        summary=f"belief value {exact_text(piece.belief_value)} on {piece.range}",
        conclusion=conclusion(content, piece.study, piece.effect),
        piece=piece,
        steps=tuple(
            StepView(step, _equations(step, piece))
            for step in whole_derivation(content.review, piece, content.syntheses, content.without)
        ),
        source=source(piece.place),
        where=piece.record.where or model.where or "",
    )


def _equations(step: Step, piece: EffectEvidence) -> tuple[tuple[str, Link], ...]:
    factors = dict(piece.discount.factors) if step.title == "Discount" else {}
    discounts = tuple(anchor for factor, anchor in _DISCOUNTS.items() if factor in factors)
    anchors = _EQUATIONS.get(step.title, discounts)
    return tuple((anchor.removeprefix("eq-"), Link("method", anchor)) for anchor in anchors)
