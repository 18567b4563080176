"""``explain``: the whole derivation of one number."""

from __future__ import annotations

import argparse

from generator.command_line import BAD_EVIDENCE, DONE, answer, evidence_option, known, read_review

HELP = "the whole derivation of one number"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("number", metavar="STUDY/MODEL/EFFECT")
    evidence_option(parser)


def run(given: argparse.Namespace) -> int:
    """Print the derivation of the number asked for."""
    from generator.conclude import conclude
    from generator.views.explanation import as_text

    review = read_review(given.evidence)
    if review is None:
        return BAD_EVIDENCE
    content = conclude(review)
    numbers = {f"{piece.evidence_model}/{piece.effect}": piece for piece in content.pieces}
    known("number", given.number, list(numbers))
    answer(as_text(content.review, numbers[given.number], content.syntheses, content.without))
    return DONE
