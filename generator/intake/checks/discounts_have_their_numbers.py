"""A discount policy finds the spread it is computed from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft, ModelEntry
from generator.intake.node import Node
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Reported statistics of several observations hold what the discount of their syntheses needs."""
    models = {model.id: model for model in draft.models}
    told: set[str] = set()
    for _, synthesis in draft.syntheses:
        policy = synthesis.get("discount").text or ""
        few = draft.rules("belief_rules").get("discount_policies", policy, "parameters", "few_clusters").number or 0
        for name in synthesis.get("evidence_models").names():
            if name in models and f"{policy} {name}" not in told:
                told.add(f"{policy} {name}")
                yield from _model(models[name], policy, few)


def _model(model: ModelEntry, policy: str, few: float) -> Iterator[Problem]:
    for _, effect in model.node.get("effects").entries():
        reported = effect.get("reported")
        missing = _missing(reported, policy, few)
        if missing and missing not in reported.keys:
            hint = f"a synthesis with this evidence model uses the discount {policy}"
            expected = f"{missing}, since there are several observations"
            yield reported.key_problem("missing-spread", expected, hint, f"no {missing}")


def _missing(reported: Node, policy: str, few: float) -> str:
    """The key that the policy needs, if any."""
    count = reported.get("n").number or reported.get("clusters").number or 0
    if policy == "iqr":
        return "iqr" if count > 1 else ""
    if policy == "sample-and-variation":
        clusters = reported.get("clusters").number or count
        return "std" if count > 1 and clusters > few else ""
    return ""
