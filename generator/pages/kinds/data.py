"""Downloads, with a dictionary of their columns."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.page import Page
from generator.views.addresses import source_page
from generator.views.columns import columns_document
from generator.views.table import Cell, Column, Table

_FILES = (
    ("data/aggregation.json", "Every conclusion with its masses, conflict and evidence, unrounded."),
    ("data/conclusions.csv", "One row per conclusion."),
    ("data/evidence.csv", "One row per evidence model and effect, with its derivation."),
    ("data/measurements.csv", "One row per pair, reported statistic or stated range, as the evidence files have them."),
    ("data/studies.bib", "The primary studies as BibTeX."),
    ("data/masses.csv", "One row per conclusion and range: the mass left on it."),
    ("data/conflicts.csv", "One row per conclusion and pair of studies that disagree."),
    ("data/answers.csv", "One row per study and item of the quality questionnaire."),
    ("data/explorer.json", "Everything that the page “What if?” computes from."),
    ("data/glossary.json", "The terms of the glossary with their meanings."),
    ("data/columns.json", "The dictionary below, for machines."),
    ("data/dataset.jsonld", "The review as a Dataset of schema.org."),
    ("data/pages.json", "The addresses of all pages."),
)


def pages(content: Content) -> Iterator[Page]:
    """One page that lists every file and explains every column."""
    yield Page(
        path="data",
        kind="data",
        title="Data",
        description="Conclusions, evidence and measurements to download, with a dictionary of their columns.",
        values={
            "files": (*_FILES, *_sensitivity(content), *_released(content)),
            "sources": tuple((file.path, source_page(file.path)) for file in content.review.files),
            "dictionaries": tuple(
                (name, _dictionary(name, columns))
                for name, columns in columns_document(content.review)["files"].items()
            ),
        },
        section="Data",
        hide=("navigation",),
    )


def _sensitivity(content: Content) -> Iterator[tuple[str, str]]:
    for synthesis, found in content.sensitivity.items():
        meaning = (
            f"How far each conclusion of “{found.synthesis.title}” depends on choices: every variation, unrounded."
        )
        yield f"data/sensitivity-{synthesis}.json", meaning


def _released(content: Content) -> Iterator[tuple[str, str]]:
    """What only a version has."""
    if content.history.version:
        for ending, name in (("txt", "plain text"), ("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON")):
            yield f"data/cite.{ending}", f"How to cite this version, as {name}."
        yield "data/ro-crate-metadata.json", "This version as an RO-Crate: every file with its size and checksum."


def _dictionary(name: str, columns: dict[str, dict[str, str]]) -> Table:
    rows = tuple(
        (Cell(column), Cell(about["meaning"]), Cell(about["unit"] or "–"), Cell(about["type"]))
        for column, about in columns.items()
    )
    return Table(f"Columns of {name}", (Column("Column"), Column("Meaning"), Column("Unit"), Column("Type")), rows)
