"""Reads the evidence as a git revision has it. Nothing is checked out, and the repository stays as it is."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.intake.folder import SUBFOLDERS


class RevisionError(Exception):
    """The revision cannot be read; the message says why."""


def write_revision(folder: Path, revision: str, into: Path) -> None:
    """Write the evidence that ``revision`` holds in the place of the evidence folder ``folder`` to ``into``.

    A revision is whatever git takes for a commit; one that looks like an option is none. Links are written as the
    text they hold. Raises ``RevisionError`` if there is no git, no repository, no such commit, or no evidence in it.
    """
    commit = _commit(folder, revision)
    blobs = _blobs(folder, commit)
    if not blobs:
        raise RevisionError(f"revision {revision!r} has no evidence in {str(folder)!r}")
    contents = _contents(folder, list(blobs.values()))
    for (subfolder, name), content in zip(blobs, contents, strict=True):
        (into / subfolder).mkdir(parents=True, exist_ok=True)
        (into / subfolder / name).write_bytes(content)


def _commit(folder: Path, revision: str) -> str:
    if revision.startswith("-") or not revision.isprintable() or not revision:
        raise RevisionError(f"{revision!r} is not a revision")
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    try:
        return _git(folder, asked).decode("ascii").strip()
    except subprocess.CalledProcessError as error:
        raise RevisionError(f"git knows no revision {revision!r} in {str(folder)!r}") from error


def _blobs(folder: Path, commit: str) -> dict[tuple[str, str], str]:
    """The files of the evidence in a commit: (subfolder, name) and the id of the content."""
    listed = _git(folder, ["ls-tree", "-r", "-z", commit, "--", *SUBFOLDERS])
    found = {}
    for entry in listed.split(b"\0")[:-1]:
        about, _, path = entry.partition(b"\t")
        _, kind, blob = about.decode("ascii").split()
        parts = os.fsdecode(path).split("/")
        if kind == "blob" and len(parts) == 2:
            found[parts[0], parts[1]] = blob
    return found


def _contents(folder: Path, blobs: list[str]) -> list[bytes]:
    """The contents of blobs, from one process: each comes after a line with its id, type and size."""
    answer = _git(folder, ["cat-file", "--batch"], "".join(f"{blob}\n" for blob in blobs).encode())
    contents, at = [], 0
    for _ in blobs:
        line = answer.index(b"\n", at)
        start = line + 1
        end = start + int(answer[at:line].split()[2])
        contents.append(answer[start:end])
        at = end + 1
    return contents


def _git(folder: Path, arguments: list[str], given: bytes = b"") -> bytes:
    command = ["git", "-C", str(folder.resolve()), *arguments]
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(command, input=given, capture_output=True, check=True, env=environment).stdout
    except FileNotFoundError as error:
        raise RevisionError("git is not installed, so only releases and folders can be compared") from error
