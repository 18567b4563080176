"""What is gained and what is paid for it: an overview for each synthesis, and a page for every effect that may be paid
with."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.synthesis import Synthesis
from generator.pages.content import Content
from generator.pages.each_synthesis import is_first, siblings, worth_mapping
from generator.pages.page import Page
from generator.views import addresses
from generator.views.charts import tradeoff_map
from generator.views.tradeoff import PATH, Side, every_table, never_together, path, sides, together


def pages(content: Content) -> Iterator[Page]:
    """An overview, which shows the trade-off that the review's question weighs, and a page for each of the others.

    None if no evidence model measured both sides.
    """
    for synthesis in shown(content):
        found = sides(content.review, synthesis)
        yield _overview(content, synthesis, found)
        for side in found[1:]:
            yield _page(content, synthesis, side)


def shown(content: Content) -> tuple[Synthesis, ...]:
    """The syntheses that have trade-offs."""
    return tuple(one for one in worth_mapping(content) if sides(content.review, one))


def _overview(content: Content, synthesis: Synthesis, found: tuple[Side, ...]) -> Page:
    review, first = content.review, is_first(content, synthesis)
    figure = tradeoff_map.figure(review, synthesis, found[0].effect)
    return Page(
        path=addresses.about(review, PATH, synthesis.id),
        kind="tradeoff",
        title="Trade-offs" if first else f"Trade-offs: {synthesis.title}",
        description=f"What is gained and what is paid for it. {figure.finding}",
        values={
            "side": found[0],
            "chart": figure,
            "whole": together(synthesis, found[0]),
            "every": every_table(review, synthesis, found),
            "alone": never_together(review, synthesis, found),
            "synthesis": synthesis,
            "combined": addresses.synthesis(synthesis.id),
            "siblings": siblings(content, PATH, shown(content), synthesis),
        },
        figures=(figure,),
        section="Findings",
        hidden=not first,
    )


def _page(content: Content, synthesis: Synthesis, side: Side) -> Page:
    review = content.review
    figure = tradeoff_map.figure(review, synthesis, side.effect)
    return Page(
        path=path(review, synthesis, side.effect),
        kind="one_tradeoff",
        title=figure.title if is_first(content, synthesis) else f"{synthesis.title}: {figure.title}",
        description=figure.finding,
        values={
            "side": side,
            "chart": figure,
            "whole": together(synthesis, side),
            "synthesis": synthesis,
            "combined": addresses.synthesis(synthesis.id),
            "index": addresses.about(review, PATH, synthesis.id),
        },
        figures=(figure,),
        section="Findings",
        hidden=True,
        hide=("toc",),
    )
