"""An improvement beyond what the numbers behind two aspects allow."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.doubt_words import warning
from generator.intake.statistics import statistics_of
from generator.intake.wording import number
from generator.model.problem import Problem
from generator.model.review import Review
from generator.model.rules import RatioLimit
from generator.model.study import EvidenceModel

TOLERANCE = 1e-3
"""Percentage points: published means carry three decimals."""


def check(review: Review) -> Iterator[Problem]:
    """For each ratio limit: a mean improvement above 100·(1 − new/old) percent."""
    for limit in review.rules.doubts.ratio_limits:
        for study in review.studies:
            for model in study.evidence_models:
                yield from _beyond(review, limit, model)


def _beyond(review: Review, limit: RatioLimit, model: EvidenceModel) -> Iterator[Problem]:
    new, old = (_attribute(review, limit, model, aspect) for aspect in (limit.new, limit.old))
    if new is None or not old:
        return
    most = 100 * (1 - new / old)
    for record in model.effects:
        statistics = statistics_of(review.rules, record) if record.effect == limit.effect else None
        if statistics and statistics.mean > most + TOLERANCE:
            found = f"an improvement of {number(statistics.mean)} %"
            widths = f"{number(old)} ({limit.old}) to {number(new)} ({limit.new})"
            expected = f"at most {number(round(most, 3))} %, since {limit.attribute} go from {widths}"
            yield warning("improvement-beyond-ratio", model, record, found, expected, limit.because)


def _attribute(review: Review, limit: RatioLimit, model: EvidenceModel, aspect: str) -> float | None:
    values = model.aspect(aspect)
    term = review.rules.term(aspect, values[0]) if len(values) == 1 else None
    return term.attribute(limit.attribute) if term else None
