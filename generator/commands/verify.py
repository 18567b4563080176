"""``verify``: whether a published version is what its evidence gives."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.command_line import (
    BAD_EVIDENCE,
    DONE,
    FAILED,
    UsageError,
    answer,
    evidence_folder,
    evidence_option,
    fail,
    known,
    note,
    project_folder,
)
from generator.commands.publish import target_options
from generator.intake.releases import FOLDER, RECORD, read_releases, released_evidence
from generator.problem_text import as_line

if TYPE_CHECKING:
    from generator.publish import Verified

HELP = "build a released version again and compare it with the published one"

_SHOWN = 10
"""How many differing files are named."""


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("version", metavar="VERSION", help="a release")
    target_options(parser)
    evidence_option(parser)


def run(given: argparse.Namespace) -> int:
    """Compare; nothing is written but to the standard output. Status 1 if anything differs."""
    folder = evidence_folder(given.evidence)
    released = read_releases(folder)
    for problem in released.problems:
        note(as_line(folder, problem))
    if released.problems:
        return BAD_EVIDENCE
    if not released.releases:
        raise UsageError("nothing was released yet: living-review release VERSION freezes the conclusions")
    known("release", given.version, [each.version for each in released.releases])
    release = next(each for each in released.releases if each.version == given.version)
    answer(f"evidence: its digest is that of release {release.version}, {release.digest}")
    from generator.intake.json_schema import schema_texts
    from generator.publish import Source, verify
    from generator.publishing.git import PublishError
    from generator.publishing.site import SiteError
    from generator.publishing.target import TargetRefused, target_of
    from generator.release import release_texts

    review = released_evidence(folder, release.version).review
    assert review is not None
    frozen = (folder / FOLDER / release.version / RECORD).read_text(encoding="utf-8")
    same = release_texts(review, release.version, release.released, None)[RECORD] == frozen
    answer(
        f"conclusions: {'computed anew, they are' if same else 'computed anew, they are NOT'} those that were released"
    )
    try:
        target = target_of(given.remote, given.branch, project_folder())
        source = Source(folder, released.releases, schema_texts(), project_folder(), "")
        found = verify(source, release.version, target, note)
    except TargetRefused as refused:
        raise UsageError(str(refused)) from refused
    except (PublishError, SiteError) as error:
        return fail(str(error), FAILED)
    if found is None:
        answer(f"site: version {release.version} is not on {target.words}, so there is nothing to compare with")
    else:
        for line in _site(found):
            answer(line)
    whole = found is None or not (found.published.differing(found.standing) or found.published.differing(found.rebuilt))
    return DONE if same and whole else BAD_EVIDENCE


def _site(found: Verified) -> Iterator[str]:
    """What the manifests say, in sentences."""
    published = found.published
    count = len(published.files)
    yield from _files("published", published.differing(found.standing), count, "as its manifest says")
    yield from _files("built again", published.differing(found.rebuilt), count, "the same, byte for byte")
    if published.generator != found.rebuilt.generator:
        yield "generator: not the one it was published with"
    for name in sorted({*published.tools, *found.rebuilt.tools}):
        then, now = (each.tools.get(name, "none") for each in (published, found.rebuilt))
        if then != now:
            yield f"{name}: {then} then, {now} now"


def _files(what: str, differing: tuple[str, ...], count: int, words: str) -> Iterator[str]:
    if not differing:
        yield f"{what}: all {count} files are {words}"
        return
    yield f"{what}: {len(differing)} of {count} files are NOT {words}"
    for path in differing[:_SHOWN]:
        yield f"  {path!a}"
    if len(differing) > _SHOWN:
        yield f"  and {len(differing) - _SHOWN} more"
