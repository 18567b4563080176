"""From two states of the evidence to what the change between them does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.changes import compare
from generator.conversion import convert
from generator.model.change import CauseKind
from generator.model.evidence import EffectEvidence
from generator.model.impact import FirmnessChange, Impact, PieceChange
from generator.model.problem import Problem
from generator.model.review import Review
from generator.model.scenario import Robustness


def impact_of(before: Review, after: Review, before_name: str, after_name: str) -> Impact:
    """What the change from one state to the other does; how firm conclusions are is asked only if one changed."""
    comparison = compare(before, after, before_name, after_name)
    added = {edit.subject for edit in comparison.edits if edit.kind is CauseKind.ADDED}
    new = tuple(piece for piece in convert(after).pieces if piece.study in added) if added else ()
    firmness = tuple(_firmness(before, after)) if comparison.changed() else ()
    old, now = _doubts(before), _doubts(after)
    came = tuple(problem for key, problem in now.items() if key not in old)
    went = tuple(problem for key, problem in old.items() if key not in now)
    edited = {edit.subject for edit in comparison.edits if edit.kind is CauseKind.CORRECTED}
    corrected = tuple(_corrected(before, after, edited)) if edited else ()
    return Impact(before, after, comparison, new, firmness, came, went, corrected)


def _corrected(before: Review, after: Review, studies: set[str]) -> Iterator[PieceChange]:
    """The bodies of evidence of these studies that are others now, those that left at the end."""
    old, now = (_pieces(review, studies) for review in (before, after))
    for key in dict.fromkeys((*now, *old)):
        first, second = old.get(key), now.get(key)
        if _numbers(first) != _numbers(second):
            yield PieceChange(key[0].partition("/")[0], *key, first, second)


def _pieces(review: Review, studies: set[str]) -> dict[tuple[str, str], EffectEvidence]:
    return {(one.evidence_model, one.effect): one for one in convert(review).pieces if one.study in studies}


def _numbers(piece: EffectEvidence | None) -> tuple[object, ...]:
    if piece is None:
        return ()
    return piece.range, piece.belief_value, piece.improvement.mean if piece.improvement else None


def _doubts(review: Review) -> dict[tuple[object, ...], Problem]:
    """Warnings by what makes them the same, wherever their lines have moved to and whatever numbers they name now."""
    numbers = re.compile(r"[-0-9.,]+")
    return {
        (one.place.path, one.kind, one.field, one.about, numbers.sub("", one.expected)): one for one in review.warnings
    }


def _firmness(before: Review, after: Review) -> Iterator[FirmnessChange]:
    old, now = _verdicts(before), _verdicts(after)
    for claim, verdict in now.items():
        if claim in old and old[claim] is not verdict:
            yield FirmnessChange(*claim, old[claim], verdict)


def _verdicts(review: Review) -> dict[tuple[str, str], Robustness]:
    # NumPy and numba are imported only where something changed.
    from generator.sensitivity import run

    asked = run(review).syntheses
    return {(one.synthesis.id, verdict.effect): verdict.robustness for one in asked for verdict in one.verdicts}
