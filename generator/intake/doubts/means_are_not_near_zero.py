"""A mean near zero with a large spread, which hides gains and losses that cancel out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.doubt_words import warning
from generator.intake.statistics import Statistics, statistics_of
from generator.intake.wording import number
from generator.model.problem import Problem
from generator.model.review import Review
from generator.model.rules import DoubtRules
from generator.model.study import EffectRecord, EvidenceModel


def check(review: Review) -> Iterator[Problem]:
    """|mean| within the review's bound, and standard deviation or interquartile range over its bound."""
    for study in review.studies:
        for model in study.evidence_models:
            for record in model.effects:
                statistics = statistics_of(review.rules, record)
                if statistics is not None:
                    yield from _doubt(review.rules.doubts, model, record, statistics)


def _doubt(doubts: DoubtRules, model: EvidenceModel, record: EffectRecord, statistics: Statistics) -> Iterator[Problem]:
    spreads = (("std", statistics.std or 0), ("iqr", statistics.iqr or 0))
    large = [f"{name} {number(value)}" for name, value in spreads if value > doubts.large_spread_percent]
    if abs(statistics.mean) <= doubts.near_zero_percent and large:
        found = f"a mean of {number(statistics.mean)} % with {' and '.join(large)}"
        within, spread = number(doubts.near_zero_percent), number(doubts.large_spread_percent)
        expected = f"a mean beyond {within} %, or a spread of at most {spread}"
        yield warning("mean-near-zero", model, record, found, expected, "gains and losses may cancel out")
