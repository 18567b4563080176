"""Finds and reads the files of an evidence folder; whatever cannot be read is a problem, never an exception."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from generator.intake.other_formats import other_format
from generator.intake.wording import harmless, quoted, suggestion
from generator.model.problem import Place, Problem

LARGEST = 1_000_000
"""Bytes in a file; the longest of the shipped studies has 5,000."""
LONGEST_SIGN = 200
"""Bytes that show what a file is that is no text."""
SUBFOLDERS = ("review", "studies", "syntheses", "second_extractions")
_OPTIONAL = frozenset({"second_extractions"})
_UNREMARKABLE = frozenset({"readme.md"})


@dataclass(slots=True)
class Folder:
    """The texts of the evidence files by path, in order; ``seen`` also names those that could not be read."""

    texts: dict[str, str] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, path: str, kind: str, found: str, expected: str, hint: str = "") -> None:
        """Report a file or folder that cannot be read as it should."""
        self.problems.append(Problem(Place(path, 1, 1), kind, "(file)", found, expected, hint))


def read_folder(root: Path, review_files: tuple[str, ...]) -> Folder:
    """Everything under ``root`` that belongs to a review. ``review_files`` are the stems ``review/`` must have."""
    folder = Folder()
    if not _is_folder(root):
        folder.refuse(".", "missing-folder", "no such folder", "a folder with evidence")
        return folder
    for name in SUBFOLDERS:
        for entry in _entries(folder, root, name):
            _take(folder, entry, name, review_files)
    present = {path for path in folder.seen if path.startswith("review/")}
    for stem in review_files:
        if f"review/{stem}.yaml" not in present:
            folder.refuse(f"review/{stem}.yaml", "missing-file", "no such file", "a file of this name")
    return folder


def _is_folder(root: Path) -> bool:
    try:
        return root.is_dir()
    except (OSError, ValueError):
        return False


def _entries(folder: Folder, root: Path, name: str) -> list[os.DirEntry[str]]:
    try:
        if (root / name).is_symlink():
            folder.refuse(name, "symlink", "a link to another place", "a folder of its own")
            return []
        with os.scandir(root / name) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as fault:
        if name in _OPTIONAL and isinstance(fault, FileNotFoundError):
            return []
        found = "no such folder" if isinstance(fault, FileNotFoundError) else fault.strerror or "an error"
        folder.refuse(name, "missing-folder", found, "a folder of this name")
        return []


def _take(folder: Folder, entry: os.DirEntry[str], name: str, review_files: tuple[str, ...]) -> None:
    if entry.name.startswith(".") or entry.name.lower() in _UNREMARKABLE:
        return
    path = f"{name}/{_safe(entry.name)}"
    if not entry.name.endswith(".yaml"):
        hint = "rename it to end in .yaml" if entry.name.lower().endswith((".yml", ".yaml")) else "move it elsewhere"
        folder.refuse(path, "unexpected-file", quoted(_safe(entry.name)), f"only .yaml files in {name}/", hint)
        return
    stem = entry.name.removesuffix(".yaml")
    if name == "review" and stem not in review_files:
        hint = suggestion(stem, review_files)
        folder.refuse(path, "unexpected-file", quoted(_safe(entry.name)), "one of the review's files", hint)
        return
    folder.seen.append(path)
    text = _text(folder, path, entry)
    if text is not None:
        folder.texts[path] = text


def _text(folder: Folder, path: str, entry: os.DirEntry[str]) -> str | None:
    data = _bytes(folder, path, entry)
    if data is None:
        return None
    if len(data) > LARGEST:
        folder.refuse(path, "too-large", f"more than {LARGEST:,} bytes", f"at most {LARGEST:,} bytes")
        return None
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as fault:
        known = other_format(path, data[:LONGEST_SIGN].decode("latin-1"))
        folder.problems.append(known or _encoding_problem(path, data, fault.start))
        return None


def _bytes(folder: Folder, path: str, entry: os.DirEntry[str]) -> bytes | None:
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISLNK(mode):
            folder.refuse(path, "symlink", "a link to another place", "a file of its own", "copy the file here")
            return None
        if not stat.S_ISREG(mode):
            folder.refuse(path, "not-a-file", "a folder or device", "a file")
            return None
        with Path(entry.path).open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as fault:
        folder.refuse(path, "unreadable-file", fault.strerror or "an error", "a file that can be read")
        return None


def _encoding_problem(path: str, data: bytes, start: int) -> Problem:
    line_start = data.rfind(b"\n", 0, start) + 1
    column = len(data[line_start:start].decode("utf-8", "replace")) + 1
    place = Place(path, data.count(b"\n", 0, start) + 1, column)
    found = f"the byte 0x{data[start]:02x}, which is not UTF-8"
    return Problem(place, "not-utf-8", "(text)", found, "text in UTF-8", "save the file with the encoding UTF-8")


def _safe(name: str) -> str:
    """A file name that can be printed anywhere."""
    return harmless(name.encode("utf-8", "replace").decode("utf-8"))
