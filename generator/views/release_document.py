"""The record of a release: its frozen conclusions, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.model.release import evidence_digest
from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.views.aggregation_document import as_document

FORMAT = 1


def release_document(review: Review, syntheses: Iterable[Synthesis], version: str, released: date) -> dict[str, Any]:
    """What ``release.json`` holds: the document of ``aggregate --format json`` under the head of the release."""
    conclusions = as_document(review, syntheses)
    search = review.search.last_search
    for synthesis in conclusions["syntheses"]:
        for effect in synthesis["effects"]:
            effect["title"] = review.rules.effect(effect["effect"]).title
    return {
        "format": FORMAT,
        "version": version,
        "released": released.isoformat(),
        "digest": evidence_digest(review.files),
        "search_date": None if search is None else search.isoformat(),
        "review": conclusions["review"],
        "studies": [
            {"id": study.id, "label": study.label, "title": study.bibliography.title} for study in review.studies
        ],
        "syntheses": conclusions["syntheses"],
    }
