"""``issue-form``: the form by which a study is submitted as an issue."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.command_line import BAD_EVIDENCE, DONE, UsageError, evidence_folder, evidence_option, note
from generator.commands.new import known_review

HELP = "write the form by which people submit a study as an issue"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    evidence_option(parser)
    parser.add_argument("--output", type=Path, metavar="FILE", help="default: .github/ISSUE_TEMPLATE beside evidence/")


def run(given: argparse.Namespace) -> int:
    """Write the form, with the techniques, effects and other words of the review as choices."""
    from generator.submission.issue_form import NAME, form_text

    folder = evidence_folder(given.evidence)
    review = known_review(folder)
    if review is None:
        return BAD_EVIDENCE
    path = given.output or folder.resolve().parent / ".github/ISSUE_TEMPLATE" / NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(form_text(review.title, review.rules), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}): name another file with --output") from error
    note(f"the form is {path}")
    return DONE
