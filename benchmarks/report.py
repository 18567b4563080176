"""Where we stand against the targets, a table to read, and the files that keep it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import limits, starts, subsets
from benchmarks.accuracy import Readings
from benchmarks.combining import BATCHED
from benchmarks.ours import NUMBA, NUMPY, PLAIN
from generator.model.benchmark import Accuracy, BenchmarkRun, Target, Task
from generator.views.benchmark_tables import tables
from generator.views.table import Table

RESULTS = Path(__file__).resolve().parent / "results"
GOAL = 1e-13
"""Largest relative error that is allowed."""


def targets(tasks: Sequence[Task], accuracy: Sequence[Accuracy], readings: Readings) -> Iterator[Target]:
    """The bounds that were set before anything was measured."""
    by_id = {task.id: task for task in tasks}
    one, many, floor = by_id["one"], by_id["replications"], by_id["floor"]
    yield _times("one-plain", "One combination, plain Python", _ordinary(one), one.seconds(PLAIN), 8)
    yield _times("one-numba", "One combination, numba", _ordinary(one), one.seconds(NUMBA), 100)
    yield _times("batch-numba", "Replications, numba", _ordinary(many), many.seconds(NUMBA), 3_000)
    yield _times(
        "batch-numba-batched", "Replications, numba, beside batches", _batched(many), many.seconds(NUMBA), 1_500
    )
    yield _times("batch-numpy", "Replications, NumPy", _ordinary(many), many.seconds(NUMPY), 500)
    moved = _ratio(floor.seconds(limits.MOVE), floor.seconds(limits.KERNEL))
    yield Target("floor", "Speed of the kernel in that of moving the same bytes", moved, 0.35, True, "share")
    yield _most("draws", "A million draws, combinations, Bel, Pl and K", by_id["draws"].seconds(NUMBA), 0.2)
    every = by_id["subsets"]
    theirs = _ordinary(every)
    yield _times("subsets", "All subsets of 19, beside shared prefixes", theirs, every.seconds(subsets.WRITTEN), 150)
    yield _times("subsets-read", "The same, each reduced and read", theirs, every.seconds(subsets.REDUCED), 150)
    yield _most("studies", "All subsets of 21 studies for all effects", by_id["studies"].seconds(NUMBA), 20)
    for kind in ("faint", "ordinary"):
        few, lots = (_growth(by_id, kind, n) for n in (10, 10_000))
        yield Target(f"growth-{kind}", f"10,000 bodies beside 10, {kind}", _ratio(lots, few), 25, False, "times")
    yield Target("masses", "Error of any mass", max(a.mass_error for a in accuracy), GOAL, False, "relative")
    weights = [a.weight_error for a in accuracy if a.weight_error is not None]
    yield Target("weights", "Error of the weight of conflict", max(weights), GOAL, False, "relative")
    share = readings.wrong / max(1, readings.clear)
    yield Target("readings", f"Wrong ranges in {readings.clear:,} near ties", share, 0, False, "share")
    yield _most("aggregate", "The everyday command, processor time", by_id["starts"].seconds(starts.AGGREGATE), 0.6)


def _times(name: str, title: str, theirs: float | None, ours: float | None, bound: float) -> Target:
    return Target(name, title, _ratio(theirs, ours), bound, True, "times")


def _most(name: str, title: str, seconds: float | None, bound: float) -> Target:
    return Target(name, title, seconds, bound, False, "seconds")


def _ratio(over: float | None, under: float | None) -> float | None:
    return over / under if over and under else None


def _ordinary(task: Task) -> float | None:
    return _fastest(task, batched=False)


def _batched(task: Task) -> float | None:
    return _fastest(task, batched=True)


def _fastest(task: Task, *, batched: bool) -> float | None:
    theirs = [one for one in task.timings if not one.ours and one.who.startswith(BATCHED) == batched]
    return min((one.seconds for one in theirs if one.seconds is not None), default=None)


def _growth(by_id: dict[str, Task], kind: str, bodies: int) -> float | None:
    """Our quickest tier."""
    task = by_id.get(f"growth-{kind}-{bodies}")
    return None if task is None else min(one.seconds for one in task.timings if one.ours and one.seconds)


def text(run: BenchmarkRun) -> str:
    """The run as tables of plain text."""
    return "\n\n".join(_plain(one) for one in tables(run).all)


def _plain(table: Table) -> str:
    rows = [[column.title for column in table.columns], *([cell.text for cell in row] for row in table.rows)]
    widths = [max(len(row[k]) for row in rows) for k in range(len(table.columns))]
    lines = ("  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join((table.caption, *(f"  {line}" for line in lines)))


def save(run: BenchmarkRun, folder: Path = RESULTS) -> None:
    """``latest.json`` is this run whole; ``history.jsonl`` gets one line of it."""
    folder.mkdir(parents=True, exist_ok=True)
    document = json.dumps(dataclasses.asdict(run), ensure_ascii=False, indent=1, allow_nan=False)
    (folder / "latest.json").write_text(document + "\n", encoding="utf-8")
    values = {one.id: None if one.value is None else float(f"{one.value:.4g}") for one in run.targets}
    line = json.dumps({"date": run.date, **dict(run.machine), "values": values}, ensure_ascii=False)
    with (folder / "history.jsonl").open("a", encoding="utf-8") as history:
        history.write(line + "\n")
