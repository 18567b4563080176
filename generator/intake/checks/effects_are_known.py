"""Studies and syntheses speak of effects of the review only."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft, unknown_key
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Every effect of an evidence model, and of published results, is in ``review/effects.yaml``."""
    known = draft.rules("effects").get("effects").keys
    for entry in draft.effect_entries:
        yield from unknown_key(entry.effect, entry.node, "effect", known)
    for _, synthesis in draft.syntheses:
        for effect, node in synthesis.get("published", "results").entries():
            yield from unknown_key(effect, node, "effect", known)
