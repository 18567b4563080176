"""The derivation of one number as plain text, for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.synthesis import Rest, Synthesis
from generator.views.derivation import Step, whole_derivation

Without = Mapping[tuple[str, str, str], Rest]

_WIDTH = 96


def as_text(review: Review, piece: EffectEvidence, syntheses: Sequence[Synthesis], without: Without) -> str:
    """Where the number was written, every step to its belief value, and its influence on each synthesis."""
    study = review.study(piece.study)
    where = piece.record.where or review.evidence_model(piece.evidence_model).where or "not stated"
    head = [
        f"{piece.evidence_model}: {review.rules.effect(piece.effect).title}",
        f"{study.bibliography.title} ({study.bibliography.year})",
        f"evidence file: {piece.place}",
        f"place in the {'paper' if study.extraction.kind == 'paper' else 'summary'}: {where}",
    ]
    numbered = [
        _step(number, step) for number, step in enumerate(whole_derivation(review, piece, syntheses, without), start=1)
    ]
    return "\n".join([*head, *numbered])


def _step(number: int, step: Step) -> str:
    lines = [f"\n{number}. {step.title}", *_wrapped(step.explanation)]
    lines.extend(f"     {formula}" for formula in step.formulas)
    return "\n".join([*lines, f"   → {step.result}"])


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="   ", subsequent_indent="   ")
