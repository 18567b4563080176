"""What a change of the evidence does, as Markdown for people and as a document for machines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.change import ClaimChange
from generator.model.evidence import EffectEvidence
from generator.model.impact import FirmnessChange, Impact
from generator.model.problem import Problem
from generator.model.scenario import Robustness
from generator.views import rounding
from generator.views.aggregation_document import level_names
from generator.views.changes import document
from generator.views.changes.markdown import as_markdown as changes_markdown
from generator.views.changes.naming import Naming, state_words
from generator.views.changes.overview import NOTHING, changes_view
from generator.views.markdown_text import bullets, escaped, table
from generator.views.robustness.verdict import WORDS
from generator.views.table import Cell, Column, Table

_ORDER = (Robustness.NO_CONCLUSION, Robustness.FRAGILE, Robustness.DEPENDS, Robustness.ROBUST)
_COLUMNS = (
    Column("Synthesis"),
    Column("Effect"),
    Column("The study found"),
    Column("Known before"),
    Column("Compared"),
)


def as_markdown(impact: Impact) -> str:
    """The report; one line if nothing changes. Ends with a newline."""
    view = changes_view(impact.comparison, impact.before, impact.after)
    if view.nothing and not impact.doubts and not impact.settled:
        return f"{NOTHING}\n"
    naming = Naming(impact.before, impact.after)
    parts = [changes_markdown(view), *_new(impact, naming), *_firm(impact, naming), *_doubted(impact)]
    return "\n".join(parts)


def _new(impact: Impact, naming: Naming) -> Iterator[str]:
    for study in dict.fromkeys(piece.study for piece in impact.new):
        pieces = [piece for piece in impact.new if piece.study == study]
        rows = tuple(_row(impact, piece, claim, naming) for piece in pieces for claim in _claims(impact, piece))
        yield f"## {escaped(naming.study(study).text)} beside what was known\n"
        if rows:
            yield table(Table("What a new study found, beside what was known", _COLUMNS, rows))
        unused = dict.fromkeys(piece.evidence_model for piece in pieces if not _claims(impact, piece))
        if unused:
            named = ", ".join(map(escaped, unused))
            yield f"In no synthesis, so that nothing of it is combined: {named}. Add it to a file of syntheses/.\n"


def _claims(impact: Impact, piece: EffectEvidence) -> list[ClaimChange]:
    """The claims that a body of evidence is part of."""
    plans = [plan.id for plan in impact.after.plans if piece.evidence_model in plan.evidence_models]
    found = (impact.comparison.of(plan, piece.effect) for plan in plans)
    return [claim for claim in found if claim is not None]


def _row(impact: Impact, piece: EffectEvidence, claim: ClaimChange, naming: Naming) -> tuple[Cell, ...]:
    measured = piece.improvement
    number = "" if measured is None else f" ({rounding.percent_text(measured.mean)})"
    before = claim.before.range if claim.before else None
    return (
        Cell(naming.synthesis(claim.synthesis)),
        Cell(naming.effect(piece.effect)),
        Cell(f"{piece.evidence_model.partition('/')[2]}: {piece.range.words}{number}"),
        Cell("nothing" if before is None else before.words),
        Cell(_compared(piece, claim)),
    )


def _compared(piece: EffectEvidence, claim: ClaimChange) -> str:
    """How what a study found compares with the range reported without it."""
    before = claim.before.range if claim.before else None
    if before is None:
        return "new"
    if piece.range.mask & before.mask == piece.range.mask:
        return "agrees"
    if piece.range.mask & before.mask:
        return "agrees in part"
    return "worse than was known" if piece.range.high < before.low else "better than was known"


def _firm(impact: Impact, naming: Naming) -> Iterator[str]:
    for title, wanted in (("More robust", 1), ("More fragile", -1)):
        changed = [one for one in impact.firmness if _direction(one) == wanted]
        if changed:
            yield f"## {title}\n\n{bullets(_sentence(one, naming) for one in changed)}"


def _direction(one: FirmnessChange) -> int:
    return 1 if _ORDER.index(one.after) > _ORDER.index(one.before) else -1


def _sentence(one: FirmnessChange, naming: Naming) -> str:
    claim = f"{naming.effect(one.effect)} ({naming.synthesis(one.synthesis)})"
    return escaped(f"{claim}: {WORDS[one.before]} before, {WORDS[one.after]} now.")


def _doubted(impact: Impact) -> Iterator[str]:
    for title, problems in (("New warnings", impact.doubts), ("Warnings that went", impact.settled)):
        if problems:
            yield f"## {title}\n\n{bullets(escaped(str(problem)) for problem in problems)}"


def as_document(impact: Impact) -> dict[str, Any]:
    """Plain dicts and lists: the changes as ``living-review changes --format json`` has them, and what else matters."""
    return {
        **document.as_document(impact.comparison),
        "nothing": not (impact.comparison.edits or impact.doubts or impact.settled),
        "names": {"before": state_words(impact.comparison.before), "after": state_words(impact.comparison.after)},
        "new_evidence": [_piece(impact, piece) for piece in impact.new],
        "robustness": [
            {"synthesis": one.synthesis, "effect": one.effect, "before": one.before.value, "after": one.after.value}
            for one in impact.firmness
        ],
        "new_warnings": [_warning(problem) for problem in impact.doubts],
        "settled_warnings": [_warning(problem) for problem in impact.settled],
    }


def _piece(impact: Impact, piece: EffectEvidence) -> dict[str, Any]:
    return {
        "evidence_model": piece.evidence_model,
        "effect": piece.effect,
        "improvement_percent": None if piece.improvement is None else piece.improvement.mean,
        "range": level_names(piece.range),
        "belief_value": piece.belief_value,
        "compared": {claim.synthesis: _compared(piece, claim) for claim in _claims(impact, piece)},
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
