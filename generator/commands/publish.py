"""``publish``: build released versions and put them on the branch that a host serves."""

from __future__ import annotations

import argparse
import re
from os import environ

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
from generator.intake.releases import read_releases
from generator.model.release import VERSION_WORDS, Release, is_version
from generator.problem_text import as_line

HELP = "build released versions and put them on the branch that a host serves"

_SITE = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._~/-]*)?")


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument(
        "versions", nargs="*", metavar="VERSION", help="default: every release that is not on the branch yet"
    )
    target_options(parser)
    parser.add_argument(
        "--site-url",
        metavar="URL",
        default=environ.get("SITE_URL", ""),
        help="address on the web of the folder with all versions, such as https://host/path/ (default: $SITE_URL); "
        "without it all links are relative",
    )
    evidence_option(parser)


def target_options(parser: argparse.ArgumentParser) -> None:
    """The options that name a branch."""
    parser.add_argument(
        "--remote", metavar="WHERE", help="remote, address or folder of a repository; default: the project's own"
    )
    parser.add_argument("--branch", default="gh-pages", metavar="NAME", help="default: gh-pages")


def run(given: argparse.Namespace) -> int:
    """Publish; whatever fails, the branch is as it was."""
    for version in given.versions:
        if not is_version(version):
            raise UsageError(f"{version!r} is not {VERSION_WORDS}")
    site = _site(given.site_url)
    folder = evidence_folder(given.evidence)
    released = read_releases(folder)
    for problem in released.problems:
        note(as_line(folder, problem))
    if released.problems:
        note("nothing was published")
        return BAD_EVIDENCE
    _refuse_unreleased(given.versions, released.releases)
    from generator.intake.json_schema import schema_texts
    from generator.publish import Source, publish
    from generator.publishing.git import PublishError
    from generator.publishing.site import SiteError
    from generator.publishing.target import TargetRefused, refuse_checked_out, target_of

    project = project_folder()
    try:
        target = target_of(given.remote, given.branch, project)
        refuse_checked_out(target)
        done = publish(Source(folder, released.releases, schema_texts(), project, site), given.versions, target, note)
    except TargetRefused as refused:
        raise UsageError(str(refused)) from refused
    except (PublishError, SiteError) as error:
        return fail(f"{error}; nothing was published", FAILED)
    if not done.versions:
        answer(f"nothing new to publish: {target.words} is as it was")
        return DONE
    answer(f"published {' and '.join(done.versions)}: {target.words} is at {(done.commit or '')[:12]}")
    answer(f"the branch grew by {_size(done.packed)}; {_size(done.files)} of files in the folders of these versions")
    if given.remote is None:
        note(f"it is a branch of this repository: put it on its host with git push origin {given.branch}")
    return DONE


def _refuse_unreleased(versions: list[str], releases: tuple[Release, ...]) -> None:
    if not releases:
        raise UsageError("nothing was released yet: living-review release VERSION freezes the conclusions")
    for version in versions:
        known("release", version, [each.version for each in releases])


def _site(given: str) -> str:
    if given and not _SITE.fullmatch(given):
        raise UsageError(f"{given!r} is not an address such as https://host/path/")
    return given if not given or given.endswith("/") else f"{given}/"


def _size(count: int) -> str:
    """Bytes as people say them."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(count / 1e3, 0.1):.1f} kB"
