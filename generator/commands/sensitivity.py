"""``sensitivity``: how far conclusions depend on choices."""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager

from generator.command_line import BAD_EVIDENCE, DONE, answer, evidence_option, known, note, read_review

HELP = "how far the conclusions of one synthesis depend on choices"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    evidence_option(parser)
    parser.add_argument("--synthesis", metavar="ID", help="this synthesis; default: the first of the review")
    parser.add_argument(
        "--question",
        action="append",
        metavar="ID",
        help="only this question, with every single result; may be repeated (verdicts need all that count)",
    )
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--workers", type=_count, metavar="N", help="threads; default: as many as suit the machine")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="compute on this Dask cluster, such as tcp://host:8786")


def run(given: argparse.Namespace) -> int:
    """Print what the questions asked for found."""
    from generator.model.scenario import Question
    from generator.progress import ProgressBar
    from generator.sensitivity import run as question_conclusions
    from generator.views import sensitivity_document as document

    review = read_review(given.evidence)
    if review is None:
        return BAD_EVIDENCE
    known("synthesis", given.synthesis, [plan.id for plan in review.plans])
    for question in given.question or ():
        known("question", question, [one.value for one in Question])
    chosen = given.synthesis or review.plans[0].id
    if given.synthesis is None and len(review.plans) > 1:
        note(f"of {len(review.plans)} syntheses, this is {chosen}; --synthesis names another")
    asked = map(Question, given.question) if given.question else None
    bar = ProgressBar(sys.stderr, "questioning the conclusions")
    with _executor(given.scheduler, given.workers) as executor:
        try:
            found = question_conclusions(review, executor, asked, synthesis=chosen, progress=bar).of(chosen)
        finally:
            bar.clear()
    if given.format == "json":
        answer(json.dumps(document.as_document(found), ensure_ascii=False, indent=1, allow_nan=False))
    else:
        answer(document.as_text(review, found, tables=bool(given.question)), end="")
    return DONE


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number of at least 1 is needed, not {text!r}")
    return int(text)


def _executor(scheduler: str | None, workers: int | None) -> AbstractContextManager[Executor]:
    if scheduler is not None:
        from generator.cluster import cluster

        return cluster(scheduler)
    return ThreadPoolExecutor(workers)
