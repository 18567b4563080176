"""What was corrected in a study: each body of evidence before and after, as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.evidence import EffectEvidence
from generator.model.impact import Impact, PieceChange
from generator.views import addresses, rounding
from generator.views.changes.naming import Naming
from generator.views.table import Cell, Column, Table

_COLUMNS = (
    Column("Evidence model"),
    Column("Effect"),
    Column("Improvement", "The mean relative improvement in percent; positive is better for the user", numeric=True),
    Column("Range"),
    Column("Belief value", "What the evidence commits to its range, 0 to 1, before it is combined", numeric=True),
)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A study whose evidence is another now, with every body of evidence that differs."""

    title: str
    table: Table


def corrected_studies(impact: Impact, naming: Naming) -> tuple[Corrected, ...]:
    """The corrected studies, in the order of their files."""
    studies = dict.fromkeys(one.study for one in impact.corrected)
    return tuple(_corrected(impact, study, naming) for study in studies)


def _corrected(impact: Impact, study: str, naming: Naming) -> Corrected:
    rows = tuple(_row(one, naming) for one in impact.corrected if one.study == study)
    table = Table("The evidence that is another now", _COLUMNS, rows)
    return Corrected(f"{naming.study(study).text} before and after", table)


def _row(one: PieceChange, naming: Naming) -> tuple[Cell, ...]:
    link = addresses.derivation(one.evidence_model, one.effect) if one.after else None
    return (
        Cell(one.evidence_model.partition("/")[2]),
        Cell(naming.effect(one.effect), link),
        Cell(_both(one, _improvement)),
        Cell(_both(one, lambda piece: piece.range.words)),
        Cell(_both(one, lambda piece: rounding.belief_text(piece.belief_value))),
    )


def _both(one: PieceChange, words: Callable[[EffectEvidence], str]) -> str:
    before, after = ("none" if piece is None else words(piece) for piece in (one.before, one.after))
    return after if before == after else f"{before} → {after}"


def _improvement(piece: EffectEvidence) -> str:
    return rounding.NO_VALUE if piece.improvement is None else rounding.percent_text(piece.improvement.mean)
