"""``aggregate``: the conclusions, without a site."""

from __future__ import annotations

import argparse
import json

from generator.command_line import BAD_EVIDENCE, DONE, answer, evidence_option, known, read_review

HELP = "the conclusions, without a site"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    evidence_option(parser)
    parser.add_argument("--synthesis", metavar="ID", help="only this synthesis")
    parser.add_argument("--reading", metavar="POLICY", help="read ranges by this policy instead of the synthesis' own")
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table")


def run(given: argparse.Namespace) -> int:
    """Print the conclusions of the syntheses asked for."""
    from generator.aggregation import aggregate_plan
    from generator.conversion import convert
    from generator.views import aggregation_document as document
    from generator.views.csv_text import rows_to_csv

    review = read_review(given.evidence)
    if review is None:
        return BAD_EVIDENCE
    known("synthesis", given.synthesis, [plan.id for plan in review.plans])
    known("reading policy", given.reading, [policy.id for policy in review.rules.reading_policies])
    evidence = convert(review)
    plans = [plan for plan in review.plans if given.synthesis in (None, plan.id)]
    found = tuple(aggregate_plan(review, plan, evidence.under(plan.discount), given.reading) for plan in plans)
    if given.format == "json":
        answer(json.dumps(document.as_document(review, found), ensure_ascii=False, indent=1, allow_nan=False))
    elif given.format == "csv":
        rows = document.as_rows(review, found)
        answer(rows_to_csv(list(rows[0]) if rows else [], rows), end="")
    else:
        answer(document.as_table_text(review, found))
    return DONE
