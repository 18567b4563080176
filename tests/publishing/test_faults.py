"""Whatever happens to a build, the last good site stands, the message says what to do, and building again completes."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.publishing.manifest import files_in
from tests.conftest import ROOT
from tests.publishing.publishing_project import TINY

KILLS = int(os.environ.get("KILLS", "4"))
"""How often a build is killed: more than a test run affords, if asked to."""


@dataclass(frozen=True)
class Review:
    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def start(self, env: Mapping[str, str] = {}, **how: object) -> subprocess.Popen[str]:
        given = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1782000000", **env}
        command = [sys.executable, "-m", "generator", "build"]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, cwd=self.folder, env=given, text=True, stdout=pipe, stderr=pipe, process_group=0, **how
        )

    def build(self, env: Mapping[str, str] = {}, **how: object) -> tuple[int, str]:
        started = self.start(env, **how)
        _, said = started.communicate()
        return started.returncode, said

    def edit(self) -> None:
        study = self.folder / "evidence/studies/doe-2020.yaml"
        text = study.read_text(encoding="utf-8")
        study.write_text(text.replace("{mean: -12.0, n: 1}", "{mean: 22.0, n: 1}"), encoding="utf-8")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[Review, float]:
    """A review with a site, and how long it took to build, in seconds."""
    review = Review(tmp_path_factory.mktemp("good") / "review")
    shutil.copytree(TINY, review.folder / "evidence")
    began = time.monotonic()
    status, said = review.build()
    assert status == 0, said
    return review, time.monotonic() - began


@pytest.fixture
def review(good: tuple[Review, float], tmp_path: Path) -> Review:
    return Review(Path(shutil.copytree(good[0].folder, tmp_path / "review")))


def one_sentence(said: str) -> str:
    """The last line of what was said, which no traceback may be part of."""
    assert "Traceback" not in said
    return said.strip().splitlines()[-1]


def test_a_build_killed_at_any_moment_leaves_the_last_site_or_the_next(good: tuple[Review, float], tmp_path: Path):
    review = Review(Path(shutil.copytree(good[0].folder, tmp_path / "review")))
    before = files_in(review.site)
    review.edit()
    chance = random.Random(20261125)
    killed, seen = 0, []
    for _ in range(KILLS):
        started = review.start()
        time.sleep(chance.uniform(0.02, 1.1) * good[1])
        if started.poll() is None:
            os.killpg(started.pid, signal.SIGKILL)
            killed += 1
        started.communicate()
        seen.append(files_in(review.site))
    assert killed
    status, said = review.build()
    assert status == 0, said
    after = files_in(review.site)
    assert after != before
    assert [one for one in seen if one not in (before, after)] == []
    assert sorted(path.name for path in review.folder.iterdir()) == ["build", "evidence", "site"]
    status, said = review.build()
    assert status == 0, said
    assert files_in(review.site) == after


def test_a_disk_that_is_full_costs_one_sentence_and_no_site(review: Review):
    before = files_in(review.site)
    review.edit()
    limit = 30_000
    status, said = review.build(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert status == 3
    assert "cannot be written" in one_sentence(said) or "refused" in one_sentence(said)
    assert files_in(review.site) == before


def test_without_git_the_site_is_the_same(review: Review, tmp_path: Path):
    before = files_in(review.site)
    status, said = review.build({"PATH": str(tmp_path)})
    assert status == 0, said
    assert files_in(review.site) == before


def test_a_site_that_vanished_is_built_anew(review: Review):
    before = files_in(review.site)
    shutil.rmtree(review.site)
    shutil.rmtree(review.folder / "build")
    status, said = review.build()
    assert status == 0, said
    assert files_in(review.site) == before
