"""Write a release into the evidence folder, in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path


class ReleaseError(Exception):
    """The release cannot be written; the message says why. Nothing was changed."""


def freeze(releases: Path, version: str, texts: Mapping[str, str]) -> Path:
    """Write the files of a release (by path within it) to ``releases/<version>``, which must not exist.

    The folder appears whole or not at all. Raises ``ReleaseError`` if it exists already, also if another process
    makes it at the same moment, or if it cannot be written.
    """
    place, fresh = releases / version, releases / f".{version}.{os.getpid()}"
    try:
        releases.mkdir(parents=True, exist_ok=True)
        _sweep(releases)
        for path, text in texts.items():
            _write(fresh / path, text)
        if place.exists():
            raise ReleaseError(f"release {version} exists already")
        fresh.rename(place)
    except OSError as error:
        if place.exists():
            raise ReleaseError(f"release {version} exists already") from error
        raise ReleaseError(f"{error.filename or place} cannot be written: {error.strerror}") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return place


def rewrite(path: Path, text: str) -> None:
    """Put ``text`` in the place of a file, or make it; it is the old or the new one at every moment.

    Raises ``ReleaseError`` if it cannot be written.
    """
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _write(fresh, text)
        fresh.replace(path)
    except OSError as error:
        raise ReleaseError(f"{error.filename or path} cannot be written: {error.strerror}") from error
    finally:
        fresh.unlink(missing_ok=True)


def _sweep(releases: Path) -> None:
    """Remove what a release that was killed left behind."""
    for entry in releases.glob(".*.*"):
        pid = entry.name.rpartition(".")[2]
        if pid.isdigit() and not _alive(int(pid)):
            shutil.rmtree(entry, ignore_errors=True)
            if entry.is_file():
                entry.unlink(missing_ok=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
