"""Reads the releases of an evidence folder: the frozen conclusions, and the evidence behind them.

A release is a folder ``releases/<version>`` with ``release.json`` and a copy of the evidence of that day in
``evidence/``, both written by ``living-review release`` and never edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from generator.intake.load import Loaded, load
from generator.intake.schema.release import ConclusionRecord, ReleaseRecord, SynthesisRecord
from generator.intake.wording import harmless
from generator.model.problem import Place, Problem
from generator.model.release import (
    History,
    Release,
    ReleasedConclusion,
    ReleasedStudy,
    ReleasedSynthesis,
    evidence_digest,
    is_version,
    version_order,
)
from generator.model.review import Review
from generator.model.scale import Intensity, IntensityRange

FOLDER, RECORD, EVIDENCE = "releases", "release.json", "evidence"
LARGEST = 50_000_000
"""Bytes of a record; that of a review with a thousand studies has under a million."""


@dataclass(frozen=True, slots=True)
class Releases:
    """All releases, oldest first, or what is wrong with them."""

    releases: tuple[Release, ...]
    problems: tuple[Problem, ...]


def read_releases(folder: Path) -> Releases:
    """The releases under an evidence folder. What cannot be read is a problem, never an exception."""
    found: list[Release] = []
    problems: list[Problem] = []
    for version in _versions(folder):
        try:
            release = _release(folder / FOLDER / version / RECORD)
        except (OSError, ValueError, KeyError) as error:
            problems.append(_problem(version, "unreadable-release", _reason(error), "the record a release left"))
            continue
        found.append(release)
        problems.extend(_doubted(folder, version, release))
    return Releases(tuple(sorted(found, key=lambda each: version_order(each.version))), tuple(problems))


def released_evidence(folder: Path, version: str) -> Loaded:
    """The evidence of a release, read anew."""
    return load(folder / FOLDER / version / EVIDENCE)


def history(folder: Path, review: Review, releases: tuple[Release, ...]) -> History:
    """Where ``review`` stands among ``releases`` of the evidence folder.

    Raises ``ValueError`` if the evidence of the release before cannot be read any more.
    """
    digest = evidence_digest(review.files)
    own = next((each for each in reversed(releases) if each.digest == digest), None)
    known = releases if own is None else releases[: releases.index(own) + 1]
    version, released = (None, None) if own is None else (own.version, own.released)
    earlier = [each.version for each in known if each is not own]
    if not earlier:
        return History(digest, version, released, known)
    before = released_evidence(folder, earlier[-1])
    if before.review is None:
        raise ValueError(f"the evidence of release {earlier[-1]} cannot be read: {before.problems[0]}")
    return History(digest, version, released, known, before.review, earlier[-1])


def _versions(folder: Path) -> list[str]:
    try:
        entries = sorted((folder / FOLDER).iterdir())
    except OSError:
        return []
    return [entry.name for entry in entries if entry.is_dir() and not entry.name.startswith(".")]


def _release(path: Path) -> Release:
    record = ReleaseRecord.model_validate_json(_read(path))
    if record.version != path.parent.name or not is_version(record.version):
        raise ValueError(f"version {record.version!r} in a folder {path.parent.name!r}")
    return Release(
        record.version,
        record.released,
        record.digest,
        record.search_date,
        tuple(ReleasedStudy(each.id, each.label, each.title) for each in record.studies),
        tuple(_synthesis(each) for each in record.syntheses),
    )


def _read(path: Path) -> bytes:
    """The record as it is on disk. Raises ``OSError`` or ``ValueError``."""
    if any(place.is_symlink() for place in (path.parents[1], path.parent, path, path.parent / EVIDENCE)):
        raise ValueError("a link to another place")
    if path.stat().st_size > LARGEST:
        raise ValueError(f"more than {LARGEST:,} bytes")
    return path.read_bytes()


def _synthesis(one: SynthesisRecord) -> ReleasedSynthesis:
    conclusions = tuple(_conclusion(each) for each in one.effects)
    return ReleasedSynthesis(one.id, one.title, one.reading, one.discount, one.evidence_models, conclusions)


def _conclusion(one: ConclusionRecord) -> ReleasedConclusion:
    levels = one.range
    return ReleasedConclusion(
        one.effect,
        one.title,
        one.studies,
        one.evidence_models,
        None if levels is None else IntensityRange.of(*(Intensity[level] for level in levels)),
        one.belief,
        one.plausibility,
        one.ignorance,
        one.conflict.last_step,
        one.conflict.total,
        one.conflict.weight,
    )


def _doubted(folder: Path, version: str, release: Release) -> list[Problem]:
    """A release whose evidence is no longer what was released."""
    loaded = released_evidence(folder, version)
    if loaded.review is None:
        found, expected = f"evidence that cannot be read ({loaded.problems[0]})", "evidence that checks"
        return [_problem(version, "unreadable-release", found, expected)]
    if evidence_digest(loaded.review.files) == release.digest:
        return []
    found, expected = "evidence that was changed after the release", "the evidence as it was released"
    return [_problem(version, "changed-release", found, expected)]


def _problem(version: str, kind: str, found: str, expected: str) -> Problem:
    hint = "releases are never edited: restore the folder, for example with git"
    return Problem(Place(f"{FOLDER}/{version}/{RECORD}", 1, 1), kind, "(release)", found, expected, hint)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or "an error"
    if isinstance(error, ValidationError):
        first = error.errors(include_input=False)[0]
        return harmless(f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
    return harmless(str(error))
