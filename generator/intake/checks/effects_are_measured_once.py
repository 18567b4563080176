"""An effect has exactly one kind of measurement."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft
from generator.model.problem import Problem

KINDS = ("pairs", "reported", "stated")


def check(draft: Draft) -> Iterator[Problem]:
    """Exactly one of pairs, reported and stated. What has no keys is reported as a wrong value."""
    for entry in draft.effect_entries:
        found = [kind for kind in KINDS if kind in entry.node.keys]
        if entry.node.keys and len(found) != 1:
            words = " and ".join(found) or "none of them"
            yield entry.node.key_problem("one-measurement", "exactly one of pairs, reported and stated", found=words)
