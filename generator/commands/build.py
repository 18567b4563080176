"""``build``: the website of the evidence as it is now."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.command_line import (
    BAD_EVIDENCE,
    DONE,
    UsageError,
    evidence_folder,
    evidence_option,
    note,
    project_folder,
    read_review,
)

HELP = "build the website"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    evidence_option(parser)
    parser.add_argument("--output", type=Path, default=None, metavar="DIR", help="default: site/")


def run(given: argparse.Namespace) -> int:
    """Build the site; whatever fails, the last good one stays."""
    review = read_review(given.evidence)
    if review is None:
        note("nothing was built; the last good site is as it was")
        return BAD_EVIDENCE
    from generator.build import build, history_of
    from generator.publishing.site import OutputRefused

    project = project_folder()
    output = given.output or project / "site"
    try:
        build(review, history_of(evidence_folder(given.evidence), review), output, project, note)
    except OutputRefused as refused:
        raise UsageError(str(refused)) from refused
    note(f"the site is at {output / 'index.html'}")
    return DONE
