"""A context names a technique, and aspects with values they may have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import TECHNIQUE, Draft, unknown_key, unknown_text
from generator.intake.node import Node, Sequence
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Keys are aspects of ``review/aspects.yaml`` or technique; values are terms where a vocabulary says so."""
    for _, study in draft.studies:
        yield from _context(draft, study.get("context"))
        for _, model in study.get("evidence_models").entries():
            yield from _context(draft, model.get("context"))


def _context(draft: Draft, context: Node) -> Iterator[Problem]:
    aspects = draft.rules("aspects").get("aspects")
    for name, node in context.entries():
        if name == TECHNIQUE:
            yield from _values(node, TECHNIQUE, False, draft.rules("techniques").get("techniques").keys)
        elif name in aspects.keys:
            rule = aspects.get(name)
            many = getattr(rule.get("many"), "value", False) is True
            yield from _values(node, "term", many, _terms(draft, rule))
        elif aspects.keys:
            yield from unknown_key(name, node, "aspect", (*aspects.keys, TECHNIQUE))


def _terms(draft: Draft, rule: Node) -> tuple[str, ...]:
    return draft.rules("aspects").get("vocabularies", rule.get("vocabulary").text or "").keys


def _values(node: Node, what: str, many: bool, known: tuple[str, ...]) -> Iterator[Problem]:
    if isinstance(node, Sequence) and not many:
        yield node.problem("several-values", "one value")
    seen: set[str] = set()
    for value in node.texts():
        yield from unknown_text(value, what, known)
        if value.text in seen:
            yield value.problem("repeated-value", "each value once")
        seen.add(value.text or "")
