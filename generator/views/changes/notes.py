"""Notes of releases: of the first, which has nothing before it, and of all of them in one file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.review import Review
from generator.views.markdown_text import escaped
from generator.views.rounding import count_text


@dataclass(frozen=True, slots=True)
class Note:
    """The short note of a release; ``summary`` is Markdown that ends with a newline."""

    version: str
    released: date
    summary: str


def notes_of_first(review: Review, version: str) -> str:
    """The notes of the first release."""
    return f"# Version {escaped(version)}\n\n{note_of_first(review)}"


def note_of_first(review: Review) -> str:
    """That a release is the first, and how much it holds."""
    studies = count_text(len(review.studies), "study", "studies")
    syntheses = count_text(len(review.plans), "synthesis", "syntheses")
    return f"The first version: {studies}, {syntheses}.\n"


def changelog(notes: Sequence[Note]) -> str:
    """All notes, given oldest first, newest at the top."""
    parts = [f"## {escaped(note.version)} ({note.released.isoformat()})\n\n{note.summary}" for note in reversed(notes)]
    return "\n".join(["# What changed from version to version\n", *parts])
