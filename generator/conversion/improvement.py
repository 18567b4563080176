"""The improvement an effect's measurement stands for (method page, equation 2)."""

from __future__ import annotations

from generator.model.evidence import Improvement
from generator.model.improvement import improvement_percent, iqr_nearest_rank, mean, sample_std
from generator.model.rules import Direction
from generator.model.study import Measurement, Pairs, Reported


def improvement(measurement: Measurement, direction: Direction) -> Improvement | None:
    """The relative improvement in percent, positive is better; None for a stated range.

    Where a file does not say how many independent clusters the observations form, every observation counts as one.
    """
    if isinstance(measurement, Pairs):
        return _of_pairs(measurement, direction)
    if isinstance(measurement, Reported):
        return _of_statistics(measurement)
    return None


def _of_pairs(pairs: Pairs, direction: Direction) -> Improvement:
    each = tuple(improvement_percent(direction, pair.baseline, pair.treated) for pair in pairs.values)
    return Improvement(
        mean=mean(each),
        std=sample_std(each),
        iqr=iqr_nearest_rank(each),
        count=len(each),
        clusters=len(each) if pairs.clusters is None else pairs.clusters,
        each=each,
    )


def _of_statistics(reported: Reported) -> Improvement:
    clusters = reported.clusters or reported.count
    assert clusters, "the intake refuses statistics without a count"
    return Improvement(
        mean=reported.mean,
        std=reported.std,
        iqr=0.0 if reported.iqr is None and (reported.count or clusters) == 1 else reported.iqr,
        count=reported.count,
        clusters=clusters,
        each=(),
    )
