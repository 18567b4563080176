"""The benchmarks run, keep what they find, and their exact arithmetic is the oracle's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, replace
from fractions import Fraction

import pytest

from benchmarks import accuracy, combining, inputs, integers, limits, peers, report, starts, subsets
from benchmarks.effort import TINY
from generator.aggregation.simple_support import combine_supports
from generator.build import last_benchmarks
from generator.model.benchmark import BenchmarkRun, Task, Timing, run_from
from generator.model.scale import RANGES
from generator.pages.collect import pages
from generator.pages.render import environment, render
from generator.views.benchmark_tables import duration_text, times_text
from tests.conftest import ROOT
from tests.oracles import exact
from tests.pages.poison import Elements, html


@pytest.fixture(scope="module")
def run() -> BenchmarkRun:
    """As ``benchmarks.__main__`` puts it together, without other libraries, other processes and a pinned core."""
    tasks = [
        combining.one(TINY, []), combining.replications(TINY, []), limits.floors(TINY), limits.drawing(TINY),
        subsets.of_models(TINY, []), *combining.growth(TINY, []),
    ]  # fmt: skip
    slow = [
        Task(one, "", 1, (Timing("numba", True, 1.0), Timing(starts.AGGREGATE, True, 0.5)))
        for one in ("studies", "starts")
    ]
    errors, readings = tuple(accuracy.errors(TINY)), accuracy.near_ties(TINY)
    targets = tuple(report.targets([*tasks, *slow], errors, readings))
    return BenchmarkRun("2026-11-25T00:00:00+00:00", (("processor", "one"),), (), tuple(tasks), targets, errors)


def test_whole_numbers_agree_with_fractions():
    supports = inputs.supports(inputs.ordinary(1, 12)[0])
    found = integers.combine(supports)
    expected = exact.combine(exact.simple_support(inputs.mask(low, high), mass) for low, high, mass in supports)
    assert expected.masses == {one.mask: found.fraction(k) for k, one in enumerate(RANGES) if found.fraction(k)}
    assert expected.kept == Fraction(found.kept, found.whole)


def test_an_error_is_seen():
    supports = inputs.supports(inputs.ordinary(1, 12)[0])
    found, masses = integers.combine(supports), list(combine_supports(supports).masses)
    assert found.mass_error(masses) < 1e-14
    place = masses.index(max(masses))
    for spoilt, least in ((masses[place] * (1 + 1e-12), 9e-13), (0.0, 1.0), (float("nan"), 1.0)):
        assert found.mass_error([*masses[:place], spoilt, *masses[place + 1 :]]) >= least


def test_every_part_measures_something(run):
    timings = [timing for task in run.tasks for timing in task.timings]
    assert timings
    assert all(timing.seconds is None or timing.seconds > 0 for timing in timings)
    assert all(one.mass_error < 1e-13 for one in run.accuracy)
    assert {one.id for one in run.targets if one.met is None} <= {
        "one-plain", "one-numba", "batch-numba", "batch-numba-batched", "batch-numpy", "subsets",
        "subsets-read", "growth-faint", "growth-ordinary",
    }  # fmt: skip
    assert next(one.value for one in run.targets if one.id == "readings") == 0


def test_a_wrong_library_is_named_and_not_timed():
    lazy = peers.Peer("lazy", "", lambda mask, mass: {mask: mass}, lambda one, other: one, lambda found: found)
    supports = inputs.supports(inputs.ordinary(1, 5)[0])
    assert lazy.fault(supports).startswith("wrong")
    (task, *_) = combining.growth(TINY, [lazy])
    (timing,) = (one for one in task.timings if not one.ours)
    assert timing.seconds is None
    assert timing.note.startswith("wrong")


def test_a_run_is_kept_and_found_again(run, tmp_path):
    folder = tmp_path / "benchmarks/results"
    report.save(run, folder)
    report.save(run, folder)
    assert last_benchmarks(tmp_path) == run
    assert run_from(json.loads(json.dumps(asdict(run)))) == run
    lines = [json.loads(line) for line in (folder / "history.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 2
    assert lines[0]["values"].keys() == {one.id for one in run.targets}
    assert last_benchmarks(tmp_path / "nothing") is None


def test_the_site_shows_a_run(run, content):
    (page,) = (one for one in pages(replace(content, benchmarks=run)) if one.path == "benchmarks")
    site = {"review": content.review, "question": content.review.question}
    text = "".join(
        Elements(html(render(environment(ROOT / "site_templates"), page, site, lambda specification: ""))).text
    )
    assert "All 64 subsets of 6 bodies" in text
    assert "plain Python (ours)" in text
    assert all(one.path != "benchmarks" for one in pages(replace(content, benchmarks=None)))


def test_numbers_read_well():
    assert [duration_text(x) for x in (None, 2.7e-8, 7.1e-7, 0.0131, 5.2)] == [
        "–",
        "27.0 ns",
        "710 ns",
        "13.1 ms",
        "5.20 s",
    ]
    assert [times_text(x) for x in (8.44, 24.96, 3120.4)] == ["8.44×", "25.0×", "3,120×"]


def test_the_command_works():
    environment = dict(os.environ, PYTHONWARNINGS="error")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--help"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "--peers" in done.stdout
