"""A study answers every item of the questionnaire, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft
from generator.intake.node import Node
from generator.intake.wording import listing, quoted
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """The keys of ``quality.answers`` are the items of the checklist, each of which has its own number."""
    questions = draft.rules("belief_rules").get("checklist", "questions")
    items: dict[str, Node] = {}
    for _, question in questions.entries():
        for item, node in question.get("items").entries():
            if item in items:
                found = f"{item} in line {items[item].key_place.line} and again here"
                yield node.key_problem("repeated-item", "each number once", found=found)
            items[item] = node
    for _, study in draft.studies:
        yield from _answers(study.get("quality", "answers"), tuple(items))


def _answers(answers: Node, items: tuple[str, ...]) -> Iterator[Problem]:
    for item, node in answers.entries():
        if items and item not in items:
            yield _unknown(item, node, items)
    missing = [item for item in items if item not in answers.keys]
    if answers.keys and missing:
        found = f"no answer to {listing(missing)}"
        yield answers.key_problem("missing-answer", "yes, no or n/a for every item", found=found)


def _unknown(item: str, node: Node, items: tuple[str, ...]) -> Problem:
    """Numbers that look alike mean nothing to each other: the hint is what its own question asks."""
    question = item.partition(".")[0]
    own = [each for each in items if each.partition(".")[0] == question]
    kind, expected = "unknown-item-of-the-questionnaire", "an item of the questionnaire of this review"
    return node.key_problem(
        kind, expected, f"question {question} has {listing(own)}" if own else "", f"the key {quoted(item)}"
    )
