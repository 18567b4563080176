"""A mean improvement that the source states, and that its own pairs do not come to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.doubt_words import warning
from generator.intake.wording import number
from generator.model.improvement import improvement_percent, mean
from generator.model.problem import Problem
from generator.model.review import Review
from generator.model.rules import Direction
from generator.model.study import EffectRecord, EvidenceModel, Pair, Pairs

MOST_SHOWN = 3
"""Pairs whose arithmetic is written out."""
SIGNIFICANT = 0.005
"""Half a unit of the third digit of 100."""


def check(review: Review) -> Iterator[Problem]:
    """The mean improvement of the pairs, or the improvement of their means, is the stated one within rounding."""
    for study in review.studies:
        for model in study.evidence_models:
            for record in model.effects:
                pairs = record.measurement
                if isinstance(pairs, Pairs) and pairs.stated_mean is not None:
                    direction = review.rules.metric(record.metric).direction
                    yield from _doubt(model, record, pairs, direction, pairs.stated_mean)


def _doubt(
    model: EvidenceModel, record: EffectRecord, pairs: Pairs, direction: Direction, stated: float
) -> Iterator[Problem]:
    each = [improvement_percent(direction, pair.baseline, pair.treated) for pair in pairs.values]
    slack = _half_unit(stated) + mean([_slack(pair) for pair in pairs.values])
    found = [mean(each), *_of_means(direction, pairs.values)]
    if all(abs(one - stated) > slack for one in found):
        expected = f"{_arithmetic(direction, pairs.values, each)}, which makes {_rounded(found[0])} on average"
        hint = _hint(direction, pairs, stated, slack, found[0])
        yield warning("stated-mean-differs", model, record, f"a stated mean of {number(stated)} %", expected, hint)


def _arithmetic(direction: Direction, pairs: tuple[Pair, ...], each: list[float]) -> str:
    shown = [
        f"100 × ({number(first)} − {number(second)}) / {number(pair.baseline)} = {_rounded(improvement)}"
        for pair, improvement in zip(pairs[:MOST_SHOWN], each, strict=False)
        for first, second in [_minuend(direction, pair)]
    ]
    more = len(pairs) - len(shown)
    return " and ".join(shown) + (f" and {more} more" if more else "")


def _minuend(direction: Direction, pair: Pair) -> tuple[float, float]:
    return (pair.baseline, pair.treated) if direction is Direction.LOWER else (pair.treated, pair.baseline)


def _of_means(direction: Direction, pairs: tuple[Pair, ...]) -> Iterator[float]:
    baseline, treated = mean([pair.baseline for pair in pairs]), mean([pair.treated for pair in pairs])
    if baseline:
        yield improvement_percent(direction, baseline, treated)


def _hint(direction: Direction, pairs: Pairs, stated: float, slack: float, found: float) -> str:
    if abs(found + stated) <= slack:
        return "positive is better for the user: the stated mean may have the wrong sign"
    if abs(100 * stated - found) <= max(slack, 0.5):
        return f"give it in percent: {number(100 * stated)}"
    if all(pair.treated for pair in pairs.values):
        swapped = mean([improvement_percent(direction, pair.treated, pair.baseline) for pair in pairs.values])
        if abs(swapped - stated) <= slack:
            return "baseline and treated may be swapped"
    return "look for a slip in the values; if the source disagrees with itself, keep them and say so in note"


def _slack(pair: Pair) -> float:
    """How far rounding of the two values can move an improvement, in percentage points."""
    baseline, treated = abs(pair.baseline), abs(pair.treated)
    return 100 * (_rounding(treated) / baseline + _rounding(baseline) * treated / baseline**2)


def _rounding(value: float) -> float:
    """How far a value may be from the one that was measured; three digits or more are taken to be significant."""
    return min(_half_unit(value), SIGNIFICANT * value)


def _half_unit(value: float) -> float:
    """Half of the last decimal that the number was written with: 0.05 for 31.4."""
    decimals = 0 if value == int(value) else len(repr(value).partition(".")[2])
    return 0.5 * 10.0**-decimals


def _rounded(value: float) -> str:
    return f"{number(round(value, 2))} %"
