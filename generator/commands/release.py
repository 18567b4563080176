"""``release``: freeze the conclusions as a version."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime
from os import environ
from pathlib import Path

from generator.command_line import (
    BAD_EVIDENCE,
    DONE,
    UsageError,
    evidence_folder,
    evidence_option,
    note,
    read_review,
)
from generator.intake.releases import FOLDER, RECORD, read_releases, released_evidence
from generator.model.release import VERSION_WORDS, Release, is_version, version_order
from generator.model.review import Review
from generator.problem_text import as_line

HELP = "freeze the conclusions of the evidence as a version"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("version", metavar="VERSION", nargs="?", help=f"{VERSION_WORDS}, higher than all before")
    parser.add_argument("--notes", action="store_true", help="only write the notes of all releases anew")
    evidence_option(parser)


def run(given: argparse.Namespace) -> int:
    """Write ``releases/VERSION``; nothing is written if the version or the evidence is refused."""
    folder = evidence_folder(given.evidence)
    if given.notes == (given.version is not None):
        raise UsageError("name a version to release, or give --notes without one")
    if given.version is not None and not is_version(given.version):
        raise UsageError(f"{given.version!r} is not {VERSION_WORDS}")
    released = read_releases(folder)
    for problem in released.problems:
        note(as_line(folder, problem))
    if released.problems:
        return BAD_EVIDENCE
    if given.notes:
        return _write_notes(folder, released.releases)
    _refuse_going_back(given.version, released.releases)
    return _freeze(folder, given.version, released.releases)


def _refuse_going_back(version: str, releases: tuple[Release, ...]) -> None:
    if not releases:
        return
    last = releases[-1].version
    if any(version_order(each.version) == version_order(version) for each in releases):
        raise UsageError(f"release {version} exists already; the last one is {last}")
    if version_order(version) < version_order(last):
        raise UsageError(f"{version} goes backwards: the last release is {last}")


def _freeze(folder: Path, version: str, releases: tuple[Release, ...]) -> int:
    review = read_review(folder)
    if review is None:
        note("nothing was released")
        return BAD_EVIDENCE
    from generator.publishing.freeze import ReleaseError, freeze, rewrite
    from generator.release import CHANGELOG, changelog_text, release_texts

    earlier = _reviews(folder, releases)
    before = (releases[-1].version, earlier[-1]) if releases else None
    texts = release_texts(review, version, today(), before)
    try:
        place = freeze(folder / FOLDER, version, texts)
        every = read_releases(folder).releases
        rewrite(folder / FOLDER / CHANGELOG, changelog_text(list(zip(every, _reviews(folder, every), strict=True))))
    except ReleaseError as error:
        raise UsageError(str(error)) from error
    if releases and f'"digest": "{releases[-1].digest}"' in texts[RECORD]:
        note(f"the evidence is the same as in {releases[-1].version}")
    note(f"release {version} is in {place}: commit it, then publish it with living-review publish")
    return DONE


def _write_notes(folder: Path, releases: tuple[Release, ...]) -> int:
    from generator.publishing.freeze import ReleaseError, rewrite
    from generator.release import CHANGELOG, NOTES, changelog_text, release_notes

    states = list(zip(releases, _reviews(folder, releases), strict=True))
    try:
        for place, (release, review) in enumerate(states):
            before = (states[place - 1][0].version, states[place - 1][1]) if place else None
            rewrite(folder / FOLDER / release.version / NOTES, release_notes(review, release.version, before))
        if states:
            rewrite(folder / FOLDER / CHANGELOG, changelog_text(states))
    except ReleaseError as error:
        raise UsageError(str(error)) from error
    note(f"the notes of {len(states)} release{'' if len(states) == 1 else 's'} are written")
    return DONE


def _reviews(folder: Path, releases: tuple[Release, ...]) -> list[Review]:
    """The evidence of each release, which ``read_releases`` has found sound."""
    loaded = [released_evidence(folder, release.version).review for release in releases]
    return [review for review in loaded if review is not None]


def today() -> date:
    """The date of a release: that of SOURCE_DATE_EPOCH if it is set, else today in UTC."""
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else datetime.now(UTC).date()
