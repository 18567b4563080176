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
from generator.model.change import WORKING_STATE
from generator.model.impact import Impact
from generator.model.review import Review
from generator.publishing.builders import BUILDERS, BuilderMissing, builder
from generator.states import State, state

HELP = "build the website"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    evidence_option(parser)
    parser.add_argument("--output", type=Path, default=None, metavar="DIR", help="default: site/")
    usual = next(iter(BUILDERS))
    parser.add_argument("--builder", choices=BUILDERS, default=usual, help=f"the site builder; default: {usual}")
    names = "add a page of what the evidence changes, compared with a folder, a git revision or a release"
    parser.add_argument("--base", metavar="STATE", help=names)


def run(given: argparse.Namespace) -> int:
    """Build the site; whatever fails, the last good one stays."""
    try:
        chosen = builder(given.builder)
    except BuilderMissing as missing:
        raise UsageError(str(missing)) from missing
    review = read_review(given.evidence)
    before = state(given.base, given.evidence) if given.base and review else None
    if review is None or (given.base and before is None):
        note("nothing was built; the last good site is as it was")
        return BAD_EVIDENCE
    from generator.build import build, history_of
    from generator.publishing.site import OutputRefused

    project = project_folder()
    output = given.output or project / "site"
    try:
        past = history_of(evidence_folder(given.evidence), review)
        build(review, past, output, project, note, _impact(before, review), chosen)
    except OutputRefused as refused:
        raise UsageError(str(refused)) from refused
    note(f"the site is at {output / 'index.html'}")
    return DONE


def _impact(before: State | None, review: Review) -> Impact | None:
    """What the evidence changes, compared with the state asked for."""
    if before is None:
        return None
    from generator.impact import impact_of

    return impact_of(before.review, review, before.name, WORKING_STATE)
