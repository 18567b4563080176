"""States of the evidence as commands name them: a release, a folder or a git revision."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.command_line import UsageError, evidence_folder, note, verdict
from generator.intake import load
from generator.intake.load import Loaded
from generator.intake.releases import EVIDENCE, FOLDER
from generator.intake.revisions import RevisionError, write_revision
from generator.model.change import WORKING_STATE
from generator.model.release import is_version
from generator.model.review import Review
from generator.problem_text import as_line


@dataclass(frozen=True, slots=True)
class State:
    """A state of the evidence and what it is called."""

    name: str
    review: Review


def state(wanted: str | None, evidence: Path | None) -> State | None:
    """The state called ``wanted``: a release of the evidence folder, else a folder, else a git revision of it.

    None is the evidence folder as it is now. Gives None after every problem of the state has been printed to standard
    error; raises ``UsageError`` if there is nothing of that name.
    """
    folder = evidence_folder(evidence)
    if wanted is None:
        return _loaded(WORKING_STATE, folder, load(folder))
    if is_version(wanted) and (folder / FOLDER / wanted).is_dir():
        released = folder / FOLDER / wanted / EVIDENCE
        return _loaded(wanted, released, load(released))
    if _is_folder(wanted):
        return _loaded(f"the folder {wanted}", Path(wanted), load(Path(wanted)))
    with tempfile.TemporaryDirectory(prefix="living-review-") as fresh:
        try:
            write_revision(folder, wanted, Path(fresh))
        except RevisionError as error:
            raise UsageError(f"there is no release and no folder {wanted!r}; {error}") from error
        return _loaded(f"revision {wanted}", Path(f"{wanted}:{folder}"), load(Path(fresh)))


def _is_folder(wanted: str) -> bool:
    try:
        return bool(wanted) and Path(wanted).is_dir()
    except (OSError, ValueError):
        return False


def _loaded(name: str, shown: Path, loaded: Loaded) -> State | None:
    """The state, or its problems under the path that people know it by."""
    if loaded.review is not None:
        return State(name, loaded.review)
    for problem in loaded.problems:
        note(as_line(shown, problem))
    note(f"{name}: {verdict(len(loaded.problems), 0).partition(';')[0]}")
    return None
