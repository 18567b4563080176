"""What the commands share: where they write, how they end, what they read.

Standard output holds the answer, standard error everything else.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path

from generator.intake import load
from generator.model.review import Review
from generator.places import PACKAGED, SHIPPED
from generator.problem_text import as_line, printable

DONE, BAD_EVIDENCE, WRONG_USAGE, FAILED = 0, 1, 2, 3


class UsageError(Exception):
    """The command was called with something that does not exist; the message says what does."""


def answer(text: str, end: str = "\n") -> None:
    """Print what was asked for."""
    print(text, end=end)


def note(message: str) -> None:
    """Print anything else: lines that steer no terminal, whatever they quote."""
    print("\n".join(map(printable, message.split("\n"))), file=sys.stderr)


def fail(message: str, status: int) -> int:
    """Say in one sentence why the command ends without its answer."""
    note(f"living-review: {message}")
    return status


def project_folder() -> Path:
    """The folder of the review, which holds what is built and published: the one the command is called in, unless that
    has no evidence and the generator stands in a repository with a review of its own."""
    return Path.cwd() if PACKAGED or Path("evidence").is_dir() else SHIPPED


def evidence_option(parser: argparse.ArgumentParser) -> None:
    """The option that names the evidence folder."""
    parser.add_argument("--evidence", type=Path, default=None, metavar="DIR", help="default: evidence/")


def evidence_folder(given: Path | None) -> Path:
    """The folder asked for, or the one of the project. Raises ``UsageError`` if it does not exist."""
    if given is None and Path("evidence").is_dir():
        return Path("evidence")
    given = given or project_folder() / "evidence"
    if not given.is_dir():
        raise UsageError(f"there is no folder {str(given)!r}")
    return given


def read_review(evidence: Path | None) -> Review | None:
    """The review, or None after every problem has been printed to standard error."""
    folder = evidence_folder(evidence)
    loaded = load(folder)
    for problem in loaded.problems:
        note(as_line(folder, problem))
    if loaded.review is None:
        note(verdict(len(loaded.problems), 0))
    return loaded.review


def verdict(errors: int, warnings: int) -> str:
    """What a check of the evidence comes to."""
    doubts = f"{warnings} warning{'' if warnings == 1 else 's'}"
    if errors:
        return f"{errors} problem{'' if errors == 1 else 's'} to mend, {doubts}; nothing was built"
    return f"the evidence is sound, {doubts}"


def known(what: str, wanted: str | None, existing: list[str]) -> None:
    """Raise ``UsageError`` for anything that does not exist, with what comes closest."""
    if wanted is None or wanted in existing:
        return
    close = difflib.get_close_matches(wanted, existing, n=3) or existing[:12]
    raise UsageError(f"there is no {what} {wanted!r}; there is {', '.join(close)}")
