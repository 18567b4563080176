"""Rules of doubt speak of effects and aspects of the review."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft, unknown_text
from generator.intake.node import Node
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """``ratio_limits`` name a known effect and aspects whose terms carry the attribute."""
    effects = draft.rules("effects").get("effects").keys
    aspects = draft.rules("aspects")
    for limit in draft.rules("doubts").get("ratio_limits").items:
        yield from unknown_text(limit.get("effect"), "effect", effects)
        for role in ("new", "old"):
            yield from unknown_text(limit.get(role), "aspect", aspects.get("aspects").keys)
            yield from _without_attribute(aspects, limit.get(role), limit.get("attribute"))


def _without_attribute(aspects: Node, aspect: Node, attribute: Node) -> Iterator[Problem]:
    if not aspects.get("aspects", aspect.text or "").exists or attribute.text is None:
        return
    vocabulary = aspects.get("aspects", aspect.text or "", "vocabulary").text or ""
    terms = aspects.get("vocabularies", vocabulary).entries()
    if not any(term.get(attribute.text).exists for _, term in terms):
        yield aspect.problem("aspect-without-attribute", f"an aspect whose terms have {attribute.text}")
