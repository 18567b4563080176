"""Agreement with published results."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.page import Page
from generator.views.agreement import agreement
from generator.views.charts import published_agreement


def pages(content: Content) -> Iterator[Page]:
    """One page, if anything published can be compared."""
    compared = [
        (synthesis, published)
        for synthesis in content.syntheses
        if (published := content.review.plan(synthesis.id).published)
    ]
    if not compared:
        return
    figures = tuple(published_agreement.figure(content.review, *pair) for pair in compared)
    yield Page(
        path="agreement",
        kind="agreement",
        title="Agreement with published results",
        description="Our results beside the published ones, differences included.",
        values={
            "comparisons": tuple(
                (synthesis, published, agreement(content.review, synthesis, published), figure)
                for (synthesis, published), figure in zip(compared, figures, strict=True)
            )
        },
        figures=figures,
        section="Method",
        order=10,
        hide=("toc",),
    )
