"""A team starts its own review, as people and scripts do it, from the checkout and from the package."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.command_line import evidence_folder, project_folder
from tests.commands.test_command_line import run
from tests.conftest import ROOT
from tests.founding.test_found import PINNED

PAIR = (
    *("--subject", "pair programming", "--title", "What does pair programming do to software?"),
    *("--effect", "Defects, lower, per kLOC", "--effect", "Effort, lower, hours", "--effect", "Job joy, higher, %"),
    *("--generator", PINNED),
)


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review about pair programming, and nothing that was changed in the generator."""
    folder = tmp_path_factory.mktemp("started") / "pair-programming"
    done = run("new", "review", folder, *PAIR)
    assert (done.returncode, done.stdout) == (0, f"{folder}\n"), done.stderr
    return folder


def test_it_is_sound_and_concludes(review: Path) -> None:
    checked = run("check", cwd=review)
    assert checked.returncode == 0
    assert [line.partition(": warning: ")[0] for line in checked.stdout.splitlines()] == [
        "evidence/studies/example.yaml:3:1"
    ]
    concluded = json.loads(run("aggregate", "--format", "json", cwd=review).stdout)
    assert concluded["review"] == {"id": "pair-programming", "title": "What does pair programming do to software?"}
    (full,) = concluded["syntheses"]
    ranges = {one["effect"]: one["range"] for one in full["effects"]}
    assert ranges == {"defects": ["IF", "WP"], "effort": ["WN"], "job_joy": ["IF", "WP"]}
    asked = json.loads(run("sensitivity", "--synthesis", "full", "--format", "json", cwd=review).stdout)
    assert {one["effect"] for one in asked["results"]} == set(ranges)


def test_what_is_built_stands_in_the_folder_of_the_review_that_a_command_is_called_in(
    review: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(review)
    assert (project_folder(), evidence_folder(None)) == (review, Path("evidence"))
    monkeypatch.chdir(tmp_path)
    assert (project_folder(), evidence_folder(None)) == (ROOT, ROOT / "evidence")


def test_a_study_of_its_own_can_be_begun(review: Path) -> None:
    done = run("new", "study", "--id", "doe-2031", "--effect", "job_joy", cwd=review)
    path = review / "evidence/studies/doe-2031.yaml"
    assert (done.returncode, done.stdout) == (0, "evidence/studies/doe-2031.yaml\n")
    assert "Did nothing else differ from the baseline?" in path.read_text(encoding="utf-8")
    path.unlink()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "--subject"),
        (("--subject", "x"), "--effect 'Defects"),
        (("--answers", "no-such-file"), "cannot be read"),
        (("--answers", str(ROOT / "README.md")), "README.md: it cannot be read"),
        ((*PAIR, "--generator", "main"), "names no commit"),
        (("--refresh",), "was not begun"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    done = run("new", "review", tmp_path / "fresh", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_person_at_a_terminal_is_asked(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", "new", "review", str(tmp_path / "asked"), "--generator", PINNED]
    answers = [
        "index compression",
        "",
        "",
        "",
        "",
        "Query time, lower, ms; Index size, lower, MB",
        "A; B",
        "",
        "acme",
        "",
    ]
    os.write(ours, "".join(f"{one}\n" for one in answers).encode())
    done = subprocess.run(command, cwd=ROOT, stdin=theirs, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Title of the review [What does index compression do?]: " in done.stderr
    question = (tmp_path / "asked/evidence/review/question.yaml").read_text(encoding="utf-8")
    assert "authors: [A, B]" in question
    assert "against: query_time" in question


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked; the sources it was built from are gone."""
    folder = tmp_path_factory.mktemp("package")
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *SOURCES]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    for name in filter(None, names):
        (folder / "source" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / "source" / name, follow_symlinks=False)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=folder / "source", check=True, capture_output=True)
    shutil.rmtree(folder / "source")
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "installed")
    return folder / "installed"


SOURCES = (
    *("generator", "site_templates", "review_template", ".github", ".vscode", "pyproject.toml", "LICENSE"),
    *("CODE_OF_CONDUCT.md", "mkdocs.yml", "requirements-uv.txt", ".editorconfig", ".pre-commit-config.yaml"),
)
PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); from generator.cli import main; sys.exit(main(sys.argv[1:]))"
)


def installed(package: Path, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-c", PROGRAM, str(package), *map(str, arguments)]
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(ROOT / ".cache/numba")}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_the_package_builds_the_site_of_a_review_which_speaks_of_nothing_else(package: Path, review: Path) -> None:
    done = installed(package, "build", cwd=review)
    assert done.returncode == 0, done.stderr
    site = review / "site"
    pages = {str(path.relative_to(site)): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert "What does pair programming do to software?" in pages["index.html"]
    assert "its only study is invented" in pages["index.html"]
    assert "does not know its public repository" in pages["submit.html"]
    assert {name for name, text in pages.items() if re.search("quanti[sz]ation|neural", text, re.I)} == set()


def test_the_package_starts_further_reviews_and_keeps_them_in_step(package: Path, review: Path, tmp_path: Path) -> None:
    done = installed(package, "new", "review", "another", *PAIR, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    again = installed(package, "new", "review", str(review), "--refresh", "--generator", PINNED, cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, "")
    another = tmp_path / "another"
    files = [path.relative_to(another) for path in another.rglob("*") if path.is_file()]
    assert {str(path) for path in files if (another / path).read_bytes() != (review / path).read_bytes()} == set()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("check",), "there is no folder"),
        (("new", "review", "x", "--subject", "x"), "--generator git+https://"),
    ],
    ids=["no evidence", "no address"],
)
def test_the_package_says_what_it_cannot_know(
    package: Path, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = installed(package, *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
