"""What the evidence changes, compared with a state that a preview of the site is built against."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.impact import Impact
from generator.pages.content import Content
from generator.pages.page import Page
from generator.views.changes.naming import Naming
from generator.views.changes.overview import claim_anchor
from generator.views.charts.before_after import claim_figure
from generator.views.figure import Figure
from generator.views.impact_view import impact_view

PATH = "impact"


def pages(content: Content) -> Iterator[Page]:
    """One page in a preview; none where there is nothing to compare with."""
    if content.impact is None:
        return
    charts = _charts(content.impact)
    yield Page(
        path=PATH,
        kind="impact",
        title="Impact",
        description="What the proposed evidence changes: every conclusion before and after, and what drives it.",
        values={"impact": impact_view(content.impact), "charts": charts},
        figures=tuple(charts.values()),
        section="Versions",
        order=-1,
    )


def _charts(impact: Impact) -> dict[str, Figure]:
    """The chart of each claim that changed and has a range in one of the states, by its anchor."""
    naming, comparison = Naming(impact.before, impact.after), impact.comparison
    drawn = ((claim_anchor(one), claim_figure(comparison, one, naming)) for one in comparison.changed())
    return {anchor: figure for anchor, figure in drawn if figure is not None}
