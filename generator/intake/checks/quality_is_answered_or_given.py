"""The quality of a study is either answered for or given."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft
from generator.intake.node import Node
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """``quality`` has exactly one of answers and given, and because where, and only where, something is to explain."""
    for _, study in draft.studies:
        quality = study.get("quality")
        if quality.keys:
            yield from _one_of_two(quality)
            yield from _because(quality)


def _one_of_two(quality: Node) -> Iterator[Problem]:
    found = [key for key in ("answers", "given") if key in quality.keys]
    if len(found) != 1:
        words = " and ".join(found) or "neither"
        yield quality.key_problem("answers-or-given", "exactly one of answers and given", found=words)
    if "given" in found and "unanswered_questions" in quality.keys:
        node = quality.get("unanswered_questions")
        yield node.key_problem("nothing-unanswered", "no such rule beside given", found="the key unanswered_questions")


def _because(quality: Node) -> Iterator[Problem]:
    reasons = [key for key in ("given", "unanswered_questions") if key in quality.keys]
    if reasons and "because" not in quality.keys:
        found = "no because"
        yield quality.get(reasons[0]).key_problem("missing-reason", f"because, beside {reasons[0]}", found=found)
    if not reasons and "because" in quality.keys:
        hint = "move the text to notes"
        yield quality.get("because").key_problem("idle-reason", "no because beside answers alone", hint)
