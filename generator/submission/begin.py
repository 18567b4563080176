"""Begins the file of a study: chooses what was not told, writes the skeleton, and never writes over anything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.intake.schema.refusing import is_id
from generator.intake.schema.values import ID_WORDS
from generator.submission.known import Known
from generator.submission.names import next_label, study_id
from generator.submission.record import Submission, SubmissionError
from generator.submission.skeleton import skeleton


@dataclass(frozen=True, slots=True)
class Begun:
    """Where the new file is, and the study file that seems to tell of the same publication, if there is one."""

    path: Path
    study: Submission
    same_as: str


def named(told: Submission, known: Known) -> Submission:
    """What was told, with an id and a label that nobody has yet where none was given."""
    study = told.id or study_id(told.authors, told.year, known.taken)
    return replace(told, id=study, label=told.label or next_label(known.labels))


def begin(told: Submission, known: Known, evidence: Path) -> Begun:
    """Write ``studies/<id>.yaml``. Raises ``SubmissionError`` for an id or label that cannot be, or is taken."""
    study = named(told, known)
    if not is_id(study.id):
        raise SubmissionError(f"{study.id[:80]!r} cannot be the id: it must be {ID_WORDS}")
    path = evidence / "studies" / f"{study.id}.yaml"
    if study.id.lower() in {name.lower() for name in known.taken}:
        raise SubmissionError(f"there is {path} already, and it was left as it is: choose another --id, or edit it")
    if study.label.strip().casefold() in {label.strip().casefold() for label in known.labels}:
        raise SubmissionError(
            f"another study has the label {study.label!r}: the next free one is {next_label(known.labels)}"
        )
    text = skeleton(study, known)
    same = known.same_publication(f"studies/{study.id}.yaml", text)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise SubmissionError(f"there is {path} already, and it was left as it is: choose another --id") from error
    return Begun(path, study, same)
