"""Syntheses of the evidence models that have something in common, compared with the full synthesis.

There is no list of subgroups: every value of a contextual aspect with a vocabulary, and every technique, that some but
not all evidence models of a synthesis share makes one, if it keeps enough studies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.aggregation import aggregate_plan
from generator.aggregation.measures import plausibility
from generator.model.evidence import EffectEvidence
from generator.model.review import Review, SynthesisPlan
from generator.model.scenario import Comparison, Subgroup
from generator.model.study import EvidenceModel
from generator.model.synthesis import EffectSynthesis, Synthesis

TECHNIQUE = "technique"


def subgroups(
    review: Review, plan: SynthesisPlan, full: Synthesis, evidence: Sequence[EffectEvidence]
) -> tuple[Subgroup, ...]:
    """Every subgroup of a synthesis: techniques first, then aspects in their order, values as the vocabulary has them.

    Its synthesis keeps the order and the policies of the full one.
    """
    return tuple(
        _subgroup(review, aspect, value, _plan(review, plan, aspect, value, models), full, evidence)
        for aspect, value in _values(review)
        if _is_subgroup(review, plan, models := _sharing(review, plan, aspect, value))
    )


def _values(review: Review) -> Iterator[tuple[str, str]]:
    for technique in review.rules.techniques:
        yield TECHNIQUE, technique.id
    for aspect in review.rules.aspects:
        if aspect.vocabulary is not None:
            for term in review.rules.terms(aspect.vocabulary):
                yield aspect.id, term.id


def _sharing(review: Review, plan: SynthesisPlan, aspect: str, value: str) -> tuple[str, ...]:
    return tuple(model for model in plan.evidence_models if value in _values_of(review.evidence_model(model), aspect))


def _values_of(model: EvidenceModel, aspect: str) -> tuple[str, ...]:
    return (model.technique,) if aspect == TECHNIQUE else model.aspect(aspect)


def _is_subgroup(review: Review, plan: SynthesisPlan, models: Sequence[str]) -> bool:
    studies = {model.partition("/")[0] for model in models}
    return len(studies) >= review.sensitivity.subgroups.least_studies and len(models) < len(plan.evidence_models)


def _plan(review: Review, plan: SynthesisPlan, aspect: str, value: str, models: tuple[str, ...]) -> SynthesisPlan:
    title = f"{_aspect_title(review, aspect)}: {_value_title(review, aspect, value)}"
    return replace(plan, id=f"{plan.id}/{aspect}/{value}", title=title, evidence_models=models, published=None)


def _aspect_title(review: Review, aspect: str) -> str:
    return TECHNIQUE.capitalize() if aspect == TECHNIQUE else review.rules.aspect(aspect).title


def _value_title(review: Review, aspect: str, value: str) -> str:
    if aspect == TECHNIQUE:
        return review.rules.technique(value).title
    term = review.rules.term(aspect, value)
    return value if term is None else term.title


def _subgroup(
    review: Review,
    aspect: str,
    value: str,
    plan: SynthesisPlan,
    full: Synthesis,
    evidence: Sequence[EffectEvidence],
) -> Subgroup:
    found = aggregate_plan(review, plan, evidence, full.reading, by_study=False)
    limit = review.sensitivity.subgroups.unsupported_below
    comparisons = tuple(compared(full.effect(one.effect), one, limit) for one in found.effects)
    return Subgroup(aspect, value, found, comparisons)


def compared(full: EffectSynthesis, part: EffectSynthesis, unsupported_below: float) -> Comparison:
    """What a subgroup says about an effect. It contradicts the full synthesis if it reports another range and leaves
    the full synthesis' range a plausibility below ``unsupported_below``."""
    possible = None if full.range is None or part.is_total_conflict else plausibility(part.masses, full.range)
    differs = part.range is not None and part.range != full.range
    return Comparison(
        effect=part.effect,
        full_range=full.range,
        full_belief=full.belief,
        range=part.range,
        belief=part.belief,
        plausibility_of_full=possible,
        studies=len(part.studies),
        contradicts=differs and possible is not None and possible < unsupported_below,
    )
