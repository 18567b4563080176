"""What a release consists of: its record, a copy of the evidence, and notes of what changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from generator.changes import compare
from generator.conclude import conclude
from generator.intake.releases import EVIDENCE, RECORD
from generator.model.release import Release
from generator.model.review import Review
from generator.views.changes.markdown import as_markdown, as_summary
from generator.views.changes.notes import Note, changelog, note_of_first, notes_of_first
from generator.views.changes.overview import changes_view
from generator.views.release_document import release_document

NOTES, CHANGELOG = "CHANGES.md", "CHANGELOG.md"
"""The notes of a release in its folder, and the short form of all notes beside the folders."""

State = tuple[str, Review]
"""A version and its evidence."""


def release_texts(review: Review, version: str, released: date, before: State | None) -> dict[str, str]:
    """The files of release ``version`` of ``review``, by path within the folder of the release."""
    document = release_document(review, conclude(review).syntheses, version, released)
    record = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    evidence = {f"{EVIDENCE}/{file.path}": file.text for file in review.files}
    return {RECORD: f"{record}\n", NOTES: release_notes(review, version, before), **evidence}


def release_notes(review: Review, version: str, before: State | None) -> str:
    """What changed from the release before, or that there was none, as Markdown."""
    if before is None:
        return notes_of_first(review, version)
    comparison = compare(before[1], review, before[0], version)
    return as_markdown(changes_view(comparison, before[1], review))


def changelog_text(releases: Sequence[tuple[Release, Review]]) -> str:
    """The short form of the notes of all releases, given oldest first, newest at the top."""
    notes = []
    for place, (release, review) in enumerate(releases):
        if place == 0:
            summary = note_of_first(review)
        else:
            before, earlier = releases[place - 1]
            comparison = compare(earlier, review, before.version, release.version)
            summary = as_summary(changes_view(comparison, earlier, review))
        notes.append(Note(release.version, release.released, summary))
    return changelog(notes)
