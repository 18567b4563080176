"""A review has a study and a synthesis."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft
from generator.model.problem import Place, Problem


def check(draft: Draft) -> Iterator[Problem]:
    """At least one file in ``studies/`` and one in ``syntheses/``."""
    if not draft.seen:
        return
    for folder in ("studies", "syntheses"):
        if not any(path.startswith(f"{folder}/") for path in draft.seen):
            yield Problem(Place(folder, 1, 1), "nothing-to-combine", "(file)", "no file", "at least one .yaml file")
