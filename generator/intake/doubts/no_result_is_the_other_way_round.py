"""A change far from what all other studies found, which would fit if something were the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from heapq import nlargest, nsmallest

from generator.intake.doubt_words import warning
from generator.intake.statistics import statistics_of
from generator.intake.wording import number
from generator.model.problem import Problem
from generator.model.review import Review
from generator.model.rules import Direction
from generator.model.study import EffectRecord, EvidenceModel, Pairs

FEWEST = 3
"""Other studies of the effect, below which there is nothing to compare with."""
FAR = 40.0
"""Percentage points outside everything that other studies found."""
SHARP = 5.0
"""Percentage points by which the turned value may miss what other studies found."""

_Found = list[tuple[EvidenceModel, EffectRecord, float]]


def check(review: Review) -> Iterator[Problem]:
    """A mean improvement far outside the others of its effect that, turned round, would lie among them."""
    by_effect: dict[str, _Found] = defaultdict(list)
    for study in review.studies:
        for model in study.evidence_models:
            for record in model.effects:
                statistics = statistics_of(review.rules, record)
                if statistics is not None:
                    by_effect[record.effect].append((model, record, statistics.mean))
    for found in by_effect.values():
        spans = _spans(found)
        for model, record, mean in found if len(spans) > FEWEST else ():
            low, high = _others(spans, model.study)
            if not low - FAR <= mean <= high + FAR:
                yield from _doubt(review, model, record, mean, (low, high))


def _spans(found: _Found) -> dict[str, tuple[float, float]]:
    """The lowest and the highest mean of each study."""
    means: dict[str, list[float]] = defaultdict(list)
    for model, _, mean in found:
        means[model.study].append(mean)
    return {study: (min(values), max(values)) for study, values in means.items()}


def _others(spans: dict[str, tuple[float, float]], study: str) -> tuple[float, float]:
    """The lowest and the highest mean of all other studies."""
    lowest = nsmallest(2, spans, key=lambda one: spans[one][0])
    highest = nlargest(2, spans, key=lambda one: spans[one][1])
    low, high = (ends[1] if ends[0] == study else ends[0] for ends in (lowest, highest))
    return spans[low][0], spans[high][1]


def _doubt(
    review: Review, model: EvidenceModel, record: EffectRecord, mean: float, others: tuple[float, float]
) -> Iterator[Problem]:
    if isinstance(record.measurement, Pairs):
        turned = _swapped(review.rules.metric(record.metric).direction, mean)
        hint = "baseline and treated may be swapped"
    else:
        turned, hint = -mean, "the sign may be wrong, since positive is better for the user"
    if turned is not None and others[0] - SHARP <= turned <= others[1] + SHARP:
        found = f"an improvement of {number(mean)} %"
        expected = f"something near the {number(others[0])} % to {number(others[1])} % of all other studies"
        yield warning("against-all-others", model, record, found, expected, hint)


def _swapped(direction: Direction, mean: float) -> float | None:
    """The improvement if baseline and treated changed places."""
    ratio = 1 + mean / 100 if direction is Direction.HIGHER else 1 - mean / 100
    if ratio <= 0:
        return None
    return (1 / ratio - 1) * (100 if direction is Direction.HIGHER else -100)
