"""The tables on the page of a claim."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.scale import LEVELS, IntensityRange
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views import addresses
from generator.views.rounding import (
    belief_text,
    belief_text_long,
    percent_text,
    points_text,
    probability_text,
    weight_text,
)
from generator.views.table import Cell, Column, Table

Without = Mapping[tuple[str, str, str], EffectSynthesis]

_EVIDENCE = (
    Column("Evidence model", "One configuration of one study"),
    Column(
        "Improvement", "Mean relative improvement against the study's own baseline; positive is better", numeric=True
    ),
    Column("n", "Paired observations behind the mean", numeric=True),
    Column("Range", "What the improvement means on the seven-level scale"),
    Column("Study belief", "How far the study is believed, from its type and the quality questionnaire", numeric=True),
    Column("Belief value", "What the spread of the observations leaves of the study belief", numeric=True),
    Column("Without it", "The conclusion if this evidence model is left out"),
)


def evidence_table(review: Review, synthesis: Synthesis, one: EffectSynthesis, without: Without) -> Table:
    """Every body of evidence in aggregation order, each row leading to its derivation."""
    rows = tuple(
        _evidence_row(piece, without.get((synthesis.id, one.effect, piece.evidence_model))) for piece in one.evidence
    )
    anchors = tuple(piece.evidence_model.replace("/", "-") for piece in one.evidence)
    title = review.rules.effect(one.effect).title
    return Table(
        f"{title}: the evidence in aggregation order. Each row leads to its derivation.", _EVIDENCE, rows, anchors
    )


def _evidence_row(piece: EffectEvidence, rest: EffectSynthesis | None) -> tuple[Cell, ...]:
    measured = piece.improvement
    return (
        Cell(piece.evidence_model, addresses.derivation(piece.evidence_model, piece.effect)),
        Cell("stated" if measured is None else percent_text(measured.mean)),
        Cell("–" if measured is None else f"{measured.count:,}"),
        Cell("", range=piece.range),
        Cell(belief_text(piece.study_belief.value)),
        Cell(f"{piece.belief_value:.3f}"),
        Cell("nothing left" if rest is None else _conclusion_text(rest)),
    )


def _conclusion_text(rest: EffectSynthesis) -> str:
    return "no range" if rest.range is None else f"{rest.range} {belief_text(rest.belief)}"


def measures_table(one: EffectSynthesis) -> Table:
    """The numbers of the conclusion, with what each means."""
    conflict = one.conflict
    rows = (
        ("Reported range", str(one.range or "none"), "Read off the combined masses by the reading policy"),
        ("Belief", belief_text_long(one.belief), "All mass on the range or on a part of it"),
        ("Plausibility", belief_text_long(one.plausibility), "All mass that does not contradict the range"),
        ("Ignorance", probability_text(one.ignorance), "Mass left on the whole scale"),
        ("Change of belief", points_text(one.delta_points), "Against the largest belief value that went in"),
        (
            "Conflict, last step",
            probability_text(conflict.last_step),
            "K of the last pairwise step; depends on the order",
        ),
        ("Conflict, total", probability_text(conflict.total), "Share of mass that met contradiction; free of order"),
        ("Weight of conflict", weight_text(conflict.weight), "−log10 of what met none; adds up over steps"),
    )
    cells = tuple((Cell(name), Cell(value), Cell(meaning)) for name, value, meaning in rows)
    return Table(
        "The conclusion in numbers", (Column("Measure"), Column("Value", numeric=True), Column("Meaning")), cells
    )


def levels_table(one: EffectSynthesis) -> Table:
    """Per level: the least and the most the evidence supports it, and its pignistic probability."""
    columns = (
        Column("Level"),
        Column("Belief", "Mass on this level alone", numeric=True),
        Column("Plausibility", "Mass that does not contradict this level", numeric=True),
        Column("Pignistic probability", "Every mass shared equally among its levels", numeric=True),
    )
    rows = tuple(
        (
            Cell(level.words, range=IntensityRange.of(level)),
            Cell(probability_text(one.level_beliefs[level])),
            Cell(probability_text(one.level_plausibilities[level])),
            Cell(probability_text(one.pignistic[level])),
        )
        for level in (LEVELS if one.pignistic else ())
    )
    return Table("Support for each level of the scale", columns, rows)
