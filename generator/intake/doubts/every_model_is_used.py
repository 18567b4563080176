"""Evidence that no synthesis takes up."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.problem import Problem, Severity
from generator.model.review import Review


def check(review: Review) -> Iterator[Problem]:
    """An evidence model in no synthesis."""
    used = {model for plan in review.plans for model in plan.evidence_models}
    for study in review.studies:
        for model in study.evidence_models:
            if model.id not in used:
                yield Problem(
                    model.place,
                    "unused-evidence-model",
                    f"evidence_models.{model.slug}",
                    "an evidence model in no synthesis",
                    "every evidence model in at least one",
                    "add it to a file of syntheses/",
                    Severity.WARNING,
                    (study.id, model.id),
                )
