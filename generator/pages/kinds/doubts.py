"""Every warning about the evidence, on one page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.page import Page
from generator.views.doubts import doubt_groups


def pages(content: Content) -> Iterator[Page]:
    """One page, empty of doubts or not."""
    yield Page(
        path="doubts",
        kind="doubts",
        title="Doubts",
        description="Values that are possible but implausible, and other reasons for caution.",
        values={"groups": doubt_groups(content.review, next(iter(content.syntheses), None), content.warnings)},
        section="Method",
        order=20,
    )
