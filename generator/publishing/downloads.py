"""The files a reader or a script can take away, with a dictionary of their columns."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.pages.content import Content
from generator.views import frames
from generator.views.aggregation_document import as_document
from generator.views.bibtex import studies_bib
from generator.views.sensitivity_document import as_document as as_sensitivity


def downloads(content: Content) -> Iterator[tuple[str, str]]:
    """(path relative to the docs folder, text) of every download."""
    review = content.review
    yield "data/aggregation.json", _json(as_document(review, content.syntheses))
    yield "data/evidence.csv", frames.to_csv(frames.evidence_frame(review, content.pieces))
    yield "data/measurements.csv", frames.to_csv(frames.measurements_frame(review))
    yield "data/conclusions.csv", frames.to_csv(frames.conclusions_frame(review, content.syntheses))
    yield "data/masses.csv", frames.to_csv(frames.masses_frame(content.syntheses))
    yield "data/conflicts.csv", frames.to_csv(frames.conflicts_frame(content.syntheses))
    yield "data/answers.csv", frames.to_csv(frames.answers_frame(review))
    yield "data/columns.json", _json(frames.columns_document(review))
    yield "data/studies.bib", studies_bib(review)
    for synthesis, found in content.sensitivity.items():
        yield f"data/sensitivity-{synthesis}.json", _json(as_sensitivity(found))
    for source in review.files:
        yield f"data/evidence/{source.path}", source.text


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
