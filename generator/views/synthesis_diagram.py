"""The evidence diagram of a synthesis: what its evidence models have in common, and what they say together.

Concepts that were joined stand by their more general concept, above what they were joined from; those that were removed
are struck through.
"""

from __future__ import annotations

from functools import partial

from generator.model.review import Review
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views import notation
from generator.views.boxes import Content, Part
from generator.views.common_concepts import (
    JOINED,
    KEPT,
    REMOVED,
    SAME,
    UNDECIDED,
    CommonConcept,
    common_concepts,
    of_fate,
)
from generator.views.diagram_boxes import EffectRow, aspect_parts, box, effect_parts, note_parts
from generator.views.lettering import listed, shortened
from generator.views.rounding import belief_text
from generator.views.words import in_sentence


def draw(review: Review, synthesis: Synthesis, width: int, prefix: str) -> str:
    """The diagram as SVG, ``width`` px wide; ``prefix`` (letters, digits, ``-``) makes its ids unique on a page."""
    boxes = placed(review, synthesis, width)
    return notation.picture(boxes, width, prefix, title(synthesis), describe(review, synthesis))


def title(synthesis: Synthesis) -> str:
    """What the diagram is called."""
    return f"Evidence diagram of the synthesis “{synthesis.title}”"


def placed(review: Review, synthesis: Synthesis, width: int) -> tuple[notation.Archetype, ...]:
    """The four boxes where they stand: technology, system, activity, actor."""
    concepts = common_concepts(review, review.plan(synthesis.id))
    return notation.lay_out(partial(_box, review, synthesis, concepts), width)


def describe(review: Review, synthesis: Synthesis) -> str:
    """What the diagram shows, in one paragraph."""
    names, concepts = review.question.archetypes, common_concepts(review, review.plan(synthesis.id))
    effects = "; ".join(_told(review, one) for one in synthesis.effects)
    aspects = {archetype: _aspects(concepts, archetype) for archetype in notation.ARCHETYPES}
    return (
        f"{names.technology} (technology, the cause{aspects['technology']}) causes effects on "
        f"{names.system} (system{aspects['system']}): {effects or 'none recorded'}. "
        f"{names.activity} (activity{aspects['activity']}) uses {names.technology}, operates on "
        f"{names.system} and is performed by {names.actor} (actor{aspects['actor']})."
    )


def _box(
    review: Review, synthesis: Synthesis, concepts: tuple[CommonConcept, ...], archetype: str, width: float
) -> Content:
    rows = (
        EffectRow(review.rules.effect(one.effect).title, one.range, belief_text(one.belief))
        for one in synthesis.effects
    )
    effects = effect_parts(rows, width, "belief") if archetype == "system" else ()
    here = tuple(one for one in concepts if one.archetype == archetype)
    concept = str(getattr(review.question.archetypes, archetype))
    return box(archetype, concept, width, (*effects, *_context(here, width)))


def _context(concepts: tuple[CommonConcept, ...], width: float) -> tuple[Part, ...]:
    """A compartment for each thing that became of the aspects of a box."""
    kept, joined, removed = ((KEPT, SAME), "kept"), ((JOINED,), "joined into one concept"), ((REMOVED,), "removed")
    compartments = (
        aspect_parts(heading, (one.row for one in of_fate(concepts, *fates)), width)
        for fates, heading in (kept, joined, removed)
    )
    others = ", ".join(one.title for one in of_fate(concepts, UNDECIDED))
    note = note_parts("different, not decided", others, width) if others else ()
    return (*(part for parts in compartments for part in parts), *note)


def _told(review: Review, one: EffectSynthesis) -> str:
    effect = review.rules.effect(one.effect).title
    return f"{effect} {one.range.words}, belief {belief_text(one.belief)}" if one.range else f"{effect} without a range"


def _aspects(concepts: tuple[CommonConcept, ...], archetype: str) -> str:
    here = tuple(one for one in concepts if one.archetype == archetype)
    told = (
        *(f"{one.title} kept: {_values(one)}" for one in of_fate(here, KEPT, SAME)),
        *(f"{one.title} joined into “{one.into}” from {_values(one)}" for one in of_fate(here, JOINED)),
        *(f"{one.title} removed: {_values(one)}" for one in of_fate(here, REMOVED)),
    )
    others = listed(in_sentence(one.title) for one in of_fate(here, UNDECIDED))
    told = (*told, f"different without a decision: {others}") if others else told
    return f"; {'; '.join(told)}" if told else ""


def _values(one: CommonConcept) -> str:
    return listed(shortened(one.counted)) or "no value"
