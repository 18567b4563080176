"""The warning about an effect of an evidence model."""

from __future__ import annotations

from generator.model.problem import Problem, Severity
from generator.model.study import EffectRecord, EvidenceModel


def warning(kind: str, model: EvidenceModel, record: EffectRecord, found: str, expected: str, hint: str) -> Problem:
    """A warning placed at the effect, about its study, evidence model and effect."""
    field = f"evidence_models.{model.slug}.effects.{record.effect}"
    about = (model.study, model.id, record.effect)
    return Problem(record.place, kind, field, found, expected, hint, Severity.WARNING, about)
