"""All conclusions of a synthesis with all their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.page import Page
from generator.views import addresses
from generator.views.conclusions_table import conclusions_table


def pages(content: Content) -> Iterator[Page]:
    """One page with a table for each synthesis."""
    rules = content.review.rules
    syntheses = tuple(
        (
            synthesis,
            content.review.plan(synthesis.id),
            rules.discount_policy(synthesis.discount).title,
            rules.reading_policy(synthesis.reading).title,
            conclusions_table(content.review, synthesis),
            addresses.synthesis(synthesis.id),
        )
        for synthesis in content.syntheses
    )
    yield Page(
        path="findings/index",
        kind="findings",
        title="All conclusions",
        description="Every conclusion of the review with its range, belief and conflict.",
        values={"syntheses": syntheses},
        section="Findings",
        order=0,
        hide=("toc",),
    )
