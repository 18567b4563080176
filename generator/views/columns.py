"""What every column of every download means, in which unit: the dictionary that is published beside the data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.model.review import Review
from generator.views.aggregation_document import ROW_COLUMNS

_MEANINGS: dict[str, tuple[str, str, str]] = {
    "answer": ("Answer to the item: yes, no or n/a.", "", "text"),
    "baseline": ("Value without the technology.", "the column unit", "number"),
    "because": ("Why a qualitative study is read as this range.", "", "text"),
    "belief": ("Bel of the reported range, after combining; empty if there is none.", "0 to 1", "number"),
    "belief_value": ("Study belief after the discount, before combining: mass on the range.", "0 to 1", "number"),
    "clusters": ("Number of independent groups among the observations; empty if not stated.", "groups", "integer"),
    "conflict_last_step": ("K of the last pairwise step in aggregation order; depends on it.", "0 to 1", "number"),
    "conflict_total": ("1 − Π(1 − K) over all steps; does not depend on order.", "0 to 1", "number"),
    "conflict_weight": ("−log10 Π(1 − K); empty under total conflict.", "decimal digits", "number"),
    "delta_points": (
        "Belief less the largest belief value that went in, half away from zero.",
        "percentage points",
        "integer",
    ),
    "direction": ("Which way the metric improves: higher_is_better or lower_is_better.", "", "text"),
    "discount": ("Id of the discount policy.", "", "text"),
    "effect": ("Id of the effect.", "", "text"),
    "evidence_model": ("Id of the evidence model: study/configuration.", "", "text"),
    "evidence_models": ("How many evidence models report the effect in this synthesis.", "evidence models", "integer"),
    "family": ("Id of the family of effects, which share bounds of the ranges.", "", "text"),
    "file": ("Path of the evidence file, relative to the evidence folder.", "", "text"),
    "ignorance": ("Mass on the whole scale after combining; empty under total conflict.", "0 to 1", "number"),
    "improvement_percent": (
        "Relative improvement against the study's own baseline (mean, or of one pair); positive is better.",
        "percent of the baseline",
        "number",
    ),
    "iqr": (
        "Interquartile range of the improvement, quartiles by nearest rank; empty if unknown.",
        "percentage points",
        "number",
    ),
    "item": ("Id of the item of the quality questionnaire.", "", "text"),
    "line": ("Line of the evidence file, from 1.", "lines", "integer"),
    "mass": ("Mass on the range after combining; all masses of a conclusion sum to 1.", "0 to 1", "number"),
    "measured_as": ("Kind of input: pairs, reported statistics or a stated range.", "", "text"),
    "metric": ("Id of the metric that was measured for the effect.", "", "text"),
    "n": ("Number of paired observations.", "observations", "integer"),
    "note": ("Remark of the curators.", "", "text"),
    "plausibility": ("Pl of the reported range, after combining; empty if there is none.", "0 to 1", "number"),
    "quality": ("Mean score of the questions of the questionnaire; empty if not known.", "0 to 1", "number"),
    "question": ("Id of the question of the quality questionnaire.", "", "text"),
    "range": ("Levels on the seven-level scale from negative to positive, as in IF-WP.", "", "text"),
    "reading": ("Id of the policy by which the range is read off the masses.", "", "text"),
    "runs": ("How many runs each value of the pair averages; empty if not stated.", "runs", "integer"),
    "std": ("Standard deviation (n − 1) of the improvement; empty if unknown.", "percentage points", "number"),
    "studies": ("How many studies report the effect in this synthesis.", "studies", "integer"),
    "study": ("Id of the study.", "", "text"),
    "study_a": ("Id of one study.", "", "text"),
    "study_b": ("Id of the other study; the same for conflict within it.", "", "text"),
    "study_belief": ("B: lower end of the band of the study's type, plus its quality's part.", "0 to 1", "number"),
    "study_belief_lower": ("Lower end of the band of the study's type.", "0 to 1", "number"),
    "study_label": ("Short name of the study in the review.", "", "text"),
    "study_type": ("Id of the study's type.", "", "text"),
    "subject": ("What the pair was observed on.", "", "text"),
    "synthesis": ("Id of the synthesis.", "", "text"),
    "technique": ("Id of the technique.", "", "text"),
    "tied": ("Whether a tie between ranges was decided by rule.", "", "true or false"),
    "treated": ("Value with the technology.", "the column unit", "number"),
    "unanswered_questions": ("What became of questions answered only with n/a.", "", "text"),
    "unit": ("Id of the unit of baseline and treated.", "", "text"),
    "weight": ("Weight of the conflict that the two create; inf is total conflict.", "decimal digits", "number"),
    "where": ("Where the source says it: page, table or row.", "", "text"),
}
"""Column: meaning, unit, type. A name means the same in every file."""

_WHOSE = ("evidence_model", "study", "study_label", "technique", "effect", "family", "metric", "direction")
_WHERE = ("where", "note", "file", "line")
EVIDENCE_COLUMNS: tuple[str, ...] = (
    *_WHOSE, "measured_as", "improvement_percent", "std", "iqr", "n", "clusters", "range", "study_type",
    "study_belief_lower", "quality", "unanswered_questions", "study_belief", "discount", "belief_value", *_WHERE,
)  # fmt: skip
MEASUREMENT_COLUMNS: tuple[str, ...] = (
    *_WHOSE, "measured_as", "unit", "baseline", "treated", "improvement_percent", "std", "iqr", "n", "runs", "clusters",
    "subject", "range", "because", *_WHERE,
)  # fmt: skip
MASS_COLUMNS: tuple[str, ...] = ("synthesis", "effect", "range", "mass")
CONFLICT_COLUMNS: tuple[str, ...] = ("synthesis", "effect", "study_a", "study_b", "weight")
ANSWER_COLUMNS: tuple[str, ...] = ("study", "question", "item", "answer")

_FILES: dict[str, tuple[str, ...]] = {
    "conclusions.csv": ROW_COLUMNS,
    "evidence.csv": EVIDENCE_COLUMNS,
    "measurements.csv": MEASUREMENT_COLUMNS,
    "masses.csv": MASS_COLUMNS,
    "conflicts.csv": CONFLICT_COLUMNS,
    "answers.csv": ANSWER_COLUMNS,
}
_PATTERNS: dict[str, dict[str, str]] = {
    "discount.*": {"meaning": "Factor of that name in the discount policy.", "unit": "", "type": "number"},
    "context.*": {"meaning": "Aspect of that name; several values between semicolons.", "unit": "", "type": "text"},
}


def _described(columns: Iterable[str]) -> dict[str, dict[str, str]]:
    return {name: dict(zip(("meaning", "unit", "type"), _MEANINGS[name], strict=True)) for name in columns}


COLUMNS: dict[str, dict[str, dict[str, str]]] = {
    name: {**_described(columns), **(_PATTERNS if name == "evidence.csv" else {})} for name, columns in _FILES.items()
}
"""File: column: meaning, unit and type. Names that end in ``.*`` stand for the columns a review adds."""


def columns_document(review: Review) -> dict[str, Any]:
    """``columns.json``: the dictionary with a review's own aspects instead of the pattern for them."""
    aspects = {
        f"context.{aspect.id}": {"meaning": f"{aspect.title}: {aspect.meaning}", "unit": "", "type": "text"}
        for aspect in review.rules.aspects
    }
    evidence = {name: about for name, about in COLUMNS["evidence.csv"].items() if name != "context.*"}
    return {"format": 1, "files": {**COLUMNS, "evidence.csv": {**evidence, **aspects}}}
