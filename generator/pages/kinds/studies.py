"""The index of all studies."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.study import ExtractionKind, Study
from generator.pages.content import Content
from generator.pages.kinds.study import by_label
from generator.pages.page import Page
from generator.views.addresses import study
from generator.views.names import study_name
from generator.views.rounding import belief_text, count_text
from generator.views.table import Cell, Column, Table

_COLUMNS = (
    Column("Study"),
    Column("Title"),
    Column("Type", "The study's type decides the band of its study belief"),
    Column("Study belief", "How far the study is believed, 0 to 1", numeric=True, term="study-belief"),
    Column("Evidence models", numeric=True, term="evidence-model"),
    Column("Techniques"),
    Column("Values from"),
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
        hide=("toc",),
    )


def _table(content: Content) -> Table:
    beliefs = {piece.study: piece.study_belief.value for piece in content.pieces}
    rows = tuple(_row(content, one, beliefs.get(one.id)) for one in sorted(content.review.studies, key=by_label))
    return Table("Each study leads to its page", _COLUMNS, rows)


def _row(content: Content, one: Study, belief: float | None) -> tuple[Cell, ...]:
    rules = content.review.rules
    techniques = dict.fromkeys(rules.technique(model.technique).title for model in one.evidence_models)
    return (
        Cell(study_name(one), study(one.id)),
        Cell(one.bibliography.title),
        Cell(rules.study_type(one.design.type).title),
        Cell(belief_text(belief)),
        Cell(str(len(one.evidence_models))),
        Cell(", ".join(techniques)),
        Cell("paper" if one.extraction.kind is ExtractionKind.PAPER else "summary"),
    )
