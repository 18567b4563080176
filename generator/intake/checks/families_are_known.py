"""Every effect belongs to a family, and every family has intensity bands."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft, unknown_key, unknown_text
from generator.intake.wording import quoted
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """The families of ``review/effects.yaml`` and of ``review/intensity_rules.yaml`` are the same."""
    families = draft.rules("effects").get("families")
    for _, effect in draft.rules("effects").get("effects").entries():
        yield from unknown_text(effect.get("family"), "family", families.keys)
    bands = draft.rules("intensity_rules").get("bands")
    for family, node in bands.entries():
        yield from unknown_key(family, node, "family", families.keys)
    for family, node in families.entries():
        if bands.keys and family not in bands.keys:
            found = f"no bands for {quoted(family)}"
            yield node.key_problem("family-without-bands", "bands in review/intensity_rules.yaml", "", found)
