"""Tidy tables of everything a reader may take away: one fact per column, numbers unrounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from generator.model.evidence import EffectEvidence
from generator.model.improvement import improvement_percent
from generator.model.review import Review
from generator.model.study import EffectRecord, EvidenceModel, Pair, Pairs, Reported, Stated, Study
from generator.model.synthesis import Synthesis
from generator.views.aggregation_document import ROW_COLUMNS, as_rows, range_code
from generator.views.columns import (
    ANSWER_COLUMNS,
    COLUMNS,
    CONFLICT_COLUMNS,
    EVIDENCE_COLUMNS,
    MASS_COLUMNS,
    MEASUREMENT_COLUMNS,
    columns_document,
)
from generator.views.csv_text import rows_to_csv

__all__ = [
    "COLUMNS",
    "answers_frame",
    "columns_document",
    "conclusions_frame",
    "conflicts_frame",
    "evidence_frame",
    "masses_frame",
    "measurements_frame",
    "to_csv",
]


def to_csv(frame: pd.DataFrame) -> str:
    """A frame as CSV: exact for programs, harmless in a spreadsheet (see ``csv_text``)."""
    columns = [str(name) for name in frame.columns]
    return rows_to_csv(columns, ({str(name): row[name] for name in frame.columns} for row in _records(frame)))


def evidence_frame(review: Review, pieces: Iterable[EffectEvidence]) -> pd.DataFrame:
    """One row per evidence model and effect, with the derivation of its belief value.

    Aspects of the context follow as ``context.<aspect>``, factors of the discount as ``discount.<factor>``.
    """
    rows = [_evidence(review, piece) for piece in pieces]
    factors = dict.fromkeys(key for row in rows for key in row if key.startswith("discount."))
    aspects = (f"context.{aspect.id}" for aspect in review.rules.aspects)
    return _frame(rows, (*EVIDENCE_COLUMNS, *factors, *aspects))


def measurements_frame(review: Review) -> pd.DataFrame:
    """One row per pair, set of reported statistics or stated range, in the order of the evidence files."""
    rows = (
        row
        for study in review.studies
        for model in study.evidence_models
        for record in model.effects
        for row in _measured(review, study, model, record)
    )
    return _frame(rows, MEASUREMENT_COLUMNS)


def conclusions_frame(review: Review, syntheses: Iterable[Synthesis]) -> pd.DataFrame:
    """One row per synthesis and effect."""
    return _frame(as_rows(review, syntheses), ROW_COLUMNS)


def masses_frame(syntheses: Iterable[Synthesis]) -> pd.DataFrame:
    """One row per synthesis, effect and range with mass; Θ is the range SN-SP."""
    rows = (
        {"synthesis": synthesis.id, "effect": effect.effect, "range": range_code(mass.range), "mass": mass.mass}
        for synthesis in syntheses
        for effect in synthesis.effects
        for mass in effect.masses
    )
    return _frame(rows, MASS_COLUMNS)


def conflicts_frame(syntheses: Iterable[Synthesis]) -> pd.DataFrame:
    """One row per synthesis, effect and pair of studies in conflict; a study beside itself is conflict within it."""
    rows = (
        dict(zip(CONFLICT_COLUMNS, (synthesis.id, effect.effect, *one.studies, one.weight), strict=True))
        for synthesis in syntheses
        for effect in synthesis.effects
        for one in effect.study_conflicts
    )
    return _frame(rows, CONFLICT_COLUMNS)


def answers_frame(review: Review) -> pd.DataFrame:
    """One row per study and item of the quality questionnaire."""
    question_of = {item.id: question.id for question in review.rules.checklist for item in question.items}
    rows = (
        dict(zip(ANSWER_COLUMNS, (study.id, question_of[item], item, answer.value), strict=True))
        for study in review.studies
        for item, answer in study.quality.answers
    )
    return _frame(rows, ANSWER_COLUMNS)


def _frame(rows: Iterable[dict[str, Any]], columns: Iterable[str]) -> pd.DataFrame:
    """Values stay as they are: pandas would turn whole numbers beside missing ones into doubles."""
    return pd.DataFrame(list(rows), columns=list(columns), dtype=object)


def _records(frame: pd.DataFrame) -> Iterator[dict[Any, Any]]:
    yield from frame.astype(object).to_dict("records")


def _evidence(review: Review, piece: EffectEvidence) -> dict[str, Any]:
    model, study = review.evidence_model(piece.evidence_model), review.study(piece.study)
    found, belief = piece.improvement, piece.study_belief
    return {
        **_whose(review, study, model, piece.record),
        "measured_as": _kind(piece.record),
        "improvement_percent": None if found is None else found.mean,
        "std": None if found is None else found.std,
        "iqr": None if found is None else found.iqr,
        "n": None if found is None else found.count,
        "clusters": None if found is None else found.clusters,
        "range": range_code(piece.range),
        "study_type": study.design.type,
        "study_belief_lower": belief.lower,
        "quality": belief.quality,
        "unanswered_questions": belief.unanswered.value,
        "study_belief": belief.value,
        "discount": piece.discount.policy,
        "belief_value": piece.belief_value,
        **_source(model, piece.record),
        **{f"discount.{name}": value for name, value in piece.discount.factors},
        **{f"context.{aspect}": "; ".join(values) for aspect, values in model.aspects},
    }


def _measured(review: Review, study: Study, model: EvidenceModel, record: EffectRecord) -> Iterator[dict[str, Any]]:
    whose = {**_whose(review, study, model, record), "measured_as": _kind(record), **_source(model, record)}
    measured = record.measurement
    if isinstance(measured, Pairs):
        for pair in measured.values:
            yield {**whose, **_pair(review, record, measured, pair)}
    elif isinstance(measured, Reported):
        statistics = {"improvement_percent": measured.mean, "std": measured.std, "iqr": measured.iqr}
        yield {**whose, **statistics, "n": measured.count, "clusters": measured.clusters}
    else:
        yield {**whose, "range": range_code(measured.range), "because": measured.because}


def _pair(review: Review, record: EffectRecord, pairs: Pairs, pair: Pair) -> dict[str, Any]:
    direction = review.rules.metric(record.metric).direction
    return {
        "unit": pairs.unit,
        "baseline": pair.baseline,
        "treated": pair.treated,
        "improvement_percent": improvement_percent(direction, pair.baseline, pair.treated),
        "runs": pair.runs,
        "clusters": pairs.clusters,
        "subject": pair.subject,
        "where": pair.where or record.where,
        "line": pair.place.line,
    }


def _kind(record: EffectRecord) -> str:
    kinds = {Pairs: "pairs", Reported: "reported", Stated: "stated"}
    return kinds[type(record.measurement)]


def _whose(review: Review, study: Study, model: EvidenceModel, record: EffectRecord) -> dict[str, Any]:
    return {
        "evidence_model": model.id,
        "study": study.id,
        "study_label": study.label,
        "technique": model.technique,
        "effect": record.effect,
        "family": review.rules.effect(record.effect).family,
        "metric": record.metric,
        "direction": review.rules.metric(record.metric).direction.value,
    }


def _source(model: EvidenceModel, record: EffectRecord) -> dict[str, Any]:
    return {
        "where": record.where or model.where,
        "note": record.note,
        "file": record.place.path,
        "line": record.place.line,
    }
