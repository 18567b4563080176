"""The conclusion with uncertain study beliefs."""

from __future__ import annotations

from generator.model.scenario import BeliefQuantiles, SensitivityRules
from generator.views.robustness.about import About, number
from generator.views.rounding import NO_VALUE, belief_text, exact_text, share_text
from generator.views.table import Cell, Column, Table

TITLE = "Uncertain study beliefs"
DEPENDS_ON = "the study beliefs"


def asks(rules: SensitivityRules) -> str:
    """What is varied."""
    rule = rules.study_belief
    reach = exact_text(rule.half_width)
    return f"All study beliefs are drawn {rule.draws:,} times, each up to {reach} higher or lower, within its band."


def sentence(about: About) -> str:
    """In which share of the draws it holds, and what becomes of the belief."""
    (result,) = about.results
    draws, share = int(number(result.value("draws"))), share_text(number(result.value("share_holding")))
    reach = exact_text(about.review.sensitivity.study_belief.half_width)
    held = f"The range is the same in {share} of {draws:,} draws with study beliefs up to {reach} higher or lower"
    extra = result.extra
    if not isinstance(extra, BeliefQuantiles):
        return f"{held}."
    low, high = belief_text(extra.low), belief_text(extra.high)
    if low == high:
        return f"{held}; its belief stays {low} in nine draws of ten."
    return f"{held}; its belief lies between {low} and {high} in nine draws of ten."


def table(about: About) -> Table:
    """One row: the share and the quantiles of the belief."""
    (result,) = about.results
    extra = result.extra
    quantiles = (extra.low, extra.median, extra.high) if isinstance(extra, BeliefQuantiles) else (None, None, None)
    columns = (
        Column("Draws", "How many times all study beliefs were drawn", numeric=True),
        Column("Same range", "Share of the draws that lead to the range", numeric=True),
        *(Column(f"Belief, {share}", "Quantile of the belief in the range", numeric=True) for share in _SHARES),
    )
    row = (
        Cell(f"{int(number(result.value('draws'))):,}"),
        Cell(share_text(number(result.value("share_holding")))),
        *(Cell(NO_VALUE if one is None else belief_text(one)) for one in quantiles),
    )
    return Table("The conclusion when study beliefs are drawn around their values", columns, (row,))


_SHARES = ("5 %", "median", "95 %")
