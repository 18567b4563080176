"""The tables on the page of a finding."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.scale import LEVELS, IntensityRange
from generator.model.synthesis import EffectSynthesis, Rest, Synthesis
from generator.views import addresses
from generator.views.names import slug
from generator.views.robustness.about import named
from generator.views.rounding import (
    belief_text,
    belief_text_long,
    count_text,
    percent_text,
    points_text,
    probability_text,
    weight_text,
)
from generator.views.table import Cell, Column, Link, Table

Without = Mapping[tuple[str, str, str], Rest]

_MODEL = Column("Evidence model", "One configuration of one study", term="evidence-model")
_IMPROVEMENT = Column(
    "Improvement",
    "Mean relative improvement against the study's own baseline; positive is better",
    numeric=True,
    term="improvement",
)
_BELIEF_VALUE = Column(
    "Belief value", "What the spread of the observations leaves of the study belief", numeric=True, term="belief-value"
)
_OBSERVATIONS = Column("n", "Paired observations behind the mean", numeric=True, term="observations")
_CLUSTERS = Column("Clusters", "Independent groups of observations behind the mean", numeric=True, term="clusters")
_EVIDENCE = (
    _MODEL,
    _IMPROVEMENT,
    _OBSERVATIONS,
    Column("Range", "What the improvement means on the seven-level scale", term="range"),
    Column(
        "Study belief",
        "How far the study is believed, from its type and the quality questionnaire",
        numeric=True,
        term="study-belief",
    ),
    _BELIEF_VALUE,
    Column("Without it", "The range and belief of the conclusion if this is left out", term="leaving-out"),
)
_AGAINST = (_MODEL, Column("Range it supports", term="range"), _IMPROVEMENT, _BELIEF_VALUE)
_CHANGING = (
    Column("Left out", "The evidence model that is left out", term="leaving-out"),
    Column("Range without it", "The conclusion of the others", term="range"),
    Column("Belief in that range", "Belief after combining the others", numeric=True, term="belief"),
)


def evidence_table(review: Review, synthesis: Synthesis, one: EffectSynthesis, without: Without) -> Table:
    """Every body of evidence in aggregation order, each row leading to its derivation.

    Where nothing but the number of independent clusters is known, it stands in place of the observations.
    """
    measured = [piece.improvement for piece in one.evidence if piece.improvement]
    clustered = bool(measured) and all(each.count is None for each in measured)
    columns = tuple(_CLUSTERS if clustered and column is _OBSERVATIONS else column for column in _EVIDENCE)
    rows = tuple(
        _evidence_row(piece, without.get((synthesis.id, one.effect, piece.evidence_model)), clustered)
        for piece in one.evidence
    )
    anchors = tuple(piece.evidence_model.replace("/", "-") for piece in one.evidence)
    title = review.rules.effect(one.effect).title
    return Table(
        f"{title}: the evidence in aggregation order. Each row leads to its derivation.", columns, rows, anchors
    )


def _evidence_row(piece: EffectEvidence, rest: Rest | None, clustered: bool) -> tuple[Cell, ...]:
    measured = piece.improvement
    count = None if measured is None else measured.clusters if clustered else measured.count
    return (
        Cell(piece.evidence_model, addresses.derivation(piece.evidence_model, piece.effect)),
        Cell(_improvement_text(piece)),
        Cell("–" if count is None else f"{count:,}"),
        Cell("", range=piece.range),
        Cell(belief_text(piece.study_belief.value)),
        Cell(f"{piece.belief_value:.3f}"),
        Cell("nothing left" if rest is None else _conclusion_text(rest)),
    )


def _improvement_text(piece: EffectEvidence) -> str:
    return "stated" if piece.improvement is None else percent_text(piece.improvement.mean)


def _conclusion_text(rest: Rest) -> str:
    return "no range" if rest.range is None else f"{rest.range} {belief_text(rest.belief)}"


def against_table(one: EffectSynthesis) -> Table:
    """Evidence that shares no level with the reported range, the most believed first."""
    rows = tuple(
        (
            Cell(piece.evidence_model, addresses.derivation(piece.evidence_model, piece.effect)),
            Cell("", range=piece.range),
            Cell(_improvement_text(piece)),
            Cell(f"{piece.belief_value:.3f}"),
        )
        for piece in _apart(one)
    )
    return Table("No level in common with the reported range; the most believed first", _AGAINST, rows)


def against_sentence(review: Review, one: EffectSynthesis) -> str:
    """How many share no level with the reported range, and the most believed of them; empty if none."""
    apart = _apart(one)
    if not apart:
        return ""
    each = named([f"{_label(review, piece)} ({piece.range}, {piece.belief_value:.3f})" for piece in apart])
    models = count_text(len(one.evidence), "evidence model")
    share = "shares" if len(apart) == 1 else "share"
    return f"{len(apart)} of {models} {share} no level with the reported range; by belief value: {each}."


def _label(review: Review, piece: EffectEvidence) -> str:
    return f"{review.study(piece.study).label} {slug(piece.evidence_model)}"


def _apart(one: EffectSynthesis) -> list[EffectEvidence]:
    """Evidence that shares no level with the reported range, the most believed first."""
    if one.range is None:
        return []
    apart = (piece for piece in one.evidence if not piece.range.mask & one.range.mask)
    return sorted(apart, key=lambda piece: -piece.belief_value)


def changing_table(synthesis: Synthesis, one: EffectSynthesis, without: Without) -> Table:
    """Evidence models without any one of which another range would be reported."""
    rows = tuple(
        (
            Cell(piece.evidence_model, addresses.derivation(piece.evidence_model, piece.effect)),
            Cell("" if rest.range else "none", range=rest.range),
            Cell(belief_text(rest.belief)),
        )
        for piece in one.evidence
        if (rest := without.get((synthesis.id, one.effect, piece.evidence_model))) and rest.range != one.range
    )
    return Table("What would be reported instead, in aggregation order", _CHANGING, rows)


def measures_table(one: EffectSynthesis) -> Table:
    """The numbers of the conclusion, with what each means."""
    conflict = one.conflict
    rows = (
        ("Reported range", str(one.range or "none"), "Read off the combined masses by the reading policy", "range"),
        ("Belief", belief_text_long(one.belief), "All mass on the range or on a part of it", "belief"),
        ("Plausibility", belief_text_long(one.plausibility), "All mass that does not contradict it", "plausibility"),
        ("Ignorance", probability_text(one.ignorance, 4), "Mass left on the whole scale", "ignorance"),
        (
            "Change of belief",
            points_text(one.delta_points),
            "Against the largest belief value that went in",
            "change-of-belief",
        ),
        (
            "Conflict, last step",
            probability_text(conflict.last_step, 4),
            "K of the last pairwise step; depends on the order",
            "conflict",
        ),
        (
            "Conflict, all steps",
            probability_text(conflict.total, 4),
            "Share of mass that met contradiction; free of order",
            "conflict",
        ),
        (
            "Weight of conflict",
            weight_text(conflict.weight),
            "−log10 of what met none; adds up over steps",
            "weight-of-conflict",
        ),
    )
    cells = tuple(
        (Cell(name, Link("glossary", term)), Cell(value), Cell(meaning)) for name, value, meaning, term in rows
    )
    return Table(
        "The conclusion in numbers", (Column("Measure"), Column("Value", numeric=True), Column("Meaning")), cells
    )


def levels_table(one: EffectSynthesis) -> Table:
    """Per level: the least and the most the evidence supports it, and its pignistic probability."""
    columns = (
        Column("Level"),
        Column("Belief", "Mass on this level alone", numeric=True, term="belief"),
        Column("Plausibility", "Mass that does not contradict this level", numeric=True, term="plausibility"),
        Column(
            "Pignistic probability",
            "Every mass shared equally among its levels",
            numeric=True,
            term="pignistic-probability",
        ),
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
