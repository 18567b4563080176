"""Mean and spread of the improvement behind an effect, as doubts judge them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.improvement import improvement_percent, iqr_nearest_rank, mean, sample_std
from generator.model.rules import MethodRules
from generator.model.study import EffectRecord, Pairs, Reported


@dataclass(frozen=True, slots=True)
class Statistics:
    """Improvement in percent, positive is better; spreads in percentage points, None if not known."""

    mean: float
    std: float | None
    iqr: float | None


def statistics_of(rules: MethodRules, record: EffectRecord) -> Statistics | None:
    """The statistics of a measurement; None for a stated range."""
    measurement = record.measurement
    if isinstance(measurement, Reported):
        return Statistics(measurement.mean, measurement.std, measurement.iqr)
    if isinstance(measurement, Pairs):
        direction = rules.metric(record.metric).direction
        each = [improvement_percent(direction, pair.baseline, pair.treated) for pair in measurement.values]
        return Statistics(mean(each), sample_std(each), iqr_nearest_rank(each))
    return None
