"""What publishing does to a branch: everything or nothing, and nothing to versions that are there."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.publishing.publishing_project import TINY, Project, bare, git, released, tip

AT_ROOT = {
    ".nojekyll", "1.0", "2.0", "404.html", "feed.xml", "index.html", "latest", "latest.json", "schemas",
    "versions.json",
}  # fmt: skip


@pytest.fixture(scope="session")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("released") / "evidence"))
    released(folder)
    return folder


@pytest.fixture(scope="session")
def whole(evidence: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with both versions, never to be changed."""
    folder = tmp_path_factory.mktemp("whole")
    done = Project.at(folder / "project", evidence).run("publish", "--remote", bare(folder / "target.git"))
    assert done.returncode == 0, done.stderr
    return folder / "target.git"


@pytest.fixture
def project(evidence: Path, tmp_path: Path) -> Project:
    return Project.at(tmp_path / "project", evidence)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return bare(tmp_path / "target.git")


@pytest.fixture
def half(whole: Path, tmp_path: Path) -> Path:
    """A repository with version 1.0 only."""
    copy = Path(shutil.copytree(whole, tmp_path / "half.git"))
    git(copy, "update-ref", "refs/heads/gh-pages", "gh-pages^")
    return copy


def tree(repository: Path, path: str) -> str:
    return git(repository, "rev-parse", f"gh-pages:{path}")


def text(repository: Path, path: str) -> Any:
    return git(repository, "show", f"gh-pages:{path}")


def test_every_release_is_published_oldest_first(whole: Path):
    assert git(whole, "log", "--format=%s", "gh-pages").splitlines() == ["Version 2.0", "Version 1.0"]
    assert set(git(whole, "ls-tree", "--name-only", "gh-pages").splitlines()) == AT_ROOT
    assert tree(whole, "latest") == tree(whole, "2.0") != tree(whole, "1.0")
    listed = [(one["version"], one["aliases"]) for one in json.loads(text(whole, "versions.json"))]
    assert listed == [("2.0", ["latest"]), ("1.0", [])]
    latest = json.loads(text(whole, "latest.json"))
    assert (latest["format"], latest["version"], latest["released"]) == (1, "2.0", "2026-07-25")
    assert 'content="0; url=latest/index.html"' in text(whole, "index.html")
    assert "<script" not in text(whole, "index.html") + text(whole, "404.html")


def test_the_same_releases_give_the_same_commits_whoever_publishes(project: Project, target: Path, whole: Path):
    """Hooks, signing, line ends, templates and a missing identity are the user's business."""
    home = project.folder / "home"
    (home / "hooks").mkdir(parents=True)
    for hook in ("pre-commit", "commit-msg", "pre-push", "post-checkout", "fsmonitor-watchman"):
        (home / "hooks" / hook).write_text("#!/bin/sh\nexit 1\n")
        (home / "hooks" / hook).chmod(0o755)
    (home / "template/hooks").mkdir(parents=True)
    shutil.copy(home / "hooks/pre-commit", home / "template/hooks/reference-transaction")
    (home / ".gitconfig").write_text(
        f"[core]\nautocrlf = true\neol = crlf\nhooksPath = {home}/hooks\nattributesFile = {home}/attributes\n"
        f"excludesFile = {home}/excludes\n[commit]\ngpgsign = true\n[push]\ngpgsign = true\n"
        f"[init]\ntemplateDir = {home}/template\n[user]\nuseConfigOnly = true\n"
        "[i18n]\ncommitEncoding = latin1\n[fetch]\nprune = true\n"
    )
    (home / "attributes").write_text("* text eol=crlf ident\n")
    (home / "excludes").write_text("*\n")
    strange = {"HOME": str(home), "GIT_DIR": "/nowhere", "GIT_INDEX_FILE": "/nowhere/index", "TZ": "Asia/Tokyo"}
    strange |= {"GIT_AUTHOR_NAME": "Somebody", "GIT_COMMITTER_DATE": "nonsense", "SOURCE_DATE_EPOCH": "1"}
    done = project.run("publish", "--remote", target, env=strange)
    assert done.returncode == 0, done.stderr
    assert tip(target) == tip(whole)


def test_publishing_again_changes_nothing_and_says_so(project: Project, half: Path, whole: Path):
    before = git(half, "rev-parse", "gh-pages:1.0")
    first = project.run("publish", "--remote", half)
    assert first.stdout.startswith("published 2.0: "), first.stderr
    assert (tip(half), tree(half, "1.0")) == (tip(whole), before)
    again = project.run("publish", "1.0", "--remote", half)
    assert (again.returncode, tip(half)) == (0, tip(whole))
    assert "version 1.0 is published already" in again.stderr
    assert "nothing new to publish" in again.stdout


def test_an_older_version_that_comes_later_does_not_become_the_latest(project: Project, target: Path, whole: Path):
    assert project.run("publish", "2.0", "--remote", target).returncode == 0
    newer = tree(target, "2.0")
    assert project.run("publish", "1.0", "--remote", target).returncode == 0
    assert tree(target, "2.0") == tree(target, "latest") == newer
    assert git(target, "rev-parse", "gh-pages^{tree}") == git(whole, "rev-parse", "gh-pages^{tree}")


def test_equal_files_of_two_versions_are_one_object_and_growth_is_told(project: Project, half: Path):
    done = project.run("publish", "--remote", half)
    assert tree(half, "1.0/shared.bin") == tree(half, "2.0/shared.bin")
    grew = done.stdout.splitlines()[1]
    assert grew.startswith("the branch grew by ")
    assert grew.split()[4:6][1] == "kB;"
    assert "MB of files in the folders of these versions" in grew


def test_nothing_of_no_use_is_published(whole: Path):
    files = git(whole, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert [name for name in files if name.endswith((".map", ".gz")) or "/404" in name] == []


def test_without_a_remote_the_branch_of_the_project_itself_is_moved(project: Project, whole: Path):
    git(project.folder, "init", "--quiet", "--initial-branch=main")
    done = project.run("publish")
    assert done.returncode == 0, done.stderr
    assert tip(project.folder) == tip(whole)
    assert git(project.folder, "status", "--porcelain", "--untracked-files=no") == ""
    assert git(project.folder, "count-objects").startswith("0 objects") or tip(project.folder, "main") is None


def test_a_fresh_clone_goes_on_from_what_its_origin_has(project: Project, half: Path, whole: Path):
    git(project.folder, "init", "--quiet", "--initial-branch=main")
    git(project.folder, "remote", "add", "origin", str(half))
    git(project.folder, "fetch", "--quiet", "origin")
    done = project.run("publish")
    assert done.stdout.startswith("published 2.0: "), done.stderr
    assert (tip(project.folder), git(half, "rev-parse", "gh-pages")) == (
        tip(whole),
        git(whole, "rev-parse", "gh-pages^"),
    )
    assert project.run("publish", "--remote", "origin").returncode == 0
    assert tip(half) == tip(whole)


def test_a_publisher_killed_at_any_moment_leaves_the_branch_as_before_or_as_after(
    project: Project, half: Path, whole: Path
):
    before, after = tip(half), tip(whole)
    started = time.monotonic()
    assert project.run("publish", "--remote", half).returncode == 0
    lasts = time.monotonic() - started
    chance = random.Random(20)
    for number in range(6):
        git(half, "update-ref", "refs/heads/gh-pages", str(before))
        publisher = project.start("publish", "--remote", half)
        time.sleep(chance.uniform(0.3, 1.0) * lasts)
        kill = os.killpg if number % 2 else os.kill
        if publisher.poll() is None:
            kill(publisher.pid, signal.SIGKILL)
        publisher.communicate()
        assert tip(half) in (before, after)
        git(half, "fsck", "--strict")
    done = project.run("publish", "--remote", half)
    assert (done.returncode, tip(half)) == (0, after), done.stderr
    assert [left.name for left in (project.folder / "build/publishing").iterdir()] == [".lock"]


def test_of_two_publishers_in_one_project_one_is_told_at_once(project: Project, half: Path, whole: Path):
    second = "living-review: another publish is running in this project: wait for it to end; nothing was published"
    inner = (
        f"cd {Path.cwd()} && {sys.executable} -m tests.publishing.quick_publisher publish --evidence {project.evidence}"
    )
    told = project.folder / "told"
    command = f"{inner} --remote {half} 2> {told}; echo $? >> {told}"
    done = project.run("publish", "--remote", half, env={"QUICK_BEFORE_PUSH": command})
    assert (done.returncode, tip(half)) == (0, tip(whole))
    assert told.read_text().splitlines() == [second, "3"]


def test_of_two_clones_at_once_the_later_repeats_on_top_of_the_earlier(
    project: Project, evidence: Path, target: Path, whole: Path, tmp_path: Path
):
    other = Project.at(tmp_path / "other", evidence)
    inner = f"QUICK_PROJECT={other.folder} {sys.executable} -m tests.publishing.quick_publisher publish 2.0"
    command = f"cd {Path.cwd()} && {inner} --remote {target} --evidence {other.evidence}"
    done = project.run("publish", "1.0", "--remote", target, env={"QUICK_BEFORE_PUSH": command})
    assert done.returncode == 0, done.stderr
    assert "somebody else published meanwhile" in done.stderr
    assert git(target, "log", "--format=%s", "gh-pages").splitlines() == ["Version 1.0", "Version 2.0"]
    assert git(target, "rev-parse", "gh-pages^{tree}") == git(whole, "rev-parse", "gh-pages^{tree}")


def test_a_branch_with_something_else_is_left_alone(project: Project, tmp_path: Path):
    other = tmp_path / "other"
    git(tmp_path, "init", "--quiet", "--initial-branch=gh-pages", str(other))
    (other / "index.html").write_text("years of work")
    git(other, "add", ".")
    git(other, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "--message=mine")
    git(other, "switch", "--quiet", "--create", "main")
    before = tip(other)
    done = project.run("publish", "--remote", other)
    assert (done.returncode, tip(other)) == (3, before)
    assert "holds something else than published versions" in done.stderr


def test_a_branch_that_is_checked_out_is_left_alone(project: Project, whole: Path, tmp_path: Path):
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--branch=gh-pages", str(whole), str(clone))
    done = project.run("publish", "--remote", clone)
    assert done.returncode == 3
    assert f"branch gh-pages is checked out in {clone}" in done.stderr


def test_a_version_from_other_evidence_is_never_mixed_in(project: Project, whole: Path, tmp_path: Path):
    copy = Path(shutil.copytree(whole, tmp_path / "copy.git"))
    shutil.rmtree(project.evidence / "releases/2.0")
    done = project.run("publish", "--remote", copy)
    assert done.returncode == 3
    assert "version 2.0 is on the branch and not among the releases here" in done.stderr
    record = project.evidence / "releases/1.0/release.json"
    loaded = json.loads(record.read_text(encoding="utf-8"))
    shutil.rmtree(project.evidence / "releases")
    study = project.evidence / "studies/roe-2021.yaml"
    study.write_text(study.read_text(encoding="utf-8") + "# other\n", encoding="utf-8")
    released(project.evidence)
    assert json.loads(record.read_text(encoding="utf-8"))["digest"] != loaded["digest"]
    done = project.run("publish", "--remote", copy)
    assert (done.returncode, tip(copy)) == (3, tip(whole))
    assert "was made from other evidence" in done.stderr


def test_a_release_that_was_edited_stops_everything(project: Project, half: Path):
    before = tip(half)
    study = project.evidence / "releases/1.0/evidence/studies/doe-2020.yaml"
    study.write_text(study.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    done = project.run("publish", "2.0", "--remote", half)
    assert (done.returncode, tip(half)) == (1, before)
    assert "changed after the release" in done.stderr


def refused(project: Project, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit status of a publication that must be refused before anything is begun."""
    monkeypatch.chdir(project.folder)
    try:
        status = main(["publish", "--evidence", str(project.evidence), *arguments])
    except SystemExit as usage:
        status = int(usage.code or 0)
    assert not (project.folder / "build").exists()
    return status


@pytest.mark.parametrize("version", ["", ".git", "-x", "..", "latest", "1.0\n", "1.0/", "v1.0", "1.0 ", "3.0", "1"])
def test_only_released_versions_are_published(
    version: str, project: Project, target: Path, monkeypatch: pytest.MonkeyPatch
):
    assert refused(project, monkeypatch, "--remote", str(target), "--", version) == 2
    assert refused(project, monkeypatch, "--remote", str(target), version) == 2
    assert tip(target) is None


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--remote", "nowhere"], "there is no remote, no folder and no address 'nowhere'"),
        (["--remote", ""], "is not a remote"),
        (["--remote=-x"], "is not a remote"),
        (["--remote", "."], "is not a git repository"),
        (["--branch", "a..b"], "cannot be the name of a branch"),
        (["--branch=-x"], "cannot be the name of a branch"),
        (["--site-url", "javascript:alert(1)"], "is not an address"),
        (["--site-url", 'https://host/"><script>'], "is not an address"),
    ],
)
def test_a_target_that_cannot_be_meant_is_wrong_usage(
    options: list[str],
    reason: str,
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    given = [str(project.evidence) if option == "." else option for option in options]
    assert refused(project, monkeypatch, *given) == 2
    assert reason in capsys.readouterr().err


def test_an_address_that_does_not_answer_is_one_sentence_without_its_password(project: Project):
    done = project.run("publish", "--remote", "http://me:secret@127.0.0.1:9/x.git")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "secret" not in done.stderr


def test_without_git_nothing_is_begun(project: Project, tmp_path: Path):
    done = project.run("publish", "--remote", tmp_path, env={"PATH": str(tmp_path)})
    assert (done.returncode, done.stderr.splitlines()) == (
        3,
        ["living-review: git is needed to publish and is not installed; nothing was published"],
    )


def test_a_folder_that_cannot_be_written_to_is_one_sentence(project: Project, half: Path):
    before = tip(half)
    (project.folder / "build").write_text("")
    done = project.run("publish", "--remote", half)
    assert (done.returncode, tip(half)) == (3, before)
    assert "cannot be written to" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_full_disk_changes_nothing(project: Project, half: Path, whole: Path):
    before = tip(half)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))
    try:
        done = project.run("publish", "--remote", half)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (done.returncode, tip(half)) == (3, before)
    assert "Traceback" not in done.stderr
    assert project.run("publish", "--remote", half).returncode == 0
    assert tip(half) == tip(whole)
