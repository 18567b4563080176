"""Comparing states of the evidence from the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.changes import ADD, CORRECT, REMOVE, edited
from tests.conftest import ROOT


def run(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "changes", *map(str, arguments)]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1782000000", **environment}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=variables)


def git(folder: Path, *arguments: str) -> None:
    person = ["-c", "user.name=A", "-c", "user.email=a@invalid", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *person, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory) -> Path:
    """A repository with the tiny review in ``data/evidence``, then one study more, then an uncommitted removal."""
    folder = tmp_path_factory.mktemp("repository")
    evidence = edited(folder / "data/evidence")
    git(folder, "init")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "one")
    git(folder, "tag", "first")
    for steps in ((ADD,), (ADD, REMOVE)):
        shutil.rmtree(evidence)
        edited(evidence, steps)
        if steps == (ADD,):
            git(folder, "add", ".")
            git(folder, "commit", "-m", "two")
    return folder


def edits(done: subprocess.CompletedProcess[str]) -> set[tuple[str, str]]:
    assert done.returncode == 0, done.stderr
    return {(edit["kind"], edit["subject"]) for edit in json.loads(done.stdout)["edits"]}


def state_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_revisions_and_the_working_evidence_are_compared_and_the_repository_stays(repository):
    evidence, before = repository / "data/evidence", state_of(repository)
    json_of = ("--format", "json", "--evidence", evidence)
    assert edits(run("first", "HEAD", *json_of)) == {("added", "poe-2022")}
    assert edits(run("HEAD~1", *json_of)) == {("added", "poe-2022"), ("removed", "roe-2021")}
    assert edits(run("main", "first", *json_of)) == {("removed", "poe-2022")}
    assert state_of(repository) == before


def test_folders_are_compared(tmp_path):
    one, other = edited(tmp_path / "one"), edited(tmp_path / "other", (CORRECT,))
    done = run(one, other)
    assert done.returncode == 0
    assert done.stdout.startswith("# What changed from the folder ")
    assert "Doe et al., 2020 (S1) was corrected" in done.stdout


def test_the_same_twice_is_one_line(tmp_path):
    one = edited(tmp_path / "one")
    assert run(one, one).stdout == "Nothing changes.\n"


@pytest.mark.parametrize(
    "hostile",
    ["--output=x", "-x", "--help", "", "nothing", "first\nHEAD", "first:data", "@{-9}", "../..:x", "\x1b[31m"],
)
def test_what_is_no_state_is_told_and_never_reaches_git_as_an_option(hostile: str, repository):
    evidence, before = repository / "data/evidence", state_of(repository)
    done = run("--evidence", evidence, "--", hostile, cwd=repository)
    assert done.returncode == 2
    assert done.stderr.startswith("living-review: there is no release and no folder")
    assert "\x1b" not in done.stderr
    assert "Traceback" not in done.stderr
    assert state_of(repository) == before


def test_without_git_or_without_a_repository_a_sentence_says_so(repository, tmp_path):
    evidence = repository / "data/evidence"
    done = run("HEAD", "--evidence", evidence, PATH=str(tmp_path))
    assert done.returncode == 2
    assert "git is not installed, so only releases and folders can be compared" in done.stderr
    lonely = run("HEAD", "--evidence", edited(tmp_path / "lonely"), GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert lonely.returncode == 2
    assert "git knows no revision 'HEAD'" in lonely.stderr


def test_a_revision_without_evidence_is_told(repository, tmp_path):
    folder = Path(shutil.copytree(repository, tmp_path / "copy"))
    shutil.move(folder / "data/evidence", folder / "elsewhere")
    done = run("first", "--evidence", folder / "elsewhere")
    assert done.returncode == 2
    assert "has no evidence in" in done.stderr


def test_a_state_with_problems_names_them_under_its_own_name(tmp_path):
    bad = edited(tmp_path / "bad")
    (bad / "studies/doe-2020.yaml").write_text("id: [", encoding="utf-8")
    done = run(bad, edited(tmp_path / "good"))
    assert done.returncode == 1
    assert f"{bad}/studies/doe-2020.yaml:1:" in done.stderr
    assert done.stdout == ""


def test_a_link_in_a_revision_leads_nowhere(tmp_path):
    evidence = edited(tmp_path / "evidence")
    (evidence / "studies/roe-2021.yaml").unlink()
    (evidence / "studies/roe-2021.yaml").symlink_to("/etc/hostname")
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "a link")
    done = run("HEAD", "HEAD", "--evidence", evidence)
    assert done.returncode == 1
    assert "HEAD:" in done.stderr
    assert Path("/etc/hostname").read_text(encoding="utf-8").strip() not in done.stdout


def release(version: str, evidence: Path) -> None:
    command = [sys.executable, "-m", "generator", "release", version, "--evidence", str(evidence)]
    subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1782000000"}
    )


@pytest.fixture(scope="module")
def released(tmp_path_factory) -> Path:
    """An evidence folder with releases 1.0 and 1.1, and a working state beyond them."""
    folder = edited(tmp_path_factory.mktemp("released") / "evidence")
    release("1.0", folder)
    for version, steps in (("1.1", (ADD,)), (None, (ADD, REMOVE))):
        fresh = edited(folder.parent / "fresh", steps)
        for name in ("review", "studies", "syntheses"):
            shutil.rmtree(folder / name)
            shutil.move(fresh / name, folder / name)
        shutil.rmtree(fresh)
        if version:
            release(version, folder)
    return folder


def test_releases_are_compared(released):
    json_of = ("--format", "json", "--evidence", released)
    assert edits(run("1.0", "1.1", *json_of)) == {("added", "poe-2022")}
    assert edits(run("1.1", *json_of)) == {("removed", "roe-2021")}


def test_a_release_leaves_notes_of_what_changed(released):
    first, second = ((released / f"releases/{v}/CHANGES.md").read_text(encoding="utf-8") for v in ("1.0", "1.1"))
    assert first == "# Version 1.0\n\nThe first version: 2 studies, 1 synthesis.\n"
    assert second == run("1.0", "1.1", "--evidence", released).stdout


def test_all_notes_are_in_one_file_newest_first(released):
    whole = (released / "releases/CHANGELOG.md").read_text(encoding="utf-8")
    assert [line for line in whole.splitlines() if line.startswith("## ")] == [
        "## 1.1 (2026-06-21)",
        "## 1.0 (2026-06-21)",
    ]
    assert "1 study was added." in whole


def test_notes_are_written_anew_as_they_were(released):
    before = state_of(released)
    for name in ("CHANGELOG.md", "1.0/CHANGES.md", "1.1/CHANGES.md"):
        (released / "releases" / name).write_text("x", encoding="utf-8")
    command = [sys.executable, "-m", "generator", "release", "--notes", "--evidence", str(released)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert state_of(released) == before


def test_the_notes_of_the_shipped_releases_are_those_that_the_generator_writes(tmp_path):
    copy = Path(shutil.copytree(ROOT / "evidence", tmp_path / "evidence"))
    command = [sys.executable, "-m", "generator", "release", "--notes", "--evidence", str(copy)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert state_of(copy / "releases") == state_of(ROOT / "evidence/releases"), "run: living-review release --notes"
