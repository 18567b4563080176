"""A real Dask cluster: its result is that of threads, whatever happens to its workers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace

import pytest
from distributed import LocalCluster

from generator.cluster import ClusterError, cluster
from generator.model.review import Review
from generator.model.scenario import Question
from generator.sensitivity import run
from tests.conftest import ROOT

ASKED = [one for one in Question if one is not Question.WHAT_WOULD_CHANGE]


@pytest.fixture(scope="module")
def local():
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as started:
        yield started


@pytest.fixture(scope="module")
def light(review: Review) -> Review:
    belief = replace(review.sensitivity.study_belief, draws=150_000)
    return replace(review, sensitivity=replace(review.sensitivity, study_belief=belief))


def test_a_worker_killed_in_mid_run_loses_nothing(local: LocalCluster, light: Review):
    expected = run(light, questions=ASKED)
    victim = next(iter(local.workers.values())).pid
    killed: list[int] = []

    def kill(done: int, total: int) -> None:
        if done >= total // 4 and not killed:
            os.kill(victim, signal.SIGKILL)
            killed.append(done)

    with cluster(local.scheduler_address) as executor:
        found = run(light, executor, ASKED, progress=kill)
    assert killed
    assert found == expected


def test_the_command_computes_on_a_cluster(local: LocalCluster):
    command = [sys.executable, "-m", "generator", "sensitivity", "--question", "rule", "--format", "json"]
    here = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    there = subprocess.run(
        [*command, "--scheduler", local.scheduler_address], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert there.stdout == here.stdout
    effects = {one["effect"] for one in json.loads(there.stdout)["results"]}
    assert len(effects) > 1
    assert there.stdout.count('"rule": "yager"') == len(effects)


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("generator.cluster.WAIT", "1s")
    with (
        pytest.raises(ClusterError, match=r"no scheduler answers at 'tcp://127\.0\.0\.1:9'"),
        cluster("tcp://127.0.0.1:9"),
    ):
        pass


def test_a_wrong_address_is_named():
    with pytest.raises(ClusterError, match="no scheduler answers"), cluster("nonsense://"):
        pass
