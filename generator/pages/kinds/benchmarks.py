"""How fast and how exact the aggregation is, as last measured."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.page import Page
from generator.views.benchmark_tables import tables


def pages(content: Content) -> Iterator[Page]:
    """One page, if anything was measured."""
    if content.benchmarks is None:
        return
    yield Page(
        path="benchmarks",
        kind="benchmarks",
        title="Speed and accuracy",
        description="How fast and how exact the aggregation is, beside other libraries for belief functions.",
        values={"tables": tables(content.benchmarks), "date": content.benchmarks.date[:10]},
        section="Method",
        order=40,
    )
