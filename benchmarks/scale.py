"""How long each stage takes for reviews of growing size, beside the site builder.

``python -m benchmarks.scale 10 100 1000``: every review is invented (``benchmarks.synthetic``) and built in a process
of its own, with a cache of its own: once with nothing kept, again with nothing changed, and after one study changed.
Times are CPU seconds, which other work on the machine disturbs least. ``benchmarks/results/scale.json`` keeps them.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.synthetic import write_review

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks/results/scale.json"
MOST = {"cold": 1.0, "unchanged": 0.1, "one study changed": 0.1, "check": 0.25}
"""What everything before the builder, and ``check``, may take, as multiples of the builder's own time."""
MOST_GROWTH, MOST_MEMORY, MOST_PAGE = 11.0, 1.5e9, 1_000_000

Stages = dict[str, float]
T = TypeVar("T")


def main(sizes: list[int]) -> None:
    """Measure reviews of these sizes, print the ratios and keep the results."""
    results = {str(size): measured(size) for size in sizes}
    for line in report(results):
        print(line)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def measured(studies: int) -> dict[str, Any]:
    """Stages by run, memory in bytes, and the size of the largest page of a review of so many studies."""
    with tempfile.TemporaryDirectory(prefix="scale-") as name:
        folder = Path(name)
        evidence = write_review(studies, folder / "evidence")
        runs = {"cold": _once(folder), "unchanged": _once(folder)}
        changed = max((evidence / "studies").iterdir())
        changed.write_text(changed.read_text(encoding="utf-8") + "# Changed.\n", encoding="utf-8")
        runs["one study changed"] = _once(folder)
        pages = [path.stat().st_size for path in (folder / "site").rglob("*.html")]
        return {"runs": runs, "pages": len(pages), "largest_page": max(pages)}


def report(results: dict[str, Any]) -> Iterator[str]:
    """Each measure beside what it may be."""
    for size, found in results.items():
        cold = found["runs"]["cold"]
        builder = cold["stages"]["builder"]
        yield f"{size} studies, {found['pages']} pages; the builder alone {builder:.1f} s"
        for run, one in found["runs"].items():
            spent = sum(seconds for stage, seconds in one["stages"].items() if stage != "builder")
            yield _line(f"before the builder, {run}", spent / builder, MOST[run], " ×")
        yield _line("check", cold["stages"]["load"] / builder, MOST["check"], " ×")
        yield _line("peak memory", max(one["memory"] for one in found["runs"].values()) / 1e9, MOST_MEMORY / 1e9, " GB")
        yield _line("largest page", found["largest_page"] / 1e6, MOST_PAGE / 1e6, " MB")
    if "100" in results and "1000" in results:
        small, large = (results[size]["runs"]["cold"]["stages"] for size in ("100", "1000"))
        for stage, seconds in large.items():
            yield _line(f"100 to 1,000 studies, {stage}", seconds / max(small[stage], 0.01), MOST_GROWTH, " ×")


def _line(what: str, value: float, most: float, unit: str) -> str:
    return f"  {'' if value <= most else 'TOO MUCH: '}{what}: {value:.2f}{unit} (at most {most:g}{unit})"


def _once(folder: Path) -> dict[str, Any]:
    """One build in a process of its own, whose caches are in ``folder``."""
    command = [sys.executable, "-m", "benchmarks.scale", "--one", str(folder)]
    environment = dict(os.environ, LIVING_REVIEW_CACHE=str(folder / "cache"))
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def one(folder: Path) -> None:
    """Build the review in ``folder`` and print the seconds of each stage and the memory as JSON."""
    stages: Stages = {}
    with _timed(stages, "start"):
        from generator import build
        from generator.aggregation import aggregate, without_each
        from generator.conversion import convert
        from generator.intake import load
        from generator.pages.collect import pages
        from generator.pages.content import Content
        from generator.publishing.site import build_site
        from generator.publishing.write import write_docs
        from generator.sensitivity import run
        from generator.sensitivity.coverage import coverage
    evidence = folder / "evidence"
    review = _stage(stages, "load", lambda: load(evidence).review)
    assert review is not None
    bodies = _stage(stages, "convert", lambda: convert(review))
    syntheses = _stage(stages, "aggregate", lambda: aggregate(review, dict(bodies.by_policy)))
    without = _stage(stages, "leave out", lambda: {k: r for s in syntheses for k, r in without_each(review, s)})
    asked = _stage(stages, "sensitivity", lambda: {s.synthesis.id: s for s in run(review).syntheses})
    maps = _stage(stages, "coverage", lambda: {s.id: coverage(review, s) for s in syntheses})
    past = _stage(stages, "history", lambda: build.history_of(evidence, review))
    content = Content(review, bodies.pieces, syntheses, review.warnings, without)
    content = replace(content, sensitivity=asked, coverage=maps, history=past)
    made = _stage(stages, "pages", lambda: tuple(pages(content)))
    docs = _stage(stages, "write", lambda: write_docs(content, made, ROOT, folder / "build"))
    _stage(stages, "builder", lambda: build_site(docs, folder / "site", ROOT))
    memory = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"stages": {name: round(took, 3) for name, took in stages.items()}, "memory": memory}))


def _stage(stages: Stages, name: str, work: Callable[[], T]) -> T:
    with _timed(stages, name):
        return work()


@contextmanager
def _timed(stages: Stages, name: str) -> Iterator[None]:
    before = _cpu()
    yield
    stages[name] = _cpu() - before


def _cpu() -> float:
    """CPU seconds of this process and of those it has waited for."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        one(Path(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]])
