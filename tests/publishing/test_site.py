"""The last good site survives whatever happens to the next one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.publishing import site
from generator.publishing.lock import build_lock
from generator.publishing.site import MARK, OutputRefused, SiteError, build_site, check_output
from tests.conftest import ROOT
from tests.publishing.conftest import holds_the_last_good_site


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A docs tree of one page, with its configuration."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# New\n")
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text("site_name: test\ntheme: mkdocs\nplugins: []\n")
    return configuration


def test_a_whole_site_takes_the_place_of_the_last(docs: Path, good: Path):
    build_site(docs, good, ROOT)
    assert "New" in (good / "index.html").read_text()
    assert (good / MARK).is_file()
    assert [path.name for path in good.parent.iterdir()] == ["site"]


def test_a_refusal_of_the_builder_leaves_the_last_site(docs: Path, good: Path):
    (docs.parent / "docs/index.md").write_text("# New\n\n[nowhere](nowhere.md)\n")
    with pytest.raises(SiteError, match=r"nowhere.md"):
        build_site(docs, good, ROOT)
    assert holds_the_last_good_site(good)


def test_a_crash_of_the_builder_is_one_sentence(docs: Path, good: Path):
    docs.write_text("site_name: [\n")
    with pytest.raises(SiteError) as caught:
        build_site(docs, good, ROOT)
    assert "Traceback" not in str(caught.value)
    assert holds_the_last_good_site(good)


def test_without_an_atomic_exchange_a_failing_rename_is_undone(docs: Path, good: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(site, "_exchange", lambda *_: False)
    rename, calls = Path.rename, []

    def failing(self: Path, target: Path) -> Path:
        calls.append(target)
        if self.name == "fresh":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(SiteError, match="No space left"):
        build_site(docs, good, ROOT)
    assert holds_the_last_good_site(good)
    assert len(calls) == 3


def test_a_build_killed_between_two_renames_is_put_right_by_the_next(docs: Path, good: Path):
    beside = good.parent / ".site.building"
    beside.mkdir()
    good.rename(beside / "old")
    with pytest.raises(SiteError):
        build_site(docs.parent / "missing.yml", good, ROOT)
    assert holds_the_last_good_site(good)


@pytest.mark.parametrize("output", [ROOT, ROOT.parent, ROOT / "evidence", ROOT / "build", Path("/")])
def test_the_project_itself_is_never_replaced(output: Path):
    with pytest.raises(OutputRefused, match="holds the project"):
        check_output(output, ROOT)


def test_a_folder_of_somebody_else_is_never_replaced(tmp_path: Path):
    (tmp_path / "thesis.txt").write_text("years of work")
    for output, words in ((tmp_path, "not a site"), (tmp_path / "thesis.txt", "is a file")):
        with pytest.raises(OutputRefused, match=words):
            check_output(output, ROOT)
    command = [sys.executable, "-m", "generator", "build", "--output", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_two_builds_at_once_are_told_apart(tmp_path: Path):
    with build_lock(tmp_path), pytest.raises(SiteError, match="another build"), build_lock(tmp_path):
        pass
    with build_lock(tmp_path):
        pass


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SiteError, match="cannot be written to"), build_lock(tmp_path / "file"):
        pass
