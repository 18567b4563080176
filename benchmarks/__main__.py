"""``python -m benchmarks``: measure everything, print it, keep it."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.effort import TINY, Effort, all_cores, pin
from generator.model.benchmark import BenchmarkRun, Task


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks. Results are kept only of a whole run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=main.__doc__)
    parser.add_argument("--peers", type=Path, action="append", default=[], help="a folder with other libraries")
    parser.add_argument("--tiny", action="store_true", help="as small as possible, to see that it works; keeps nothing")
    given = parser.parse_args(arguments)
    # Behind everything else: the other libraries use our versions of what both need.
    sys.path.extend(str(folder.resolve()) for folder in given.peers)

    from benchmarks import report

    run = measure(TINY if given.tiny else Effort())
    print(report.text(run))
    if not given.tiny:
        report.save(run)
    return 0


def measure(effort: Effort) -> BenchmarkRun:
    """Everything, in one process on one core."""
    cores, load = all_cores(), os.getloadavg()[0]
    pin()

    import numba

    from benchmarks import accuracy, combining, limits, peers, report, starts, subsets

    numba.set_num_threads(1)
    found, libraries = peers.available()
    steps = (
        lambda: combining.one(effort, found),
        lambda: combining.replications(effort, found),
        lambda: limits.floors(effort),
        lambda: limits.drawing(effort),
        lambda: subsets.of_models(effort, found),
        lambda: subsets.of_studies(effort, cores),
        lambda: starts.starts(effort),
    )
    tasks = [*(_noted(step) for step in steps), *combining.growth(effort, found)]
    _note("accuracy")
    errors, readings = tuple(accuracy.errors(effort)), accuracy.near_ties(effort)
    return BenchmarkRun(
        datetime.now(UTC).isoformat(timespec="seconds"),
        tuple(_machine(len(cores), load)),
        tuple(libraries),
        tuple(tasks),
        tuple(report.targets(tasks, errors, readings)),
        errors,
    )


def _noted(step: Callable[[], Task]) -> Task:
    start = time.perf_counter()
    task = step()
    _note(f"{task.title} ({time.perf_counter() - start:.0f} s)")
    return task


def _note(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _machine(cores: int, load: float) -> Iterator[tuple[str, str]]:
    yield "processor", _processor()
    yield "cores", f"{cores}, one used"
    yield "load before", f"{load:.2f}"
    yield "Python", platform.python_version()
    for name in ("numpy", "numba", "llvmlite"):
        yield name, importlib.metadata.version(name)


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    lines = information.read_text(encoding="utf-8").splitlines() if information.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


if __name__ == "__main__":
    sys.exit(main())
