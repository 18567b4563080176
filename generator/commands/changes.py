"""``changes``: what differs between two states of the evidence, and why."""

from __future__ import annotations

import argparse
import json

from generator.command_line import BAD_EVIDENCE, DONE, answer, evidence_option
from generator.states import state

HELP = "what changed between two states of the evidence, and why"
_NAMES = "a release (2.0), a folder, or a git revision (main, HEAD~3)"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("before", metavar="BEFORE", help=_NAMES)
    parser.add_argument("after", metavar="AFTER", nargs="?", help=f"{_NAMES}; default: the evidence as it is now")
    evidence_option(parser)
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown")


def run(given: argparse.Namespace) -> int:
    """Print what changed."""
    before, after = state(given.before, given.evidence), state(given.after, given.evidence)
    if before is None or after is None:
        return BAD_EVIDENCE
    from generator.changes import compare
    from generator.views.changes.document import as_document
    from generator.views.changes.markdown import as_markdown
    from generator.views.changes.overview import changes_view

    comparison = compare(before.review, after.review, before.name, after.name)
    if given.format == "json":
        answer(json.dumps(as_document(comparison), ensure_ascii=False, indent=1, allow_nan=False))
    else:
        answer(as_markdown(changes_view(comparison, before.review, after.review)), end="")
    return DONE
