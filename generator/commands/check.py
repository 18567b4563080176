"""``check``: name every problem of the evidence."""

from __future__ import annotations

import argparse
import json
from os import environ
from pathlib import Path

from generator.command_line import BAD_EVIDENCE, DONE, answer, evidence_folder, note, verdict
from generator.intake import load
from generator.intake.releases import read_releases
from generator.model.problem import Severity
from generator.problem_summary import annotated, as_summary
from generator.problem_text import as_document, as_line

HELP = "name every problem of the evidence"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("evidence", nargs="?", type=Path, metavar="EVIDENCE_DIR", help="default: evidence/")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")


def run(given: argparse.Namespace) -> int:
    """Print every problem; 1 if there are errors."""
    folder = evidence_folder(given.evidence)
    loaded, released = load(folder), read_releases(folder)
    warnings = loaded.review.warnings if loaded.review else ()
    problems = (*loaded.problems, *released.problems, *warnings)
    if given.format == "json":
        answer(json.dumps([as_document(folder, problem) for problem in problems], ensure_ascii=False, indent=1))
    else:
        listed = annotated(folder, problems) if given.format == "github" else (as_line(folder, p) for p in problems)
        for line in listed:
            answer(line)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if given.format == "github" and environ.get("GITHUB_STEP_SUMMARY"):
        with Path(environ["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as summary:
            summary.write(as_summary(folder, problems, verdict(errors, len(problems) - errors)))
    note(verdict(errors, len(problems) - errors))
    return BAD_EVIDENCE if errors else DONE
