"""The trade-off of the home page is about effects of the review."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft, unknown_text
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """``trade_off`` names effects of ``review/effects.yaml``."""
    known = draft.rules("effects").get("effects").keys
    trade_off = draft.rules("question").get("trade_off")
    for node in (trade_off.get("against"), *trade_off.get("resources").texts()):
        yield from unknown_text(node, "effect", known)
