"""The computing stages, one after the other: from a checked review to everything its pages may speak of."""

from __future__ import annotations

from generator.aggregation import aggregate, without_each
from generator.conversion import convert
from generator.double_extraction import agreement
from generator.model.review import Review
from generator.pages.content import Content


def conclude(review: Review) -> Content:
    """Convert, aggregate, and ask what each conclusion would be without each evidence model."""
    evidence = convert(review)
    syntheses = aggregate(review, dict(evidence.by_policy))
    without = {key: rest for synthesis in syntheses for key, rest in without_each(review, synthesis)}
    twice = {each.first.id: each for each in agreement(review)}
    return Content(review, evidence.pieces, syntheses, review.warnings, without, twice=twice)
