"""The conclusions as a document, as rows and as text: what ``aggregate`` prints and the site offers for download.

Imports neither pandas nor altair, because the command must start fast.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.scale import IntensityRange
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views.rounding import belief_text, points_text, probability_text, weight_text
from generator.views.text_columns import aligned_lines, one_line

FORMAT = 1
"""Version of the document's shape; a change that breaks readers raises it."""

ROW_COLUMNS: tuple[str, ...] = (
    "synthesis",
    "reading",
    "discount",
    "effect",
    "family",
    "studies",
    "evidence_models",
    "range",
    "belief",
    "plausibility",
    "ignorance",
    "tied",
    "conflict_last_step",
    "conflict_total",
    "conflict_weight",
    "delta_points",
)

_HEADINGS = ("effect", "range", "belief", "plausibility", "conflict", "weight", "change", "studies", "models")
_LEFT = 2
"""The first two columns of the text table align left, the numbers right."""


def as_document(review: Review, syntheses: Iterable[Synthesis]) -> dict[str, Any]:
    """The document of ``aggregate --format json``: plain dicts and lists, unrounded numbers, fixed order of keys."""
    return {
        "format": FORMAT,
        "review": {"id": review.question.id, "title": review.question.title},
        "syntheses": [_synthesis(review, synthesis) for synthesis in syntheses],
    }


def as_rows(review: Review, syntheses: Iterable[Synthesis]) -> list[dict[str, Any]]:
    """One row per synthesis and effect, with the keys ``ROW_COLUMNS``; None where there is no value."""
    return [_row(review, synthesis, effect) for synthesis in syntheses for effect in synthesis.effects]


def as_table_text(review: Review, syntheses: Iterable[Synthesis]) -> str:
    """The conclusions in aligned columns for a terminal, rounded for display; ends with a newline."""
    return "\n".join(_block(review, synthesis) for synthesis in syntheses)


def level_names(found: IntensityRange | None) -> list[str] | None:
    """The levels of a range from negative to positive: ``["IF", "WP"]``."""
    return None if found is None else [level.name for level in found.levels]


def range_code(found: IntensityRange | None) -> str | None:
    """A range as evidence files write it, in ASCII: ``IF-WP``."""
    return None if found is None else str(found).replace("–", "-")


def _synthesis(review: Review, synthesis: Synthesis) -> dict[str, Any]:
    return {
        "id": synthesis.id,
        "title": synthesis.title,
        "reading": synthesis.reading,
        "discount": synthesis.discount,
        "evidence_models": list(synthesis.evidence_models),
        "effects": [_effect(review, effect) for effect in synthesis.effects],
    }


def _effect(review: Review, effect: EffectSynthesis) -> dict[str, Any]:
    return {
        "effect": effect.effect,
        "family": review.rules.effect(effect.effect).family,
        "studies": len(effect.studies),
        "evidence_models": len(effect.evidence),
        "range": level_names(effect.range),
        "belief": effect.belief,
        "plausibility": effect.plausibility,
        "ignorance": effect.ignorance,
        "tied": effect.tied,
        "conflict": {
            "last_step": effect.conflict.last_step,
            "total": effect.conflict.total,
            "weight": effect.conflict.weight,
        },
        "delta_points": effect.delta_points,
        "masses": [{"levels": level_names(mass.range), "mass": mass.mass} for mass in effect.masses],
        "evidence": [_piece(piece) for piece in effect.evidence],
    }


def _piece(piece: EffectEvidence) -> dict[str, Any]:
    return {
        "evidence_model": piece.evidence_model,
        "study": piece.study,
        "improvement_percent": None if piece.improvement is None else piece.improvement.mean,
        "range": level_names(piece.range),
        "study_belief": piece.study_belief.value,
        "belief_value": piece.belief_value,
    }


def _row(review: Review, synthesis: Synthesis, effect: EffectSynthesis) -> dict[str, Any]:
    values = (
        synthesis.id,
        synthesis.reading,
        synthesis.discount,
        effect.effect,
        review.rules.effect(effect.effect).family,
        len(effect.studies),
        len(effect.evidence),
        range_code(effect.range),
        effect.belief,
        effect.plausibility,
        effect.ignorance,
        effect.tied,
        effect.conflict.last_step,
        effect.conflict.total,
        effect.conflict.weight,
        effect.delta_points,
    )
    return dict(zip(ROW_COLUMNS, values, strict=True))


def _block(review: Review, synthesis: Synthesis) -> str:
    rows = [_cells(review, effect) for effect in synthesis.effects]
    policies = f"reading {synthesis.reading}, discount {synthesis.discount}"
    heading = f"{one_line(synthesis.title)} ({synthesis.id}; {policies})"
    return "\n".join((heading, "", *aligned_lines(_HEADINGS, rows, _LEFT))) + "\n"


def _cells(review: Review, effect: EffectSynthesis) -> tuple[str, ...]:
    found = "total conflict" if effect.is_total_conflict else str(effect.range or "no range")
    return (
        review.rules.effect(effect.effect).title,
        found + (" (tied)" if effect.tied else ""),
        belief_text(effect.belief),
        belief_text(effect.plausibility),
        probability_text(effect.conflict.total),
        weight_text(effect.conflict.weight),
        points_text(effect.delta_points),
        str(len(effect.studies)),
        str(len(effect.evidence)),
    )
