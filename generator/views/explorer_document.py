"""The data file of the explorer, ``data/explorer.json``: what the engine in the browser needs to repeat a synthesis.

Plain objects, lists and numbers, in the order of the review. Nothing that the engine can compute is here, except the
official results, so that they stand beside a scenario as the build found them. Numbers are unrounded doubles, and JSON
keeps every bit of them. Ranges are ``[lowest, highest]`` level, 0–6; percentages are percent of improvement.

``format``            1; raised by a change that the engine of the version before could not read
``review``            ``id``, ``title``, ``subject`` (as it reads in a sentence)
``levels``            ``id`` and ``words`` of the seven levels, from negative to positive
``effects``           ``id``, ``title``, ``family``, and the phrases ``better`` and ``worse``
``families``          ``id``, ``title``, and ``bands`` from *indifferent* outwards: ``up_to`` percent (inclusive; null
                      is no limit), ``range``; mirrored below 0
``aspects``           what evidence models can be chosen by, technique first: ``id``, ``title``, ``archetype``,
                      ``many``, and the ``values`` that occur (``id``, ``title``; terms as in their vocabulary, free
                      text in that of the alphabet)
``study_types``       ``id``, ``title``, ``lower`` end of the band of study beliefs; ``band_width`` stands beside it
``unanswered``        the rules for questions with only n/a; the first is the review's own
``discount_policies``, ``reading_policies``   ``id``, ``title``, ``meaning``, ``parameters``
``dependence``, ``rules``   ``id``, ``title`` (and ``meaning``) of what the engine offers
``studies``           ``id``, ``label``, ``name``, ``title``, ``year``, ``type``; ``given`` study belief, or null and
                      ``answers``, [yes, no] of each question, with the rule ``unanswered``; and ``evidence_models``
``evidence_models``   ``id``, ``aspects`` (id to list of values; unknown ones are absent) and ``effects``: ``effect``
                      with either a ``stated`` range or what was ``measured``: ``mean``, ``std``, ``iqr`` of the
                      improvement, ``count`` of observations, ``clusters`` among them; null is unknown
``syntheses``         ``id``, ``title``, ``reading``, ``discount``, ``evidence_models`` in aggregation order, and the
                      ``official`` results: per effect what ``aggregate --format json`` says, but no masses and evidence
``choices``           what the review's own sensitivity analysis tries: ``thresholds``, and factors ``scale`` of bounds
``words``             phrases and words of the sentences (see ``sentence_bank`` and ``words``)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.model.evidence import EffectEvidence, StudyBelief
from generator.model.review import Review
from generator.model.rules import Aspect, IntensityBand, MethodRules, Policy, UnansweredRule
from generator.model.scale import LEVELS, IntensityRange
from generator.model.study import EvidenceModel, Study
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views import words
from generator.views.names import study_name
from generator.views.robustness.dependence import WAYS
from generator.views.robustness.rule import RULES
from generator.views.sentence_bank import PHRASES

FORMAT = 1
TECHNIQUE = "technique"
"""The technique of an evidence model, as an aspect among the others."""


def as_document(review: Review, pieces: Sequence[EffectEvidence], syntheses: Iterable[Synthesis]) -> dict[str, Any]:
    """The document. ``pieces`` are the bodies of evidence of every study, under any discount policy."""
    rules = review.rules
    question = review.question
    return {
        "format": FORMAT,
        "review": {"id": question.id, "title": question.title, "subject": question.subject},
        "levels": [{"id": level.name, "words": level.words} for level in LEVELS],
        "effects": [
            {"id": one.id, "title": one.title, "family": one.family, "better": one.better, "worse": one.worse}
            for one in rules.effects
        ],
        "families": [
            {"id": one.id, "title": one.title, "bands": [_band(band) for band in rules.bands(one.id)]}
            for one in rules.families
        ],
        "aspects": list(_aspects(review)),
        "study_types": [{"id": one.id, "title": one.title, "lower": one.lower} for one in rules.study_types],
        "band_width": rules.band_width,
        "unanswered": sorted(UnansweredRule, key=lambda rule: rule is not rules.unanswered),
        "discount_policies": [_policy(one) for one in rules.discount_policies],
        "reading_policies": [_policy(one) for one in rules.reading_policies],
        "dependence": [{"id": way, "title": title} for way, title in WAYS.items()],
        "rules": [{"id": rule, "title": title, "meaning": meaning} for rule, (title, meaning) in RULES.items()],
        "studies": list(_studies(review, pieces)),
        "syntheses": [_synthesis(one) for one in syntheses],
        "choices": {
            "thresholds": list(review.sensitivity.reading.thresholds),
            "scale": list(review.sensitivity.intensity_bounds.scale),
        },
        "words": _words(),
    }


def _band(band: IntensityBand) -> dict[str, Any]:
    return {"up_to": band.up_to, "range": _range(band.range)}


def _range(found: IntensityRange) -> list[int]:
    return [int(found.low), int(found.high)]


def _policy(policy: Policy) -> dict[str, Any]:
    parameters = dict(policy.parameters)
    return {"id": policy.id, "title": policy.title, "meaning": policy.meaning, "parameters": parameters}


def _aspects(review: Review) -> Iterator[dict[str, Any]]:
    models = [model for study in review.studies for model in study.evidence_models]
    used = {model.technique for model in models}
    techniques = [{"id": one.id, "title": one.title} for one in review.rules.techniques if one.id in used]
    yield {
        "id": TECHNIQUE,
        "title": TECHNIQUE.capitalize(),
        "archetype": "technology",
        "many": False,
        "values": techniques,
    }
    for aspect in review.rules.aspects:
        values = {value for model in models for value in model.aspect(aspect.id)}
        if values:
            yield {
                "id": aspect.id,
                "title": aspect.title,
                "archetype": aspect.archetype,
                "many": aspect.many,
                "values": _values(review.rules, aspect, values),
            }


def _values(rules: MethodRules, aspect: Aspect, used: set[str]) -> list[dict[str, str]]:
    terms = () if aspect.vocabulary is None else rules.terms(aspect.vocabulary)
    named = {term.id: term.title for term in terms if term.id in used}
    free = sorted(used - named.keys(), key=lambda value: (value.casefold(), value))
    return [{"id": value, "title": named.get(value, value)} for value in (*named, *free)]


def _studies(review: Review, pieces: Sequence[EffectEvidence]) -> Iterator[dict[str, Any]]:
    by_model: dict[str, list[EffectEvidence]] = {}
    for piece in pieces:
        by_model.setdefault(piece.evidence_model, []).append(piece)
    for study in review.studies:
        beliefs = [piece.study_belief for model in study.evidence_models for piece in by_model.get(model.id, ())]
        yield {
            "id": study.id,
            "label": study.label,
            "name": study_name(study),
            "title": study.bibliography.title,
            "year": study.bibliography.year,
            "type": study.design.type,
            **_quality(study, beliefs),
            "evidence_models": [_model(model, by_model.get(model.id, ())) for model in study.evidence_models],
        }


def _quality(study: Study, beliefs: Sequence[StudyBelief]) -> dict[str, Any]:
    scores = beliefs[0].scores if beliefs else ()
    return {
        "given": study.quality.given,
        "answers": [[score.yes, score.no] for score in scores],
        "unanswered": study.quality.unanswered,
    }


def _model(model: EvidenceModel, pieces: Iterable[EffectEvidence]) -> dict[str, Any]:
    aspects = {TECHNIQUE: [model.technique], **{aspect: list(values) for aspect, values in model.aspects}}
    return {"id": model.id, "aspects": aspects, "effects": [_entry(piece) for piece in pieces]}


def _entry(piece: EffectEvidence) -> dict[str, Any]:
    found = piece.improvement
    if found is None:
        return {"effect": piece.effect, "stated": _range(piece.range)}
    measured = {name: getattr(found, name) for name in ("mean", "std", "iqr", "count", "clusters")}
    return {"effect": piece.effect, "measured": measured}


def _synthesis(synthesis: Synthesis) -> dict[str, Any]:
    return {
        "id": synthesis.id,
        "title": synthesis.title,
        "reading": synthesis.reading,
        "discount": synthesis.discount,
        "evidence_models": list(synthesis.evidence_models),
        "official": [_official(effect) for effect in synthesis.effects],
    }


def _official(effect: EffectSynthesis) -> dict[str, Any]:
    conflict = effect.conflict
    return {
        "effect": effect.effect,
        "studies": len(effect.studies),
        "evidence_models": len(effect.evidence),
        "range": None if effect.range is None else _range(effect.range),
        "belief": effect.belief,
        "plausibility": effect.plausibility,
        "ignorance": effect.ignorance,
        "tied": effect.tied,
        "conflict": {"last_step": conflict.last_step, "total": conflict.total, "weight": conflict.weight},
        "delta_points": effect.delta_points,
        "change": effect.change,
    }


def _words() -> dict[str, Any]:
    return {
        "phrases": dict(PHRASES),
        "degree_mark": words.DEGREE_MARK,
        "degrees": {
            "after": list(words.ADVERBS),
            "before_comparative": list(words.BEFORE_COMPARATIVE),
            "nouns": list(words.ADJECTIVES),
        },
        "belief_bands": [{"from": least, "words": text} for least, text in words.BELIEF_BANDS],
        "conflict_bands": [{"above": above, "words": text} for above, text in words.CONFLICT_BANDS],
        "ignorance_bands": [{"from": least, "words": text} for least, text in words.IGNORANCE_BANDS],
    }
