"""Two values of a pair so far apart that they seem to be in different units."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.doubt_words import warning
from generator.intake.wording import number
from generator.model.problem import Problem
from generator.model.review import Review
from generator.model.study import EvidenceModel, Pair, Pairs

FAR = 100.0
"""Times the smaller value: percent beside a fraction, and most slips of a prefix (milli, kilo), are at least that."""


def check(review: Review) -> Iterator[Problem]:
    """The first pair of each effect whose values differ by this factor."""
    for study in review.studies:
        for model in study.evidence_models:
            yield from _of_model(model)


def _of_model(model: EvidenceModel) -> Iterator[Problem]:
    for record in model.effects:
        pairs = record.measurement.values if isinstance(record.measurement, Pairs) else ()
        pair = next((pair for pair in pairs if _factor(pair) >= FAR), None)
        if pair:
            found = f"{number(pair.baseline)} beside {number(pair.treated)} in line {pair.place.line}"
            expected = f"values that differ by less than {FAR:g} times"
            hint = "is one in another unit, or a fraction beside a percentage? If the paper says so, keep them"
            yield warning("values-far-apart", model, record, found, expected, hint)


def _factor(pair: Pair) -> float:
    """How many times the smaller value the larger one is, in size; 0 if one of them is 0."""
    small, large = sorted((abs(pair.baseline), abs(pair.treated)))
    return large / small if small else 0.0
