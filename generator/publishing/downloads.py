"""The files a reader or a script can take away, with a dictionary of their columns."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.permanent import drawings
from generator.views import frames
from generator.views.aggregation_document import as_document
from generator.views.bibtex import studies_bib
from generator.views.citation import citation
from generator.views.citation import files as citation_files
from generator.views.explorer_document import as_document as as_explorer
from generator.views.glossary import as_document as as_glossary
from generator.views.json_ld import dataset
from generator.views.ro_crate import DESCRIPTOR, FOLDER, ro_crate
from generator.views.sensitivity_document import as_document as as_sensitivity

DATASET = "data/dataset.jsonld"


def downloads(content: Content) -> Iterator[tuple[str, str]]:
    """(path relative to the docs folder, text) of every download, and of what describes them as a whole.

    Only a released version has citations and an RO-Crate: no one could find a working state again.
    """
    review, history, address = content.review, content.history, content.home
    files = [*_data(content), *_citations(content)]
    yield from files
    described = [path for path, _ in files if not path.startswith("data/evidence/")]
    yield from drawings(content)
    yield DATASET, _json(dataset(review, history, address, described))
    if history.version:
        yield f"{FOLDER}{DESCRIPTOR}", _json(ro_crate(review, history, address, files))


def _citations(content: Content) -> Iterator[tuple[str, str]]:
    if cited := citation(content.review, content.history, content.home):
        for ending, _, text in citation_files(cited):
            yield f"data/cite.{ending}", text


def _data(content: Content) -> Iterator[tuple[str, str]]:
    review = content.review
    yield "data/aggregation.json", _json(as_document(review, content.syntheses))
    yield "data/evidence.csv", frames.to_csv(frames.evidence_frame(review, content.pieces))
    yield "data/measurements.csv", frames.to_csv(frames.measurements_frame(review))
    yield "data/conclusions.csv", frames.to_csv(frames.conclusions_frame(review, content.syntheses))
    yield "data/masses.csv", frames.to_csv(frames.masses_frame(content.syntheses))
    yield "data/conflicts.csv", frames.to_csv(frames.conflicts_frame(content.syntheses))
    yield "data/answers.csv", frames.to_csv(frames.answers_frame(review))
    yield "data/columns.json", _json(frames.columns_document(review))
    yield "data/explorer.json", _json(as_explorer(review, content.pieces, content.syntheses))
    yield "data/glossary.json", _json(as_glossary())
    yield "data/studies.bib", studies_bib(review)
    for synthesis, found in content.sensitivity.items():
        yield f"data/sensitivity-{synthesis}.json", _json(as_sensitivity(found))
    for source in review.files:
        yield f"data/evidence/{source.path}", source.text


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
