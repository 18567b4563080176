"""Lays out the evidence models of a synthesis by technique and by every contextual aspect with a vocabulary.

There is no list of layouts. An aspect of the technology says how a technique was applied, so it is crossed with the
technique; an aspect of the system, the activity or the actor stands alone. What does not differ is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from generator.aggregation.aggregate import aggregate_effect
from generator.model.coverage import TECHNIQUE, CoverageMap, CoverageRow
from generator.model.review import Review
from generator.model.study import EvidenceModel
from generator.model.synthesis import EffectSynthesis, Synthesis

TECHNOLOGY = "technology"
"""The archetype whose aspects belong to the technique."""


def coverage(review: Review, synthesis: Synthesis) -> tuple[CoverageMap, ...]:
    """Every layout of a synthesis in which evidence models differ: by technique first, then by aspects in their order.

    Each part keeps the order and the reading policy of the whole; an evidence model with several values of an aspect
    counts for each of them.
    """
    maps = (CoverageMap(synthesis.id, axes, _rows(review, synthesis, axes)) for axes in _layouts(review))
    return tuple(one for one in maps if one.axes == (TECHNIQUE,) or _differs(one))


def crossed(review: Review, synthesis: Synthesis) -> tuple[CoverageMap, ...]:
    """How a technology is used, crossed with where and on what: a layout for the technique, and for each aspect of the
    technology, with every other aspect that has a vocabulary, if evidence models differ in both."""
    named = [aspect for aspect in review.rules.aspects if aspect.vocabulary is not None]
    how = (TECHNIQUE, *(aspect.id for aspect in named if aspect.archetype == TECHNOLOGY))
    where = tuple(aspect.id for aspect in named if aspect.archetype != TECHNOLOGY)
    maps = (CoverageMap(synthesis.id, axes, _rows(review, synthesis, axes)) for axes in product(how, where))
    return tuple(one for one in maps if _differs(one, 0) and _differs(one))


def _differs(found: CoverageMap, axis: int = -1) -> bool:
    return len({row.values[axis] for row in found.rows} - {None}) > 1


def _layouts(review: Review) -> Iterator[tuple[str, ...]]:
    yield (TECHNIQUE,)
    for aspect in review.rules.aspects:
        if aspect.vocabulary is not None:
            yield (TECHNIQUE, aspect.id) if aspect.archetype == TECHNOLOGY else (aspect.id,)


def _rows(review: Review, synthesis: Synthesis, axes: tuple[str, ...]) -> tuple[CoverageRow, ...]:
    sharing: dict[tuple[str | None, ...], list[str]] = {}
    for model in synthesis.evidence_models:
        for values in product(*(_values_of(review.evidence_model(model), axis) for axis in axes)):
            sharing.setdefault(values, []).append(model)
    possible = product(*(_possible(review, axis) for axis in axes))
    return tuple(_row(review, synthesis, values, tuple(sharing[values])) for values in possible if values in sharing)


def _row(review: Review, synthesis: Synthesis, values: tuple[str | None, ...], models: tuple[str, ...]) -> CoverageRow:
    parts = (_part(review, synthesis, effect, frozenset(models)) for effect in synthesis.effects)
    return CoverageRow(values, models, tuple(one for one in parts if one is not None))


def _part(
    review: Review, synthesis: Synthesis, effect: EffectSynthesis, models: frozenset[str]
) -> EffectSynthesis | None:
    evidence = tuple(piece for piece in effect.evidence if piece.evidence_model in models)
    policy = review.rules.reading_policy(synthesis.reading)
    return aggregate_effect(evidence, policy, by_study=False) if evidence else None


def _values_of(model: EvidenceModel, axis: str) -> tuple[str | None, ...]:
    return (model.technique,) if axis == TECHNIQUE else model.aspect(axis) or (None,)


def _possible(review: Review, axis: str) -> tuple[str | None, ...]:
    if axis == TECHNIQUE:
        return tuple(technique.id for technique in review.rules.techniques)
    vocabulary = review.rules.aspect(axis).vocabulary
    terms = () if vocabulary is None else review.rules.terms(vocabulary)
    return (*(term.id for term in terms), None)
