"""Where versions are published: a branch of a repository."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.git import PublishError, Repository, Settings, ask, settings_of, without_credentials

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://.+|[^/\s:-][^/\s:]*:[^\s]+", re.IGNORECASE)
"""``https://host/path`` or ``user@host:path``."""


class TargetRefused(PublishError):  # noqa: N818 - it says what happened
    """The target that was asked for does not exist or cannot be meant."""


@dataclass(frozen=True, slots=True)
class Target:
    """``address`` is what git fetches from and pushes to; ``folder`` is set if it is a repository on this machine.

    ``beside`` is a second reference there to start from: what a remote is known to have of the branch.
    """

    address: str
    branch: str
    folder: Path | None
    settings: Settings
    beside: str = ""

    @property
    def ref(self) -> str:
        """The full name of the branch."""
        return f"refs/heads/{self.branch}"

    @property
    def words(self) -> str:
        """The branch and where it is, as it may be shown."""
        return f"branch {self.branch} of {without_credentials(self.address)}"


def target_of(remote: str | None, branch: str, root: Path) -> Target:
    """The branch of ``remote``: the name of a remote of the project in ``root``, a folder, or an address; without one
    it is the project's own repository.

    Raises ``TargetRefused`` if there is no such thing, ``PublishError`` if the project is not in a repository.
    """
    if ask(root, "check-ref-format", "--branch", branch) != branch or branch.startswith("-"):
        raise TargetRefused(f"{branch!r} cannot be the name of a branch")
    return _own(branch, root) if remote is None else _other(remote, branch, root)


def refuse_checked_out(target: Target) -> None:
    """Raise ``PublishError`` if the branch is checked out somewhere on this machine: to move it would leave the files
    there behind what their branch says."""
    branch = target.branch
    listed = (ask(target.folder, "worktree", "list", "--porcelain") if target.folder else None) or ""
    checked_out = [block for block in listed.split("\n\n") if f"branch refs/heads/{branch}" in block.splitlines()]
    if any("bare" not in block.splitlines() for block in checked_out):
        where = checked_out[0].splitlines()[0].removeprefix("worktree ")
        raise PublishError(f"branch {branch} is checked out in {where}: switch to another branch there first")


def tip(repository: Repository, target: Target) -> str | None:
    """The commit the branch is at, fetched into ``repository``; None if there is no such branch.

    Of the project's own branch and what is known of it at the remote, it is the later one. Raises ``PublishError`` if
    the target cannot be reached.
    """
    asked = [name for name in (target.ref, target.beside) if name]
    shown = repository.talk(target.settings, "ls-remote", "--refs", target.address, *asked).splitlines()
    known = {name: commit for commit, name in (line.split("\t") for line in shown)}
    here, there = known.get(target.ref), known.get(target.beside)
    names = [name for name in asked if name in known]
    if names:
        wanted = [f"+{name}:refs/known/{number}" for number, name in enumerate(names)]
        fetch = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", target.address)
        repository.talk(target.settings, *fetch, *wanted)
    if here is None or (there is not None and _is_ancestor(repository, here, there)):
        return there
    return here


def push(repository: Repository, target: Target, before: str | None, after: str) -> bool:
    """Move the branch from commit ``before`` (None: there was none) to ``after`` in one step, never by force.

    False if somebody else has moved it meanwhile. Raises ``PublishError`` if it cannot be moved at all.
    """
    try:
        repository.talk(target.settings, "push", "--quiet", "--no-verify", target.address, f"{after}:{target.ref}")
    except PublishError:
        now = tip(repository, target)
        if now == before:
            raise
        return now == after
    return True


def _is_ancestor(repository: Repository, one: str, other: str) -> bool:
    return repository.text("rev-list", "--count", f"{other}..{one}") == "0"


def _own(branch: str, root: Path) -> Target:
    folder = ask(root, "rev-parse", "--path-format=absolute", "--git-common-dir")
    if folder is None:
        raise PublishError(f"{root} is not in a git repository: name one with --remote")
    return Target(folder, branch, Path(folder), settings_of(root), f"refs/remotes/origin/{branch}")


def _other(remote: str, branch: str, root: Path) -> Target:
    if not remote or remote.startswith("-"):
        raise TargetRefused(f"{remote!r} is not a remote, a folder or an address")
    named = ask(root, "config", "--get", f"remote.{remote}.pushurl") or ask(
        root, "config", "--get", f"remote.{remote}.url"
    )
    if named:
        nearby = (root / Path(named).expanduser()).resolve()
        return _folder(nearby, branch, root) if nearby.is_dir() else Target(named, branch, None, settings_of(root))
    place = Path(remote).expanduser()
    if place.is_dir():
        return _folder(place.resolve(), branch, root)
    if not _ADDRESS.fullmatch(remote):
        raise TargetRefused(f"there is no remote, no folder and no address {remote!r}")
    return Target(remote, branch, None, settings_of(root))


def _folder(place: Path, branch: str, root: Path) -> Target:
    if ask(place, "rev-parse", "--git-dir") is None:
        raise TargetRefused(f"{place} is not a git repository: git init --bare makes one")
    return Target(str(place), branch, place, settings_of(root))
