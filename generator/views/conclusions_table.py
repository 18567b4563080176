"""All conclusions of a synthesis in one table."""

from __future__ import annotations

from generator.model.review import Review
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views import addresses
from generator.views.rounding import belief_text, points_text, probability_text, weight_text
from generator.views.table import Cell, Column, Table

_COLUMNS = (
    Column("Effect"),
    Column("Range", "The range the combined evidence supports best", term="range"),
    Column("Belief", "How much it supports the range, 0 to 1", numeric=True, term="belief"),
    Column("Plausibility", "How much does not contradict the range, 0 to 1", numeric=True, term="plausibility"),
    Column("Ignorance", "Mass left on the whole scale", numeric=True, term="ignorance"),
    Column(
        "Weight of conflict",
        "0 is none; 1 means that nine tenths of the mass met contradiction",
        numeric=True,
        term="weight-of-conflict",
    ),
    Column("Conflict, last step", "K of the last pairwise step; depends on the order", numeric=True, term="conflict"),
    Column(
        "Change of belief",
        "Belief against the largest belief value that went in",
        numeric=True,
        term="change-of-belief",
    ),
    Column("Studies", numeric=True),
    Column("Evidence models", numeric=True, term="evidence-model"),
)


def conclusions_table(review: Review, synthesis: Synthesis) -> Table:
    """A row per effect, in the review's order of effects."""
    rows = tuple(_row(review, synthesis, one) for one in synthesis.effects)
    anchors = tuple(f"{synthesis.id}-{one.effect}" for one in synthesis.effects)
    return Table(f"{synthesis.title}: each effect leads to its evidence.", _COLUMNS, rows, anchors)


def _row(review: Review, synthesis: Synthesis, one: EffectSynthesis) -> tuple[Cell, ...]:
    return (
        Cell(review.rules.effect(one.effect).title, addresses.finding(synthesis.id, one.effect)),
        Cell("" if one.range else "none", range=one.range),
        Cell(belief_text(one.belief)),
        Cell(belief_text(one.plausibility)),
        Cell(probability_text(one.ignorance)),
        Cell(weight_text(one.conflict.weight)),
        Cell(probability_text(one.conflict.last_step)),
        Cell(points_text(one.delta_points)),
        Cell(str(len(one.studies))),
        Cell(str(len(one.evidence))),
    )
