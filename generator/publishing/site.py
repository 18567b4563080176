"""Run the site builder, and put what it built in the place of the last site."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.model.manifest import MANIFEST, manifest_text
from generator.publishing.builders import MATERIAL, Builder
from generator.publishing.manifest import files_in, manifest

MARK = ".living-review-site"
"""A file in every built site: only a folder that has it, or an empty one, is ever replaced."""

_FRESH, _OLD = "fresh", "old"


class SiteError(Exception):
    """The site cannot be built or put in its place; the message says why. The last good site is untouched."""


class OutputRefused(SiteError):  # noqa: N818 - it says what happened, as its parent's name says what it is
    """The folder asked for holds something else than a site."""


def check_output(output: Path, root: Path) -> None:
    """Refuse an ``output`` that is not ours to replace.

    Raises ``OutputRefused`` for anything but a missing or empty folder or an earlier site, and for the project's own
    folders and those around them.
    """
    place = output.resolve()
    guarded = (root.resolve(), Path.cwd().resolve(), root.resolve() / "evidence", root.resolve() / "build")
    if any(one.is_relative_to(place) for one in guarded):
        raise OutputRefused(f"{output} holds the project itself: name a folder of its own for the site")
    if place.exists() and not place.is_dir():
        raise OutputRefused(f"{output} is a file: name a folder for the site")
    if place.is_dir() and any(place.iterdir()) and not (place / MARK).is_file():
        raise OutputRefused(f"{output} holds something that is not a site built here: empty it, or name another folder")


def build_site(
    configuration: Path,
    output: Path,
    root: Path,
    version: str | None = None,
    evidence: str = "",
    builder: Builder = MATERIAL,
) -> None:
    """Build the docs tree beside ``output`` and swap it in only when it is whole.

    Its manifest names the ``version`` and the digest of its ``evidence``; ``builder`` is the one that the tree was
    written for. What an earlier build that was killed left behind is put right first. Raises ``SiteError`` if
    ``output`` is not ours to replace, or if the builder warns or fails (it is strict).
    """
    check_output(output, root)
    place = output.resolve()
    beside = _beside(place)
    recover(place)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.mkdir()
    except OSError as error:
        raise SiteError(f"{place.parent} cannot be written to: {error.strerror}") from error
    try:
        worked, said = builder.run(configuration, beside / _FRESH, builder_environment(root))
        if not worked:
            raise SiteError(f"the site builder refused: {complaints(said)}")
        (beside / _FRESH / MARK).write_text("Built by living-review; a later build may replace this folder.\n")
        made = manifest(version, evidence, os.environ.get("SITE_URL", ""), files_in(beside / _FRESH), builder)
        (beside / _FRESH / MANIFEST).write_text(manifest_text(made), encoding="utf-8", newline="\n")
        _swap(beside, place)
    finally:
        recover(place)


def recover(place: Path) -> None:
    """Undo what an interrupted build left: the last good site back in its place, half-built folders gone."""
    beside = _beside(place.resolve())
    if (beside / _OLD).is_dir() and not place.exists():
        (beside / _OLD).rename(place)
    shutil.rmtree(beside, ignore_errors=True)


def _beside(place: Path) -> Path:
    return place.parent / f".{place.name}.building"


def _swap(beside: Path, place: Path) -> None:
    """Put the fresh site in its place, in one step where the system can; in between, ``recover`` knows the way back."""
    try:
        if place.exists() and not _exchange(beside / _FRESH, place):
            place.rename(beside / _OLD)
        if (beside / _OLD).exists() or not place.exists():
            (beside / _FRESH).rename(place)
    except OSError as error:
        raise SiteError(f"{place} cannot be replaced: {error.strerror}") from error


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically (Linux); False where the system has no such call."""
    call = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of linux/fcntl.h and linux/fs.h.
    return call is not None and call(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0


def builder_environment(root: Path) -> dict[str, str]:
    """The environment of a repeatable build: its date is that of the last commit unless one is given."""
    environment = dict(os.environ, NO_MKDOCS_2_WARNING="1", PYTHONHASHSEED="0")
    environment.setdefault("SOURCE_DATE_EPOCH", _commit_date(root))
    return environment


def _commit_date(root: Path) -> str:
    git = shutil.which("git")
    if git:
        command = [git, "-C", str(root), "log", "-1", "--format=%ct"]
        shown = subprocess.run(command, capture_output=True, text=True, check=False)
        if shown.returncode == 0 and shown.stdout.strip().isdigit():
            return shown.stdout.strip()
    return "315532800"


def complaints(log: str) -> str:
    """What the builder complained about: its warnings and errors, or the last line of a crash."""
    lines = [line for line in log.splitlines() if line.strip() and not line.startswith("INFO")]
    if any(line.startswith("Traceback") for line in lines):
        return lines[-1]
    return "\n".join(lines)
