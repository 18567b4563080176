"""How long a fresh process takes to its first combination, by tier, with and without what numba has cached."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.effort import Effort
from generator.model.benchmark import Task, Timing

ROOT = Path(__file__).resolve().parent.parent
AGGREGATE = "living-review aggregate, processor time"
CASE_STUDY = "tests/reviews/del-rey-2025/evidence"

_PLAIN = (
    "from generator.aggregation.simple_support import combine_supports; combine_supports([(2, 2, 0.4), (2, 3, 0.3)])"
)
_TIER = "from generator.aggregation import combine_simple_supports as c; c([4, 12], [0.4, 0.3], tier={!r})"


def starts(effort: Effort) -> Task:
    """Wall time of whole processes; of the everyday command, its processor time."""
    with tempfile.TemporaryDirectory() as folder:
        return Task("starts", "A fresh process that combines once", 1, tuple(_timings(effort, Path(folder))))


def _timings(effort: Effort, folder: Path) -> list[Timing]:
    warm = folder / "warm"
    numba = _TIER.format("numba")
    cold = [_wall(numba, folder / f"cold-{k}") for k in range(max(1, effort.starts // 3))]
    _wall(numba, warm)
    processes = (
        ("Python alone", "pass"),
        ("plain Python", _PLAIN),
        ("NumPy", _TIER.format("numpy")),
        ("numba, cached", numba),
    )
    timings = [
        Timing(who, program != "pass", statistics.median(_wall(program, warm) for _ in range(effort.starts)))
        for who, program in processes
    ]
    timings.append(Timing("numba, compiling first", True, statistics.median(cold)))
    everyday = statistics.median(
        _processor("generator", "aggregate", "--evidence", CASE_STUDY) for _ in range(effort.starts)
    )
    return [*timings, Timing(AGGREGATE, True, everyday, "on the case study: six studies, 19 evidence models")]


def _wall(program: str, cache: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, env=dict(os.environ, NUMBA_CACHE_DIR=str(cache))
    )
    return time.perf_counter() - start


def _processor(*arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
