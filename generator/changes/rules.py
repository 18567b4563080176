"""Rules of two states that differ, and rules between the two: some as they were, some as they are.

What only one state knows (an effect, a study type, a question) stays with whoever needs it: it has no counterpart
to be exchanged for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from generator.model.change import Rule
from generator.model.rules import ChecklistQuestion, Effect, MethodRules, Metric, StudyType


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_R = TypeVar("_R", bound=_Identified)


def differing(before: MethodRules, after: MethodRules) -> frozenset[Rule]:
    """The rules that could make another body of evidence of the same study, for every synthesis alike."""
    found = {
        Rule.INTENSITY: any(
            before.bands(old.family) != after.bands(new.family) for old, new in _pairs(before.effects, after.effects)
        ),
        Rule.STUDY_BELIEF: before.band_width != after.band_width
        or any(old.lower != new.lower for old, new in _pairs(before.study_types, after.study_types))
        or _items(before.checklist) != _items(after.checklist),
        Rule.UNANSWERED: before.unanswered != after.unanswered,
        Rule.METRICS: any(old.direction != new.direction for old, new in _pairs(before.metrics, after.metrics))
        or any(old.metrics[0] != new.metrics[0] for old, new in _pairs(before.effects, after.effects)),
    }
    return frozenset(rule for rule, differs in found.items() if differs)


def mixed(own: MethodRules, other: MethodRules, borrowed: Iterable[Rule]) -> MethodRules:
    """The rules ``own`` with those that are ``borrowed`` taken from ``other``, wherever it has them."""
    rules = own
    for rule in borrowed:
        rules = _WITH[rule](rules, other)
    return rules


def _pairs(before: Iterable[_R], after: Iterable[_R]) -> list[tuple[_R, _R]]:
    """What both states know, as (before, after)."""
    new = {one.id: one for one in after}
    return [(old, new[old.id]) for old in before if old.id in new]


def _items(checklist: Iterable[ChecklistQuestion]) -> list[tuple[str, list[str]]]:
    """What of a questionnaire counts: which items belong to which question."""
    return [(question.id, [item.id for item in question.items]) for question in checklist]


def _with_intensity(own: MethodRules, other: MethodRules) -> MethodRules:
    families = {new.id: new.family for _, new in _pairs(own.effects, other.effects)}
    effects: tuple[Effect, ...] = tuple(replace(one, family=families.get(one.id, one.family)) for one in own.effects)
    bands = {**dict(own.intensity_bands), **dict(other.intensity_bands)}
    return replace(own, effects=effects, intensity_bands=tuple(bands.items()))


def _with_study_belief(own: MethodRules, other: MethodRules) -> MethodRules:
    lowers = {new.id: new.lower for _, new in _pairs(own.study_types, other.study_types)}
    types: tuple[StudyType, ...] = tuple(replace(one, lower=lowers.get(one.id, one.lower)) for one in own.study_types)
    return replace(own, study_types=types, band_width=other.band_width, checklist=other.checklist)


def _with_unanswered(own: MethodRules, other: MethodRules) -> MethodRules:
    return replace(own, unanswered=other.unanswered)


def _with_metrics(own: MethodRules, other: MethodRules) -> MethodRules:
    ways = {new.id: new.direction for _, new in _pairs(own.metrics, other.metrics)}
    metrics: tuple[Metric, ...] = tuple(replace(one, direction=ways.get(one.id, one.direction)) for one in own.metrics)
    return replace(own, metrics=metrics)


_WITH = {
    Rule.INTENSITY: _with_intensity,
    Rule.STUDY_BELIEF: _with_study_belief,
    Rule.UNANSWERED: _with_unanswered,
    Rule.METRICS: _with_metrics,
}
