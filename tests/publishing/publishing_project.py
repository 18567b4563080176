"""A project of its own with two releases, to be published quickly."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

TINY = ROOT / "tests/reviews/tiny/evidence"
DAYS = {"1.0": "1782000000", "2.0": "1785000000"}


def released(evidence: Path) -> None:
    """Release 1.0 of an evidence folder, correct a number, release 2.0."""
    for version, day in DAYS.items():
        command = [sys.executable, "-m", "generator", "release", version, "--evidence", str(evidence)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": day})
        study = evidence / "studies/doe-2020.yaml"
        text = study.read_text(encoding="utf-8")
        study.write_text(text.replace("{mean: -12.0, n: 1}", "{mean: 22.0, n: 1}"), encoding="utf-8")


@dataclass(frozen=True)
class Project:
    """A folder with ``evidence``, and whatever a publisher needs of the real one."""

    folder: Path

    @classmethod
    def at(cls, folder: Path, evidence: Path) -> Project:
        folder.mkdir()
        shutil.copytree(evidence, folder / "evidence")
        return cls(folder)

    @property
    def evidence(self) -> Path:
        return self.folder / "evidence"

    def start(self, *arguments: str | Path, env: Mapping[str, str] = {}) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.publishing.quick_publisher", *map(str, arguments)]
        if arguments[0] == "publish":
            command += ["--evidence", str(self.evidence)]
        given = {**os.environ, "QUICK_PROJECT": str(self.folder), **env}
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=ROOT, env=given, text=True, stdout=pipe, stderr=pipe, process_group=0)

    def run(self, *arguments: str | Path, env: Mapping[str, str] = {}) -> subprocess.CompletedProcess[str]:
        started = self.start(*arguments, env=env)
        out, err = started.communicate()
        return subprocess.CompletedProcess(started.args, started.returncode, out, err)


def git(folder: Path, *arguments: str) -> str:
    """What git says in ``folder``."""
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip("\n")


def bare(folder: Path) -> Path:
    """An empty bare repository."""
    subprocess.run(["git", "init", "--quiet", "--bare", str(folder)], check=True)
    return folder


def tip(repository: Path, branch: str = "gh-pages") -> str | None:
    """The commit a branch is at."""
    return git(repository, "for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}") or None
