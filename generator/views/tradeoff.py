"""What is gained and paid as a table of conclusions: each effect beside its twin, and what nobody measured together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.views import addresses
from generator.views.charts.tradeoff_map import Panel, finding, panels
from generator.views.rounding import belief_text
from generator.views.table import Cell, Column, Link, Table
from generator.views.words import in_sentence

PATH = "tradeoff"
"""The overview of the first synthesis."""
_EVERY = (
    Column("Paid with", "The effect that may be lost"),
    Column("Range", "What all evidence about it leads to", term="range"),
    Column("Belief", "The belief in that range", numeric=True, term="belief"),
    Column("Resources", "How many were measured together with it", numeric=True),
    Column("Gains and losses", "Of the evidence models that measured it together with a resource"),
)


@dataclass(frozen=True, slots=True)
class Side:
    """An effect that may be paid with, and everything measured together with it."""

    effect: str
    title: str
    finding: Link
    panels: tuple[Panel, ...]


def sides(review: Review, synthesis: Synthesis) -> tuple[Side, ...]:
    """The effects of the family of the effect that the review's question weighs, that one first; only those that were
    measured together with an effect of another family."""
    first = review.question.trade_off.against
    family = review.rules.effect(first).family
    chosen = sorted(
        (one.effect for one in synthesis.effects if review.rules.effect(one.effect).family == family),
        key=lambda effect: effect != first,
    )
    found = (
        Side(
            one,
            review.rules.effect(one).title,
            addresses.finding(synthesis.id, one),
            panels(review, synthesis, one),
        )
        for one in chosen
    )
    return tuple(side for side in found if side.panels)


def path(review: Review, synthesis: Synthesis, effect: str) -> str:
    """The page of the trade-offs of an effect."""
    return f"{addresses.about(review, PATH, synthesis.id)}/{effect}"


def every_table(review: Review, synthesis: Synthesis, found: Sequence[Side]) -> Table:
    """One row per effect that may be paid with; the first leads to its place on the overview, the others to pages."""
    overview, rows = addresses.about(review, PATH, synthesis.id), []
    for side in found:
        here = synthesis.effect(side.effect)
        first = side is found[0]
        rows.append(
            (
                Cell(side.title, Link(overview, "first") if first else Link(path(review, synthesis, side.effect))),
                Cell("" if here.range else "none", range=here.range),
                Cell(belief_text(here.belief)),
                Cell(str(len(side.panels))),
                Cell(finding(side.panels, side.title)),
            )
        )
    return Table("Every effect that may be paid with", _EVERY, tuple(rows), tuple(side.effect for side in found))


def together(synthesis: Synthesis, side: Side) -> Table:
    """One row per resource: both conclusions side by side, and how much of the evidence measured both."""
    here, rows = synthesis.effect(side.effect), []
    for panel in side.panels:
        there = panel.resource
        studies = {piece.study for piece, _ in panel.pairs}
        rows.append(
            (
                Cell(panel.title, addresses.finding(synthesis.id, there.effect)),
                Cell("" if there.range else "none", range=there.range),
                Cell(belief_text(there.belief)),
                Cell("" if here.range else "none", range=here.range),
                Cell(belief_text(here.belief)),
                Cell(str(len(panel.pairs))),
                Cell(str(len(studies))),
            )
        )
    return Table(f"{side.title} and each resource, all evidence combined", _columns(side.title), tuple(rows))


def _columns(title: str) -> tuple[Column, ...]:
    paid = in_sentence(title)
    return (
        Column("Resource"),
        Column("Its range", "What all evidence about the resource leads to", term="range"),
        Column("Its belief", "The belief in that range", numeric=True, term="belief"),
        Column(f"Range of {paid}", f"What all evidence about {paid} leads to", term="range"),
        Column(f"Belief, {paid}", "The belief in that range", numeric=True, term="belief"),
        Column("Measured both", "Evidence models", numeric=True),
        Column("Studies", "That measured both", numeric=True),
    )


def never_together(review: Review, synthesis: Synthesis, found: Sequence[Side]) -> str:
    """Which effects no evidence model measured with the other side, as a sentence; empty if there are none."""
    seen = {side.effect for side in found} | {panel.resource.effect for side in found for panel in side.panels}
    alone = [in_sentence(review.rules.effect(one.effect).title) for one in synthesis.effects if one.effect not in seen]
    if not alone:
        return ""
    return f"No evidence model measured these together with an effect of the other side: {', '.join(alone)}."
