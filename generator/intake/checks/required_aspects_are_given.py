"""Every evidence model says what the review requires it to say."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import TECHNIQUE, Draft
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """The technique and the required aspects stand in the evidence model's context or in its study's."""
    aspects = draft.rules("aspects").get("aspects")
    required = [name for name, rule in aspects.entries() if getattr(rule.get("required"), "value", False) is True]
    for model in draft.models:
        for name in (TECHNIQUE, *required):
            if model.node.exists and not model.aspect(name).exists:
                hint = "say it in the context of the evidence model, or of the whole study"
                found = f"no {name}"
                yield model.node.key_problem("missing-aspect", f"{name} in the context", hint, found)
