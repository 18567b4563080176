"""Freezing versions as a curator does it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.intake import load
from generator.model.release import evidence_digest
from tests.conftest import ROOT

TINY = ROOT / "tests/reviews/tiny/evidence"
DAY = "1782000000"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": DAY}
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)


def release(version: str, evidence: Path) -> subprocess.CompletedProcess[str]:
    return run("release", "--evidence", evidence, "--", version)


def state_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "evidence"))


def test_a_release_holds_the_conclusions_and_the_evidence(evidence: Path):
    before = state_of(evidence)
    assert release("1.0", evidence).returncode == 0
    place = evidence / "releases/1.0"
    assert state_of(place / "evidence") == before
    record = json.loads((place / "release.json").read_text(encoding="utf-8"))
    shown = json.loads(run("aggregate", "--evidence", evidence, "--format", "json").stdout)
    for synthesis in record["syntheses"]:
        for effect in synthesis["effects"]:
            assert effect.pop("title")
    assert record["syntheses"] == shown["syntheses"]
    assert record["released"] == "2026-06-21"
    assert record["digest"] == evidence_digest(load(evidence).review.files)


@pytest.mark.parametrize(
    "version",
    ["", ".git", "-x", "--help", "..", "1.0/../x", "v1", "1.0-beta", "01", "1.", "1.0\n", "latest", "1.0.0.0", "١"],
)
def test_anything_but_a_plain_version_number_is_refused(version: str, evidence: Path):
    before = state_of(evidence)
    done = release(version, evidence)
    assert done.returncode == 2
    assert "a plain version number such as 2.0" in done.stderr
    assert state_of(evidence) == before


@pytest.mark.parametrize(
    ("version", "reason"),
    [("1.2", "exists already"), ("1.2.0", "exists already"), ("1.1.9", "goes backwards"), ("0.9", "goes backwards")],
)
def test_a_version_that_exists_or_goes_backwards_is_refused(version: str, reason: str, evidence: Path):
    assert release("1.2", evidence).returncode == 0
    before = state_of(evidence)
    done = release(version, evidence)
    assert done.returncode == 2
    assert reason in done.stderr
    assert state_of(evidence) == before


def test_ten_comes_after_nine(evidence: Path):
    assert [release(version, evidence).returncode for version in ("1.9", "1.10", "2")] == [0, 0, 0]
    listed = json.loads(run("versions", "--evidence", evidence, "--format", "json").stdout)
    assert [each["version"] for each in listed] == ["2", "1.10", "1.9"]


def test_evidence_that_does_not_check_is_not_released(evidence: Path):
    study = next((evidence / "studies").glob("*.yaml"))
    study.write_text(study.read_text(encoding="utf-8").replace("year: ", "year: x", 1), encoding="utf-8")
    done = release("1.0", evidence)
    assert done.returncode == 1
    assert f"{study}:" in done.stderr
    assert not (evidence / "releases").exists()


def test_a_release_that_was_edited_later_is_found_and_stops_the_next(evidence: Path):
    release("1.0", evidence)
    study = next((evidence / "releases/1.0/evidence/studies").glob("*.yaml"))
    study.write_text(study.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    checked = run("check", evidence)
    assert checked.returncode == 1
    assert "releases/1.0/release.json:1:1" in checked.stdout
    assert "changed after the release" in checked.stdout
    assert release("2.0", evidence).returncode == 1
    assert not (evidence / "releases/2.0").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": "1.0"}', "null", '{"version": "9.0"}'])
def test_a_record_that_cannot_be_read_is_a_problem_with_a_place(text: str, evidence: Path):
    release("1.0", evidence)
    (evidence / "releases/1.0/release.json").write_text(text, encoding="utf-8")
    done = run("check", evidence)
    assert done.returncode == 1
    assert "releases/1.0/release.json:1:1" in done.stdout
    assert "Traceback" not in done.stderr


def test_of_two_releases_at_once_one_is_made_and_the_other_told(evidence: Path):
    with ThreadPoolExecutor(2) as both:
        done = list(both.map(lambda _: release("1.0", evidence), range(2)))
    assert sorted(each.returncode for each in done) == [0, 2]
    assert run("check", evidence).returncode == 0
    assert not [entry for entry in (evidence / "releases").iterdir() if entry.name.startswith(".")]


def test_what_a_killed_release_left_is_swept_away_and_never_read(evidence: Path):
    dead = subprocess.Popen(["true"])
    dead.wait()
    left = evidence / f"releases/.1.0.{dead.pid}"
    left.mkdir(parents=True)
    (left / "release.json").write_text("{", encoding="utf-8")
    assert run("check", evidence).returncode == 0
    assert release("1.0", evidence).returncode == 0
    assert not left.exists()
