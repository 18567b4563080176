"""A synthesis combines evidence models that exist, each once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft
from generator.intake.node import Node
from generator.intake.schema.refusing import is_model_id
from generator.intake.wording import suggestion
from generator.model.problem import Problem

ALIKE = 0.8
"""Two studies of one year, and two evidence models of one study, have much of their names in common anyway."""


def check(draft: Draft) -> Iterator[Problem]:
    """Names in ``evidence_models`` are those of evidence models of studies; unreadable studies judge nothing.

    Nor do names that are no ids: those are reported where they are given.
    """
    known = {model.id for model in draft.models}
    reported = {name.lower() for name in known if not is_model_id(name)}
    for _, synthesis in draft.syntheses:
        seen: set[str] = set()
        for node in synthesis.get("evidence_models").texts():
            if (node.text or "").lower() not in reported:
                yield from _one(draft, node, node.text or "", known, seen)


def _one(draft: Draft, node: Node, name: str, known: set[str], seen: set[str]) -> Iterator[Problem]:
    if name in seen:
        yield node.problem("repeated-evidence-model", "each evidence model once")
    seen.add(name)
    study, _, slug = name.partition("/")
    path = f"studies/{study}.yaml"
    if not slug or name in known:
        return
    if path not in draft.seen:
        studies = {model.partition("/")[0] for model in known if is_model_id(model)}
        yield node.problem("unknown-study", "an evidence model of this review", suggestion(study, studies, ALIKE))
    elif draft.trees.get(path, node).get("evidence_models").keys:
        own = {model for model in known if model.startswith(f"{study}/") and is_model_id(model)}
        hint = suggestion(name, own, ALIKE)
        yield node.problem("unknown-evidence-model", "an evidence model of this review", hint)
