"""What changed as a document, for machines."""

from __future__ import annotations

from typing import Any

from generator.model.change import Cause, ClaimChange, Comparison, Edit, Outcome
from generator.views.aggregation_document import level_names

FORMAT = 1
"""Version of the document's shape; a change that breaks readers raises it."""


def as_document(comparison: Comparison) -> dict[str, Any]:
    """Plain dicts and lists, unrounded numbers, fixed order of keys; all claims, changed or not."""
    return {
        "format": FORMAT,
        "before": comparison.before,
        "after": comparison.after,
        "edits": [{**_edit(edit), "idle": edit in comparison.idle} for edit in comparison.edits],
        "claims": [_claim(change) for change in comparison.claims],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {"kind": edit.kind.value, "subject": edit.subject, "synthesis": edit.synthesis}


def _claim(change: ClaimChange) -> dict[str, Any]:
    return {
        "synthesis": change.synthesis,
        "effect": change.effect,
        "kind": change.kind.value,
        "before": _outcome(change.before),
        "after": _outcome(change.after),
        "measured": level_names(change.measured),
        "belief_before": change.belief_before,
        "belief_after": change.belief_after,
        "exact": change.exact,
        "orders": change.orders,
        "causes": [_cause(cause) for cause in change.causes],
    }


def _cause(cause: Cause) -> dict[str, Any]:
    return {**_edit(cause.edit), "share": cause.share, "without": _outcome(cause.without)}


def _outcome(outcome: Outcome | None) -> dict[str, Any] | None:
    if outcome is None:
        return None
    conflict = outcome.conflict
    return {
        "studies": outcome.studies,
        "evidence_models": outcome.reports,
        "range": level_names(outcome.range),
        "belief": outcome.belief,
        "conflict": {"last_step": conflict.last_step, "total": conflict.total, "weight": conflict.weight},
    }
