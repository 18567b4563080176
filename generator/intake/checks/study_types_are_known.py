"""A study's type is one the review has a band of belief for, and the bands end at 1."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft, unknown_text
from generator.model.problem import Problem

_TOLERANCE = 1e-9


def check(draft: Draft) -> Iterator[Problem]:
    """``design.type`` is in ``review/belief_rules.yaml``; no band reaches beyond 1."""
    rules = draft.rules("belief_rules")
    for _, study in draft.studies:
        yield from unknown_text(study.get("design", "type"), "study type", rules.get("study_types").keys)
    width = rules.get("band_width").number or 0
    for _, study_type in rules.get("study_types").entries():
        lower = study_type.get("lower")
        if lower.number is not None and lower.number + width > 1 + _TOLERANCE:
            yield lower.problem("band-beyond-one", f"at most {1 - width:g}, since the band is {width:g} wide")
