"""Files kept on disk between builds: everything here can be deleted at any time and is made again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = Path(os.environ.get("LIVING_REVIEW_CACHE") or ROOT / ".cache")


def digest(*parts: str) -> str:
    """A name for what depends on nothing but these texts."""
    found = hashlib.sha256()
    for part in parts:
        found.update(f"{len(part)}\n{part}\n".encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def kept(path: Path) -> str | None:
    """The text of a kept file; None if there is none, or none that can be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def keep(path: Path, text: str) -> None:
    """Write a file as a whole or not at all, also when several processes do; where nothing can be kept, nothing is."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    except OSError:
        return
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
