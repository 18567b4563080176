"""What the axes that evidence models are laid out by are called, and their values."""

from __future__ import annotations

from generator.model.coverage import TECHNIQUE
from generator.model.review import Review

NOT_KNOWN = "Not known"
"""What stands for a value that the evidence does not give."""


def axis_title(review: Review, axis: str) -> str:
    """``Technique``, or the title of an aspect."""
    return TECHNIQUE.capitalize() if axis == TECHNIQUE else review.rules.aspect(axis).title


def value_title(review: Review, axis: str, value: str | None) -> str:
    """The title of a technique or of a term of a vocabulary; free text as it is."""
    if value is None:
        return NOT_KNOWN
    if axis == TECHNIQUE:
        return review.rules.technique(value).title
    term = review.rules.term(axis, value)
    return value if term is None else term.title


def axis_values(review: Review, axis: str) -> tuple[str, ...]:
    """All techniques, or all terms of an aspect's vocabulary; none for free text."""
    if axis == TECHNIQUE:
        return tuple(technique.id for technique in review.rules.techniques)
    vocabulary = review.rules.aspect(axis).vocabulary
    return () if vocabulary is None else tuple(term.id for term in review.rules.terms(vocabulary))
