"""A reported mean improvement is one that the metric allows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft
from generator.intake.node import Node
from generator.model.problem import Problem
from generator.model.rules import Direction

LARGEST_IMPROVEMENT = 1e9
"""Percent: a larger number is a slip."""


def check(draft: Draft) -> Iterator[Problem]:
    """Where values cannot be negative, a cost cannot fall, and a quality cannot drop, by more than 100 %."""
    metrics = draft.rules("metrics")
    for entry in draft.effect_entries:
        mean = entry.node.get("reported", "mean")
        metric = metrics.get("metrics", entry.metric or "")
        if mean.number is None:
            continue
        if abs(mean.number) > LARGEST_IMPROVEMENT:
            yield mean.problem(
                "impossible-improvement", f"a percentage from -{LARGEST_IMPROVEMENT:,.0f} to {LARGEST_IMPROVEMENT:,.0f}"
            )
        elif _cannot_be_negative(metrics, metric):
            yield from _beyond_everything(mean, mean.number, metric.get("direction").text)


def _cannot_be_negative(metrics: Node, metric: Node) -> bool:
    least = [metrics.get("units", unit, "min").number for unit in metric.get("units").names()]
    return bool(least) and all(limit is not None and limit >= 0 for limit in least)


def _beyond_everything(mean: Node, value: float, direction: str | None) -> Iterator[Problem]:
    hint = "give the improvement in percent of the baseline; positive is better"
    if direction == Direction.LOWER and value > 100:
        yield mean.problem("impossible-improvement", "at most 100, since lower is better and 0 is the least", hint)
    if direction == Direction.HIGHER and value < -100:
        yield mean.problem("impossible-improvement", "at least -100, since higher is better and 0 is the least", hint)
