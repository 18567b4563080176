"""Small changes to a valid review, each with the problems it must lead to.

A case is a folder of ``tests/reviews/problems``: ``change.txt`` edits the tiny review, files below ``evidence/``
are added to it, and ``expected.txt`` holds the problems, one a line. ``change.txt`` names a file after ``@``; the
lines that start with ``-`` are replaced by those that start with ``+``; ``@ file delete`` removes it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.intake import Loaded

REVIEWS = Path(__file__).parents[1] / "reviews"
TINY = REVIEWS / "tiny" / "evidence"
CASES = tuple(sorted(path for path in (REVIEWS / "problems").iterdir() if path.is_dir()))


def copy_of_tiny(target: Path) -> Path:
    """A copy of the tiny review to change."""
    return Path(shutil.copytree(TINY, target / "evidence"))


def changed_review(case: Path, target: Path) -> Path:
    """The evidence folder of a case."""
    folder = copy_of_tiny(target)
    change = case / "change.txt"
    if change.exists():
        for edit in change.read_text(encoding="utf-8").removeprefix("@ ").split("\n@ "):
            _apply(folder, edit)
    if (case / "evidence").exists():
        shutil.copytree(case / "evidence", folder, dirs_exist_ok=True)
    return folder


def problem_lines(loaded: Loaded) -> list[str]:
    """Errors and warnings as a person reads them."""
    warnings = loaded.review.warnings if loaded.review else ()
    return [f"{problem.severity}: {problem.kind}: {problem}" for problem in (*loaded.problems, *warnings)]


def _apply(folder: Path, edit: str) -> None:
    head, *lines = edit.removesuffix("\n").split("\n")
    path, _, action = head.partition(" ")
    file = folder / path
    if action == "delete":
        file.unlink()
        if not any(file.parent.iterdir()):
            file.parent.rmdir()
        return
    old = "\n".join(line[1:] for line in lines if line.startswith("-"))
    new = "\n".join(line[1:] for line in lines if line.startswith("+"))
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path} must hold this once: {old}"
    file.write_text(text.replace(old, new), encoding="utf-8")
