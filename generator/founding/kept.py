"""Files of a review that come with the generator: written with the review, and anew with each later version.

A record of their hashes tells which of them the team has changed: those are left alone.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from generator.intake.json_schema import schema_texts
from generator.places import SHIPPED
from generator.submission.issue_form import NAME as FORM
from generator.submission.issue_form import form_text
from generator.submission.known import Known

TEMPLATE = SHIPPED / "review_template/kept"
RECORD = ".living-review.json"
BESIDE = ".new"


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the files, by path: ``written`` anew, ``removed`` since nothing needs them any more, and
    ``left`` as the team has changed them, with the new version beside."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    left: tuple[str, ...]


def write_kept(folder: Path) -> Kept:
    """Write the files into the folder of a review, whether it is new or not."""
    before, files = _recorded(folder), _files()
    written: list[str] = []
    left: list[str] = []
    for path, data in files.items():
        place = folder / path
        now = place.read_bytes() if place.is_file() else None
        if now == data or (now is None and path in before):
            continue
        changed = now is not None and _hash(now) != before.get(path)
        _write(place.with_name(place.name + BESIDE) if changed else place, data)
        (left if changed else written).append(path)
    removed = [path for path in before if path not in files and _remove(folder / path, before[path])]
    record = {"format": 1, "files": {path: _hash(data) for path, data in files.items()}}
    _write(folder / RECORD, (json.dumps(record, indent=1) + "\n").encode())
    return Kept(tuple(written), tuple(removed), tuple(left))


def write_generated(folder: Path, review: Known) -> None:
    """Write what follows from the generator and the words of the review: schemas, and the form for studies."""
    for name, text in schema_texts().items():
        _write(folder / "evidence/schemas" / name, text.encode())
    _write(folder / ".github/ISSUE_TEMPLATE" / FORM, form_text(review.title, review.rules).encode())


def _files() -> dict[str, bytes]:
    found = (path for path in sorted(TEMPLATE.rglob("*")) if path.is_file())
    return {path.relative_to(TEMPLATE).as_posix(): path.read_bytes() for path in found}


def _recorded(folder: Path) -> dict[str, str]:
    """The hashes of the files as they were written last; empty if there is no record that can be read."""
    try:
        found = json.loads((folder / RECORD).read_text(encoding="utf-8"))["files"]
        return {path: found[path] for path in found if _stays_within(path) and isinstance(found[path], str)}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _stays_within(path: str) -> bool:
    return not path.startswith("/") and ".." not in Path(path).parts


def _remove(place: Path, recorded: str) -> bool:
    unchanged = place.is_file() and _hash(place.read_bytes()) == recorded
    if unchanged:
        place.unlink()
    return unchanged


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
