"""One study that supplies much of a synthesis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model.problem import Problem, Severity
from generator.model.review import Review


def check(review: Review) -> Iterator[Problem]:
    """A share of a synthesis' evidence models above the review's bound. A synthesis of one study is meant so."""
    most = review.rules.doubts.study_share
    for plan in review.plans:
        models = Counter(model.partition("/")[0] for model in plan.evidence_models)
        total = len(plan.evidence_models)
        for study, count in models.items():
            if len(models) > 1 and count / total > most:
                yield Problem(
                    plan.place,
                    "dominating-study",
                    "evidence_models",
                    f"{count} of {total} evidence models from {study}",
                    f"at most {100 * most:.3g} % from one study",
                    "the sensitivity of the conclusions to this study is worth a look",
                    Severity.WARNING,
                    (study, plan.id),
                )
