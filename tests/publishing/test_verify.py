"""A published version can be built again and compared, file by file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.model.manifest import Manifest, manifest_from, manifest_text
from generator.publishing.manifest import files_in
from tests.publishing.publishing_project import TINY, Project, bare, git, released


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Path]:
    folder = tmp_path_factory.mktemp("verified")
    evidence = Path(shutil.copytree(TINY, folder / "evidence"))
    released(evidence)
    project, target = Project.at(folder / "project", evidence), bare(folder / "target.git")
    done = project.run("publish", "--remote", target, "--site-url", "https://example.org/r/")
    assert done.returncode == 0, done.stderr
    return project, target


def test_every_version_has_a_manifest_of_all_its_files(published: tuple[Project, Path], tmp_path: Path):
    _, target = published
    git(target, "--work-tree", str(tmp_path), "checkout", "gh-pages", "--", ".")
    for name in ("1.0", "2.0", "latest"):
        manifest = manifest_from((tmp_path / name / "manifest.json").read_text(encoding="utf-8"))
        assert manifest.files == files_in(tmp_path / name)
        assert "index.html" in manifest.files
        assert manifest.version == ("2.0" if name == "latest" else name)
        assert manifest.address == "https://example.org/r/"


def test_a_version_that_was_left_alone_is_found_to_be_the_same(published: tuple[Project, Path]):
    project, target = published
    done = project.run("verify", "1.0", "--remote", target, "--evidence", project.evidence)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "conclusions: computed anew, they are those that were released" in done.stdout
    assert "files are as its manifest says" in done.stdout
    assert "files are the same, byte for byte" in done.stdout


def test_a_version_that_somebody_touched_is_found_out(published: tuple[Project, Path], tmp_path: Path):
    project, target = published
    copy = Path(shutil.copytree(target, tmp_path / "target.git"))
    work = tmp_path / "work"
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(copy), str(work))
    page = work / "2.0/index.html"
    page.write_text(page.read_text(encoding="utf-8") + "<!-- better -->", encoding="utf-8")
    shutil.copy(page, work / "latest/index.html")
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    git(work, *who, "commit", "--quiet", "--all", "--message", "x")
    git(work, "push", "--quiet", "origin", "gh-pages")
    done = project.run("verify", "2.0", "--remote", copy, "--evidence", project.evidence)
    assert done.returncode == 1
    assert "published: 1 of" in done.stdout
    assert "'index.html'" in done.stdout
    assert "built again: all" in done.stdout


def test_a_release_that_was_never_published_is_still_computed_anew(published: tuple[Project, Path], tmp_path: Path):
    project, _ = published
    done = project.run("verify", "2.0", "--remote", bare(tmp_path / "empty.git"), "--evidence", project.evidence)
    assert done.returncode == 0, done.stderr
    assert "is not on" in done.stdout


def test_conclusions_that_are_not_those_of_the_evidence_are_found_out(published: tuple[Project, Path], tmp_path: Path):
    project, target = published
    evidence = Path(shutil.copytree(project.evidence, tmp_path / "evidence"))
    record = evidence / "releases/2.0/release.json"
    document = json.loads(record.read_text(encoding="utf-8"))
    document["syntheses"][0]["effects"][0]["belief"] = 0.999
    record.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    done = project.run("verify", "2.0", "--remote", target, "--evidence", evidence)
    assert done.returncode == 1
    assert "they are NOT those that were released" in done.stdout


def test_a_manifest_reads_back_and_one_that_was_edited_does_not():
    manifest = Manifest("1.0", "a", "b", "", {"python": "3"}, {"index.html": "0" * 64})
    assert manifest_from(manifest_text(manifest)) == manifest
    with pytest.raises(ValueError, match="not that of the files"):
        manifest_from(manifest_text(manifest).replace("0" * 64, "1" * 64))
    for text in ("[]", "{}", '{"files": 3}'):
        with pytest.raises(ValueError, match="no manifest"):
            manifest_from(text)
