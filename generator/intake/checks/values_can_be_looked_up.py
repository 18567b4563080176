"""Every value can be found again in its source."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft, ModelEntry
from generator.intake.node import Node
from generator.model.problem import Problem
from generator.model.study import ExtractionKind

_WORDS = {
    ExtractionKind.PAPER.value: "the page, table or figure of the paper, as where",
    ExtractionKind.SUMMARY.value: "the row of the summary, as where",
}


def check(draft: Draft) -> Iterator[Problem]:
    """An effect has ``where``, or its evidence model has, or each of its pairs."""
    for model in draft.models:
        if model.node.get("where").exists:
            continue
        for _, effect in model.node.get("effects").entries():
            if not _has_where(effect):
                yield effect.key_problem("missing-place", _expected(model), found="no where")


def _has_where(effect: Node) -> bool:
    pairs = effect.get("pairs", "values").items
    return effect.get("where").exists or (bool(pairs) and all(pair.get("where").exists for pair in pairs))


def _expected(model: ModelEntry) -> str:
    return _WORDS.get(model.study.get("extraction", "kind").text or "", "where in the source it stands, as where")
