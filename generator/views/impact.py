"""What a change of the evidence does, as Markdown for people and as a document for machines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.evidence import EffectEvidence
from generator.model.impact import Impact, PieceChange
from generator.model.problem import Problem
from generator.views.aggregation_document import level_names
from generator.views.changes import document
from generator.views.changes.markdown import as_markdown as changes_markdown
from generator.views.changes.naming import state_words
from generator.views.changes.overview import NOTHING, claim_anchor
from generator.views.impact_view import ImpactView, NewStudy, claims, compared, impact_view
from generator.views.markdown_text import bullets, escaped, table
from generator.views.scale_text import before_and_after


def as_markdown(impact: Impact) -> str:
    """The report; one line if nothing changes. Ends with a newline."""
    view = impact_view(impact)
    if view.nothing:
        return f"{NOTHING}\n"
    drawn = {claim_anchor(one): before_and_after(one) for one in impact.comparison.changed()}
    return "\n".join([changes_markdown(view.changes, drawn=drawn), *_more(view)])


def _more(view: ImpactView) -> Iterator[str]:
    for study in view.new:
        yield from _new(study)
    for corrected in view.corrected:
        yield f"## {escaped(corrected.title)}\n\n{table(corrected.table)}"
    for firmness in view.firmness:
        yield f"## {firmness.title}\n\n{bullets(map(escaped, firmness.sentences))}"
    for group in view.warnings:
        yield f"## {group.title}\n\n{bullets(escaped(one.text) for one in group.warnings)}"


def _new(study: NewStudy) -> Iterator[str]:
    yield f"## {escaped(study.title)}\n"
    if study.table:
        yield table(study.table)
    if study.unused:
        named = ", ".join(map(escaped, study.unused))
        yield f"In no synthesis, so that nothing of it is combined: {named}. Add it to a file of syntheses/.\n"


def as_document(impact: Impact) -> dict[str, Any]:
    """Plain dicts and lists: the changes as ``living-review changes --format json`` has them, and what else matters."""
    return {
        **document.as_document(impact.comparison),
        "nothing": not (impact.comparison.edits or impact.doubts or impact.settled),
        "names": {"before": state_words(impact.comparison.before), "after": state_words(impact.comparison.after)},
        "new_evidence": [_piece(impact, piece) for piece in impact.new],
        "corrected_evidence": [_corrected(one) for one in impact.corrected],
        "robustness": [
            {"synthesis": one.synthesis, "effect": one.effect, "before": one.before.value, "after": one.after.value}
            for one in impact.firmness
        ],
        "new_warnings": [_warning(problem) for problem in impact.doubts],
        "settled_warnings": [_warning(problem) for problem in impact.settled],
    }


def _corrected(one: PieceChange) -> dict[str, Any]:
    states = (("before", one.before), ("after", one.after))
    sides = {name: None if piece is None else _numbers(piece) for name, piece in states}
    return {"evidence_model": one.evidence_model, "effect": one.effect, **sides}


def _numbers(piece: EffectEvidence) -> dict[str, Any]:
    return {
        "improvement_percent": None if piece.improvement is None else piece.improvement.mean,
        "range": level_names(piece.range),
        "belief_value": piece.belief_value,
    }


def _piece(impact: Impact, piece: EffectEvidence) -> dict[str, Any]:
    return {
        "evidence_model": piece.evidence_model,
        "effect": piece.effect,
        **_numbers(piece),
        "compared": {claim.synthesis: compared(piece, claim) for claim in claims(impact, piece)},
    }


def _warning(problem: Problem) -> dict[str, Any]:
    place = problem.place
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "kind": problem.kind,
        "field": problem.field,
        "found": problem.found,
        "expected": problem.expected,
        "hint": problem.hint,
    }
