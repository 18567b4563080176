"""``from-issue``: begin the file of a study by an issue that was made with the form."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from generator.command_line import BAD_EVIDENCE, UsageError, evidence_folder, evidence_option
from generator.commands.new import begin_study, known_review, outside, read_text

HELP = "begin the file of a study by an issue made with the form"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="the body of the issue, or an event as JSON; - reads it"
    )
    parser.add_argument("--id", help="the name of the file without .yaml; default: author and year")
    evidence_option(parser)


def run(given: argparse.Namespace) -> int:
    """Write ``studies/ID.yaml`` with what the issue tells; nothing in it is ever run."""
    from generator.submission.issue_body import read_issue
    from generator.submission.record import SubmissionError

    folder = evidence_folder(given.evidence)
    review = known_review(folder)
    if review is None:
        return BAD_EVIDENCE
    try:
        text = read_text(given.file, "the body of an issue")
        told = outside(given.file, lambda: read_issue(text, review.rules))
        return begin_study(replace(told, id=given.id or ""), review, folder)
    except SubmissionError as error:
        raise UsageError(str(error)) from error
