"""A run of the benchmarks as tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from generator.model.benchmark import Accuracy, BenchmarkRun, Target, Task, Timing
from generator.views.rounding import NO_VALUE, share_text
from generator.views.table import Cell, Column, Table

_UNITS = (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6), ("ns", 1e-9))


@dataclass(frozen=True, slots=True)
class BenchmarkTables:
    """Everything a run found, the verdicts first."""

    targets: Table
    tasks: tuple[Table, ...]
    accuracy: Table
    libraries: Table
    machine: Table

    @property
    def all(self) -> tuple[Table, ...]:
        """All of them, in order."""
        return (self.targets, *self.tasks, self.accuracy, self.libraries, self.machine)


def tables(run: BenchmarkRun) -> BenchmarkTables:
    """Every number of a run, rounded to three digits."""
    return BenchmarkTables(
        _targets(run.targets), tuple(_tasks(run.tasks)), _accuracy(run), _libraries(run), _machine(run)
    )


def duration_text(seconds: float | None) -> str:
    """``13.4 ns``, ``0.71 µs`` … in three digits, in the largest unit that leaves a whole one: ``710 ns``."""
    if seconds is None:
        return NO_VALUE
    unit, size = next((one for one in _UNITS if seconds >= one[1]), _UNITS[-1])
    return f"{_three_digits(seconds / size)} {unit}"


def times_text(ratio: float | None) -> str:
    """A ratio: ``3,120×``, ``8.4×``."""
    return NO_VALUE if ratio is None else f"{_three_digits(ratio)}×"


def _three_digits(value: float) -> str:
    rounded = Decimal(f"{value:.2e}")
    return f"{rounded:,.0f}" if rounded >= 100 else f"{rounded:f}"


def _targets(targets: tuple[Target, ...]) -> Table:
    columns = (Column("What"), Column("Measured", numeric=True), Column("Target", numeric=True), Column("Met"))
    rows = tuple(
        (
            Cell(one.title),
            Cell(_value_text(one.value, one.unit)),
            Cell(f"{'at least' if one.at_least else 'at most'} {_value_text(one.bound, one.unit)}"),
            Cell(NO_VALUE if one.met is None else "yes" if one.met else "no"),
        )
        for one in targets
    )
    return Table("Targets", columns, rows)


def _value_text(value: float | None, unit: str) -> str:
    if value is None:
        return NO_VALUE
    if unit == "share":
        return share_text(value)
    if unit == "relative":
        return f"{value:.1e}"
    return duration_text(value) if unit == "seconds" else times_text(value)


def _tasks(tasks: tuple[Task, ...]) -> Iterator[Table]:
    for series, found in groupby(tasks, lambda task: task.series):
        if series:
            yield _series(series, tuple(found))
        else:
            yield from map(_task, found)


def _task(task: Task) -> Table:
    columns = (
        Column("By"),
        Column("Whole task", numeric=True),
        Column("One combination", numeric=True),
        Column("Beside our quickest", numeric=True),
        Column("Note"),
    )
    quickest = min((one.seconds for one in task.timings if one.ours and one.seconds), default=None)
    return Table(task.title, columns, tuple(_timing(one, task.combinations, quickest) for one in task.timings))


def _timing(one: Timing, combinations: int, quickest: float | None) -> tuple[Cell, ...]:
    each = None if one.seconds is None else one.seconds / combinations
    ratio = one.seconds / quickest if one.seconds and quickest else None
    return (
        Cell(_who(one)),
        Cell(duration_text(one.seconds)),
        Cell(duration_text(each)),
        Cell(times_text(ratio)),
        Cell(one.note),
    )


def _who(one: Timing) -> str:
    return f"{one.who} (ours)" if one.ours else one.who


def _series(title: str, tasks: tuple[Task, ...]) -> Table:
    columns = (Column("By"), *(Column(task.size, numeric=True) for task in tasks), Column("Note"))
    rows = []
    for one in tasks[0].timings:
        found = [next(t for t in task.timings if t.who == one.who) for task in tasks]
        notes = {t.note: None for t in found if t.note}
        cells = (Cell(duration_text(t.seconds)) for t in found)
        rows.append((Cell(_who(one)), *cells, Cell("; ".join(notes))))
    return Table(title, columns, tuple(rows))


def _accuracy(run: BenchmarkRun) -> Table:
    tiers = tuple(dict.fromkeys(one.tier for one in run.accuracy))
    columns = (
        Column("Bodies of evidence"),
        *(Column(f"Masses, {tier}", "Largest relative error of any mass", numeric=True) for tier in tiers),
        Column("Weight of conflict", "Its largest relative error in any tier that gives it", numeric=True),
    )
    return Table(
        "Largest relative errors against exact arithmetic",
        columns,
        tuple(_case(case, tuple(found)) for case, found in groupby(run.accuracy, lambda one: one.case)),
    )


def _case(case: str, found: tuple[Accuracy, ...]) -> tuple[Cell, ...]:
    weights = [one.weight_error for one in found if one.weight_error is not None]
    masses = (Cell(f"{one.mass_error:.1e}") for one in found)
    return (Cell(case), *masses, Cell(f"{max(weights):.1e}" if weights else NO_VALUE))


def _libraries(run: BenchmarkRun) -> Table:
    columns = (Column("Library"), Column("Version"), Column("What became of it"))
    rows = tuple((Cell(one.name), Cell(one.version or NO_VALUE), Cell(one.verdict)) for one in run.libraries)
    return Table("Libraries for belief functions", columns, rows)


def _machine(run: BenchmarkRun) -> Table:
    rows = (("date", run.date), *run.machine)
    return Table("Where and when", (Column("What"), Column("Value")), tuple((Cell(a), Cell(b)) for a, b in rows))
