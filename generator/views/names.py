"""What studies and evidence models are called on charts and in tables."""

from __future__ import annotations

from generator.model.study import Study


def study_name(study: Study) -> str:
    """A short name: ``S1 · Paul et al., 2022``."""
    authors = study.bibliography.authors
    surname = surname_of(authors[0]) if authors else study.id
    others = " et al." if len(authors) > 1 else ""
    return f"{study.label} · {surname}{others}, {study.bibliography.year}"


def surname_of(author: str) -> str:
    """``González Álvarez`` of ``A. González Álvarez`` and of ``González Álvarez, A.``; else the last word."""
    if "," in author:
        return author.partition(",")[0].strip()
    words = author.split()
    initials = next((at for at, word in enumerate(words) if not word.endswith(".")), 0)
    return " ".join(words[initials:] if initials else words[-1:])


def is_group(author: str) -> bool:
    """Whether an author is more likely a group than a person: the last word of a person's name has a capital."""
    words = author.split()
    return len(words) > 1 and "," not in author and words[-1][:1].islower()


def slug(evidence_model: str) -> str:
    """The part of an evidence model's id that tells it from the others of its study."""
    return evidence_model.partition("/")[2]
