"""What a run of the benchmarks found: records that ``benchmarks`` writes and the site shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Timing:
    """Median seconds that one contender takes for a whole task. None if it fails or is wrong: ``note`` says why."""

    who: str
    ours: bool
    seconds: float | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What was timed: so many ``combinations`` on the same inputs for everyone.

    Tasks that differ in their size only share a ``series``, and ``size`` tells them apart.
    """

    id: str
    title: str
    combinations: int
    timings: tuple[Timing, ...]
    series: str = ""
    size: str = ""

    def seconds(self, who: str) -> float | None:
        """Seconds of one contender; None if it did not take part."""
        return next((one.seconds for one in self.timings if one.who == who), None)


@dataclass(frozen=True, slots=True)
class Target:
    """A bound set beforehand, and where we stand. ``value`` is None if something it needs was not measured.

    ``unit`` is ``times`` (a ratio), ``seconds``, ``share`` (0–1) or ``relative`` (an error).
    """

    id: str
    title: str
    value: float | None
    bound: float
    at_least: bool
    unit: str

    @property
    def met(self) -> bool | None:
        """Whether the bound holds; None if there is no value."""
        if self.value is None:
            return None
        return self.value >= self.bound if self.at_least else self.value <= self.bound


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Largest relative error against exact arithmetic: on any mass, and on the weight of conflict (None: not given)."""

    case: str
    tier: str
    mass_error: float
    weight_error: float | None


@dataclass(frozen=True, slots=True)
class Library:
    """A library for belief functions, its version, and whether it could be measured, or why not."""

    name: str
    version: str
    verdict: str


@dataclass(frozen=True, slots=True)
class BenchmarkRun:
    """One run on one machine. ``date`` is ISO 8601; ``machine`` holds (what, value) pairs."""

    date: str
    machine: tuple[tuple[str, str], ...]
    libraries: tuple[Library, ...]
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]
    accuracy: tuple[Accuracy, ...]


def run_from(document: Mapping[str, Any]) -> BenchmarkRun:
    """The run that was written as ``dataclasses.asdict`` gives it."""
    return BenchmarkRun(
        document["date"],
        tuple((what, value) for what, value in document["machine"]),
        tuple(Library(**one) for one in document["libraries"]),
        tuple(Task(**{**one, "timings": tuple(Timing(**t) for t in one["timings"])}) for one in document["tasks"]),
        tuple(Target(**one) for one in document["targets"]),
        tuple(Accuracy(**one) for one in document["accuracy"]),
    )
