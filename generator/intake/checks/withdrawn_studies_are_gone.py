"""A study that was withdrawn is not among the studies."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """No id of ``withdrawn`` is the name of a file of ``studies/``, readable or not, and each stands there once."""
    listed: set[str] = set()
    for entry in draft.rules("search").get("withdrawn").items:
        study = entry.get("study")
        if study.text is None:
            continue
        path = f"studies/{study.text}.yaml"
        if path in draft.seen:
            yield study.problem("withdrawn-study-is-here", "a study that the review no longer holds", f"delete {path}")
        if study.text in listed:
            yield study.problem("repeated-withdrawal", "each withdrawn study once")
        listed.add(study.text)
