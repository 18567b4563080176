"""Lays two files about one study side by side, field by field.

Only what two careful readers of one paper must agree on is compared. Reasons, notes and places in the source are
words of their own, and id and label are given by the review.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.node import Node
from generator.intake.second_fields import Two, below, in_both, in_one, keys, named, pair, presence
from generator.intake.second_measurement import effect_pairs
from generator.model.rules import MethodRules
from generator.model.second_extraction import FieldGroup, FieldPair, Scale

_BIBLIOGRAPHY = ("title", "authors", "year", "venue", "doi", "arxiv", "url")
_QUALITY = ("unanswered_questions", "given")


def field_pairs(first: Node, second: Node, rules: MethodRules) -> tuple[FieldPair, ...]:
    """Every field of two sound study files that can be compared and that at least one of them has."""
    both = (first, second)
    return (
        *named(FieldGroup.BIBLIOGRAPHY, both, _BIBLIOGRAPHY),
        *named(FieldGroup.CONTEXT, below(both, "design"), ("type",)),
        *_contexts(both),
        *_quality(below(both, "quality")),
        *_effects(below(both, "evidence_models"), rules),
    )


def _contexts(both: Two) -> Iterator[FieldPair]:
    """Technique and aspects: once where both files state them for the whole study, else for each evidence model."""
    shared, models = below(both, "context"), below(both, "evidence_models")
    own = dict.fromkeys(key for file in models for _, model in file.entries() for key in model.get("context").keys)
    common = tuple(key for key in keys(shared) if key not in own)
    yield from named(FieldGroup.CONTEXT, shared, common, ordered=False)
    for slug in keys(models):
        if in_both(below(models, slug)):
            yield from _context(slug, below(models, slug), shared, tuple(own))


def _context(slug: str, models: Two, shared: Two, names: tuple[str, ...]) -> Iterator[FieldPair]:
    for name in names:
        first, second = (
            own if own.exists else study.get(name)
            for own, study in zip(below(models, "context", name), shared, strict=True)
        )
        if in_one((first, second)):
            field = f"evidence_models.{slug}.context.{name}"
            yield pair(FieldGroup.CONTEXT, (first, second), models, field, ordered=False)


def _quality(both: Two) -> Iterator[FieldPair]:
    yield from named(FieldGroup.QUALITY, both, _QUALITY)
    answers = below(both, "answers")
    if in_both(answers):
        yield from named(FieldGroup.QUALITY, answers, keys(answers), Scale.ANSWER)
    elif in_one(answers):
        yield presence(FieldGroup.QUALITY, answers, both, "answered")


def _effects(models: Two, rules: MethodRules) -> Iterator[FieldPair]:
    for slug in keys(models):
        model = below(models, slug)
        if not in_both(model):
            yield presence(FieldGroup.EFFECTS, model, models, "reported")
            continue
        effects = below(model, "effects")
        for name in keys(effects):
            effect = below(effects, name)
            if in_both(effect):
                yield from effect_pairs(effect, rules.effect(name).metrics[0])
            else:
                yield presence(FieldGroup.EFFECTS, effect, effects, "reported")
