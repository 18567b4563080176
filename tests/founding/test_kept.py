"""Files that come with the generator, and come anew with a later version of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.founding import kept
from generator.founding.charter import FoundingError
from generator.founding.found import found, refresh
from generator.founding.kept import RECORD, write_kept
from generator.founding.origin import Origin
from tests.founding.test_found import PAIR, PINNED

LATER = Origin(PINNED.replace("0123456789", "9876543210"))


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A review; the generator then has a later version of its files, in ``tmp_path / "template"``."""
    found(PAIR, tmp_path / "review", Origin(PINNED))
    shutil.copytree(kept.TEMPLATE, tmp_path / "template")
    monkeypatch.setattr(kept, "TEMPLATE", tmp_path / "template")
    return tmp_path / "review"


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_version_changes_nothing(review: Path) -> None:
    before = state(review)
    done = refresh(review, None, Origin(PINNED))
    assert (done.written, done.removed, done.left) == ((), (), ())
    assert state(review) == before


def test_a_later_version_reaches_what_nobody_changed_and_nothing_else(review: Path) -> None:
    template = review.parent / "template"
    for name in ("Makefile", ".gitignore"):
        (template / name).write_text("# later\n")
    (template / "new.txt").write_text("new\n")
    (template / ".editorconfig").unlink()
    (review / ".gitignore").write_text("# ours\n")
    (review / "evidence/notes.txt").write_text("ours\n")
    before = state(review)
    done = refresh(review, None, LATER)
    assert (done.written, done.removed, done.left) == (("Makefile", "new.txt"), (".editorconfig",), (".gitignore",))
    after = state(review)
    assert after["Makefile"] == after[".gitignore.new"] == b"# later\n"
    assert after[".gitignore"] == b"# ours\n"
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed == {"Makefile", "new.txt", ".gitignore.new", ".editorconfig", "generator.txt", RECORD}
    assert after["generator.txt"].decode() == f"living-review @ {LATER.address}\n"


def test_a_file_that_the_team_deleted_stays_away(review: Path) -> None:
    (review / ".pre-commit-config.yaml").unlink()
    refresh(review, None, LATER)
    assert not (review / ".pre-commit-config.yaml").exists()


def test_the_form_for_studies_follows_the_words_of_the_review(review: Path) -> None:
    effects = review / "evidence/review/effects.yaml"
    effects.write_text(effects.read_text().replace("title: Defects", "title: Escaped defects"))
    refresh(review, None, LATER)
    assert "Escaped defects (defects)" in (review / ".github/ISSUE_TEMPLATE/study.yml").read_text()


def test_a_review_that_names_a_commit_is_not_given_a_copy_by_the_way(review: Path) -> None:
    before = state(review)
    with pytest.raises(FoundingError, match="make follow"):
        refresh(review, None, Origin(""))
    assert state(review) == before


def test_a_folder_that_is_no_review_and_evidence_that_is_broken_are_refused(review: Path, tmp_path: Path) -> None:
    with pytest.raises(FoundingError, match="was not begun"):
        refresh(tmp_path, None, LATER)
    (review / "evidence/review/effects.yaml").write_text("[")
    before = state(review)
    with pytest.raises(FoundingError, match="mended first"):
        refresh(review, None, LATER)
    assert state(review) == before


@pytest.mark.parametrize("record", ["", "[]", '{"files": {"../outside": "x"}}', '{"files": {"/outside": 1}}'])
def test_a_record_from_a_stranger_reaches_nothing_outside(tmp_path: Path, record: str) -> None:
    folder, outside = tmp_path / "review", tmp_path / "outside"
    folder.mkdir()
    outside.write_text("x")
    (folder / RECORD).write_text(record)
    write_kept(folder)
    assert outside.read_text() == "x"
    assert "Makefile" in json.loads((folder / RECORD).read_text())["files"]
