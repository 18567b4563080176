"""How much a run measures, and the stopwatch."""

from __future__ import annotations

import os
import statistics
import timeit
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """Sizes of a run. ``least`` is how many seconds one repeat lasts, by calling a short function many times."""

    repeats: int = 21
    least: float = 0.02
    batch: int = 10_000
    peer_replications: int = 50
    models: int = 19
    peer_models: int = 10
    studies: int = 21
    effects: int = 22
    bodies: tuple[int, ...] = (10, 100, 1_000, 10_000)
    exact_bodies: tuple[int, ...] = (10, 30, 50, 100, 1_000, 10_000)
    draws: int = 1_000_000
    near_ties: int = 10_000
    starts: int = 7

    def median(self, function: Callable[[], object], repeats: int | None = None) -> float:
        """Median seconds of one call; it is called once before, so that everything is loaded and compiled."""
        function()
        timer = timeit.Timer(function)
        once = timer.timeit(1)
        number = max(1, round(self.least / max(once, 1e-9)))
        return statistics.median(timer.repeat(repeats or self.repeats, number)) / number


TINY = Effort(3, 0.0, 40, 4, 6, 4, 6, 2, (10, 50), (10,), 100, 30, 1)
"""Enough to see that everything works."""

TOO_SLOW = 0.2
"""Seconds after which a library is not asked for anything larger."""


def all_cores() -> tuple[int, ...]:
    """The cores this process may use."""
    return tuple(sorted(os.sched_getaffinity(0)))


def pin() -> None:
    """Stay on one core, the last: the first is where the system's own work tends to be."""
    os.sched_setaffinity(0, {all_cores()[-1]})
