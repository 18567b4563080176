"""The same evidence gives the same bytes, whoever builds it, where and when."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publishing.manifest import files_in
from tests.conftest import ROOT
from tests.publishing.publishing_project import TINY

PLAIN = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0", "HOME": "/nonexistent"}
OTHER = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C.UTF-8",
    "LANG": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "4711",
    "NUMBA_NUM_THREADS": "1",
    "PYTHONUTF8": "1",
    "COLUMNS": "40",
    "USER": "somebody",
}
DAY = {"SOURCE_DATE_EPOCH": "1782000000"}
MEANWHILE = """
import runpy, sys, time
moment = time.time
time.time = lambda: moment() + 4e8
sys.argv[0] = "living-review"
runpy.run_module("generator", run_name="__main__")
"""
"""Runs the command thirteen years from now, as far as a program can tell."""


def built(project: Path, conditions: dict[str, str], *, later: bool = False, umask: int = 0o022) -> dict[str, str]:
    """The files of a site built in ``project`` under ``conditions``."""
    project.mkdir(parents=True)
    shutil.copytree(TINY, project / "evidence")
    kept = {key: value for key, value in os.environ.items() if key not in PLAIN | OTHER}
    run = ["-c", MEANWHILE] if later else ["-m", "generator"]
    environment = {**kept, **conditions, **DAY, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *run, "build"], cwd=project, env=environment, umask=umask, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return files_in(project / "site")


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return built(tmp_path_factory.mktemp("usual") / "project", PLAIN)


def test_another_folder_zone_language_hash_seed_user_and_year_change_no_byte(usual: dict[str, str], tmp_path: Path):
    other = built(tmp_path / "ein anderer Ördner/x", OTHER, later=True, umask=0o077)
    assert len(usual) > 50
    assert {path for path in {*usual, *other} if usual.get(path) != other.get(path)} == set()
