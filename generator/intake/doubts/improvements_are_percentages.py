"""A study whose improvements seem to be fractions: 0.25 where 25 percent is meant."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.doubt_words import warning
from generator.intake.wording import number
from generator.model.problem import Problem
from generator.model.review import Review
from generator.model.study import EffectRecord, EvidenceModel, Reported, Study

FEWEST = 2
"""Reported means, below which a small change is nothing special."""
TENTH = 0.1
"""Percent: if none is larger, not even fractions of that size would be worth reporting."""


def check(review: Review) -> Iterator[Problem]:
    """All means that a study reports lie within ±1, and at least one is not negligible."""
    for study in review.studies:
        reported = [(model, record, found) for model, record, found in _reported(study) if found.mean]
        largest = max((abs(found.mean) for _, _, found in reported), default=0.0)
        if len(reported) >= FEWEST and TENTH <= largest <= 1:
            model, record, found = reported[0]
            yield warning(
                "fraction-for-percent",
                model,
                record,
                f"a mean of {number(found.mean)} %, and no improvement above 1 % in the whole study",
                f"percentages: {number(100 * found.mean)}, if {number(found.mean)} is a fraction",
                "keep the values if the paper gives them in percent",
            )


def _reported(study: Study) -> Iterator[tuple[EvidenceModel, EffectRecord, Reported]]:
    for model in study.evidence_models:
        for record in model.effects:
            if isinstance(record.measurement, Reported):
                yield model, record, record.measurement
