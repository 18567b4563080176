"""A synthesis that mixes values of an aspect which should be the same throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model.problem import Problem, Severity
from generator.model.review import Review, SynthesisPlan


def check(review: Review) -> Iterator[Problem]:
    """For each uniform aspect: more than one value among the evidence models of a synthesis."""
    uniform = [aspect.id for aspect in review.rules.aspects if aspect.uniform]
    for plan in review.plans:
        for aspect in uniform:
            yield from _mixture(review, plan, aspect)


def _mixture(review: Review, plan: SynthesisPlan, aspect: str) -> Iterator[Problem]:
    values = Counter(" + ".join(review.evidence_model(model).aspect(aspect)) for model in plan.evidence_models)
    del values[""]
    if len(values) > 1:
        counts = ", ".join(f"{value} ({count})" for value, count in values.most_common())
        yield Problem(
            plan.place,
            "mixed-aspect",
            "evidence_models",
            f"several values of {aspect}: {counts}",
            f"the same {aspect} in all evidence models",
            "the improvements are not relative to the same thing",
            Severity.WARNING,
            (plan.id,),
        )
