"""Every warning about the evidence, on one page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.kinds.finding import doubt
from generator.pages.page import Page


def pages(content: Content) -> Iterator[Page]:
    """One page, empty of doubts or not."""
    yield Page(
        path="doubts",
        kind="doubts",
        title="Doubts",
        description="Values that are possible but implausible, and other reasons for caution.",
        values={"doubts": tuple((problem.kind, doubt(problem)) for problem in content.warnings)},
        section="Method",
        order=20,
    )
