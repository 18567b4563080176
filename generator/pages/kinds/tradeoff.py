"""What is gained and what is paid for it, for every effect that may be paid with."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.page import Page
from generator.views.charts import tradeoff_map
from generator.views.tradeoff import never_together, sides, together


def pages(content: Content) -> Iterator[Page]:
    """One page about the first synthesis; none if no evidence model measured both sides."""
    review, synthesis = content.review, content.syntheses[0]
    found = sides(review, synthesis)
    if not found:
        return
    figures = tuple(tradeoff_map.figure(review, synthesis, side.effect) for side in found)
    tables = (together(synthesis, side) for side in found)
    yield Page(
        path="tradeoff",
        kind="tradeoff",
        title="Trade-offs",
        description=f"What is gained and what is paid for it. {figures[0].finding}",
        values={
            "sections": tuple(zip(found, figures, tables, strict=True)),
            "answer": figures[0].finding,
            "alone": never_together(review, synthesis, found),
            "synthesis": synthesis,
        },
        figures=figures,
        section="Findings",
    )
