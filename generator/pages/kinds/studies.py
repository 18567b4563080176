"""The index of all studies."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.study import Study
from generator.pages.content import Content
from generator.pages.kinds.study import by_label
from generator.pages.page import Page
from generator.views.addresses import study
from generator.views.rounding import belief_text, count_text
from generator.views.table import Cell, Column, Table

_COLUMNS = (
    Column("Study"),
    Column("Title"),
    Column("Year", numeric=True),
    Column("Type", "The study's type decides the band of its study belief"),
    Column("Study belief", "How far the study is believed, 0 to 1", numeric=True),
    Column("Evidence models", numeric=True),
    Column("Techniques"),
    Column("Values read in", "Whether the values were read in the paper itself or taken from a summary of it"),
)


def pages(content: Content) -> Iterable[Page]:
    """One page with a table of the studies."""
    studies = content.review.studies
    models = sum(len(one.evidence_models) for one in studies)
    yield Page(
        path="studies/index",
        kind="studies",
        title="Studies",
        description=f"The studies behind the review of {content.review.question.subject}.",
        values={
            "overview": _table(content),
            "studies": count_text(len(studies), "study", "studies"),
            "models": count_text(models, "evidence model"),
            "search": content.review.search,
        },
        section="Studies",
    )


def _table(content: Content) -> Table:
    beliefs = {piece.study: piece.study_belief.value for piece in content.pieces}
    rows = tuple(_row(content, one, beliefs.get(one.id)) for one in sorted(content.review.studies, key=by_label))
    return Table("All studies", _COLUMNS, rows)


def _row(content: Content, one: Study, belief: float | None) -> tuple[Cell, ...]:
    rules = content.review.rules
    techniques = dict.fromkeys(rules.technique(model.technique).title for model in one.evidence_models)
    return (
        Cell(one.label, study(one.id)),
        Cell(one.bibliography.title, study(one.id)),
        Cell(str(one.bibliography.year)),
        Cell(rules.study_type(one.design.type).title),
        Cell(belief_text(belief)),
        Cell(str(len(one.evidence_models))),
        Cell(", ".join(techniques)),
        Cell(one.extraction.kind.value),
    )
