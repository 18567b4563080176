"""The evidence diagram of an evidence model: four archetypes, a cause and its effects, with their context."""

from __future__ import annotations

from functools import partial

from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.study import EvidenceModel
from generator.views import notation
from generator.views.boxes import Content
from generator.views.diagram_boxes import AspectRow, EffectRow, aspect_parts, aspect_words, box, effect_parts
from generator.views.lettering import listed, shortened
from generator.views.rounding import number_text


def draw(review: Review, model: EvidenceModel, pieces: tuple[EffectEvidence, ...], width: int, prefix: str) -> str:
    """The diagram as SVG, ``width`` px wide; ``prefix`` (letters, digits, ``-``) makes its ids unique on a page."""
    boxes = placed(review, model, pieces, width)
    title = f"Evidence diagram of {model.id}"
    return notation.picture(boxes, width, prefix, title, describe(review, model, pieces))


def describe(review: Review, model: EvidenceModel, pieces: tuple[EffectEvidence, ...]) -> str:
    """What the diagram shows, in one paragraph."""
    names = review.question.archetypes
    effects = [_told(review, piece) for piece in _of_model(model, pieces)]
    return (
        f"{names.technology} (technology, the cause{_with(review, model, 'technology')}) causes effects on "
        f"{names.system} (system{_with(review, model, 'system')}): {'; '.join(effects) or 'none recorded'}. "
        f"{names.activity} (activity{_with(review, model, 'activity')}) uses {names.technology}, operates on "
        f"{names.system} and is performed by {names.actor} (actor{_with(review, model, 'actor')})."
    )


def placed(
    review: Review, model: EvidenceModel, pieces: tuple[EffectEvidence, ...], width: int
) -> tuple[notation.Archetype, ...]:
    """The four boxes where they stand: technology, system, activity, actor."""
    return notation.lay_out(partial(_box, review, model, _of_model(model, pieces)), width)


def _box(
    review: Review, model: EvidenceModel, pieces: tuple[EffectEvidence, ...], archetype: str, width: float
) -> Content:
    rows = (
        EffectRow(review.rules.effect(one.effect).title, one.range, number_text(one.belief_value, 3)) for one in pieces
    )
    effects = effect_parts(rows, width, "belief value") if archetype == "system" else ()
    aspects = (AspectRow(*known) for known in known_aspects(review, model, archetype))
    concept = str(getattr(review.question.archetypes, archetype))
    return box(archetype, concept, width, (*effects, *aspect_parts("contextual aspects", aspects, width)))


def known_aspects(review: Review, model: EvidenceModel, archetype: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Titles and values of the aspects in a box; the way the technology was applied comes first."""
    technique = (("Technique", (review.rules.technique(model.technique).title,)),)
    aspects = tuple(
        (aspect.title, aspect_words(review, aspect, model.aspect(aspect.id)))
        for aspect in review.rules.aspects
        if aspect.archetype == archetype and model.aspect(aspect.id)
    )
    return technique + aspects if archetype == "technology" else aspects


def _told(review: Review, piece: EffectEvidence) -> str:
    title = review.rules.effect(piece.effect).title
    return f"{title} {piece.range.words}, belief value {number_text(piece.belief_value, 3)}"


def _of_model(model: EvidenceModel, pieces: tuple[EffectEvidence, ...]) -> tuple[EffectEvidence, ...]:
    return tuple(piece for piece in pieces if piece.evidence_model == model.id)


def _with(review: Review, model: EvidenceModel, archetype: str) -> str:
    aspects = (f"{title}: {listed(shortened(values))}" for title, values in known_aspects(review, model, archetype))
    told = "; ".join(aspects)
    return f"; {told}" if told else ""
