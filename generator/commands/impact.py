"""``impact``: what a change of the evidence does to the conclusions."""

from __future__ import annotations

import argparse
import json

from generator.command_line import BAD_EVIDENCE, DONE, answer, evidence_option
from generator.states import state

HELP = "what the evidence as it is now changes, compared with another state of it"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    names = "what to compare with: a folder, a git revision (main, HEAD~3) or a release (2.0)"
    parser.add_argument("--base", required=True, metavar="STATE", help=names)
    evidence_option(parser)
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown")


def run(given: argparse.Namespace) -> int:
    """Print the impact; one line if there is none."""
    after = state(None, given.evidence)
    before = state(given.base, given.evidence)
    if before is None or after is None:
        return BAD_EVIDENCE
    from generator.impact import impact_of
    from generator.views.impact import as_document, as_markdown

    found = impact_of(before.review, after.review, before.name, after.name)
    if given.format == "json":
        answer(json.dumps(as_document(found), ensure_ascii=False, indent=1, allow_nan=False))
    else:
        answer(as_markdown(found), end="")
    return DONE
