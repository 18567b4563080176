"""What changed since the version before, and why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.change import Comparison
from generator.model.review import Review
from generator.pages.content import Content
from generator.pages.page import Page
from generator.views.changes.naming import Naming
from generator.views.changes.overview import changes_view
from generator.views.charts import before_after
from generator.views.figure import Figure


def pages(content: Content) -> Iterator[Page]:
    """One page, also for the first version, which has nothing before it."""
    before, comparison = content.history.before, content.comparison
    if before is None or comparison is None:
        yield _page({"changes": None, "charts": (), "first": content.history.version}, ())
        return
    view, charts = changes_view(comparison, before, content.review), _charts(comparison, before, content.review)
    figures = tuple(figure for _, figure in charts)
    yield _page({"changes": view, "charts": charts, "first": None}, figures)


def _charts(comparison: Comparison, before: Review, after: Review) -> tuple[tuple[str, Figure], ...]:
    """A chart for every synthesis with conclusions that both states have and that changed, under its title."""
    naming = Naming(before, after)
    drawn = ((plan.title, before_after.figure(comparison, plan.id, naming)) for plan in after.plans)
    return tuple((title, figure) for title, figure in drawn if figure is not None)


def _page(values: dict[str, object], figures: tuple[Figure, ...]) -> Page:
    return Page(
        path="changes",
        kind="changes",
        title="What changed",
        description="Every conclusion that changed since the version before, with the causes and their shares.",
        values=values,
        figures=figures,
        section="Versions",
        order=0,
    )
