"""A synthesis uses policies of the review, and decides about its aspects."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import TECHNIQUE, Draft, unknown_text
from generator.intake.node import Node
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Reading, discount and aspects are known; a joined aspect says into what, another does not."""
    rules, aspects = draft.rules("belief_rules"), draft.rules("aspects").get("aspects").keys
    for _, synthesis in draft.syntheses:
        for policy in ("reading", "discount"):
            known = rules.get(f"{policy}_policies").keys
            yield from unknown_text(synthesis.get(policy), f"{policy} policy", known)
        for concept in synthesis.get("concepts").items:
            yield from unknown_text(concept.get("aspect"), "aspect", aspects and (*aspects, TECHNIQUE))
            yield from _into(concept)


def _into(concept: Node) -> Iterator[Problem]:
    action, into = concept.get("action"), concept.get("into")
    if action.text == "joined" and not into.exists:
        yield action.problem("joined-into-nothing", "the more general concept, as into", found="joined without into")
    if action.text in ("removed", "kept") and into.exists:
        yield into.key_problem("into-without-joining", "into beside joined only", found="the key into")
