"""Our results beside published ones, differences included."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.review import PublishedResult, PublishedResults, Review
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views import addresses
from generator.views.rounding import belief_text_long, count_text, number_text, rounded, signed_text
from generator.views.table import Cell, Column, Table

_COLUMNS = (
    Column("Effect"),
    Column("Range, published"),
    Column("Range, ours"),
    Column("Belief, published", numeric=True),
    Column("Belief, ours", "To four decimals", numeric=True, term="belief"),
    Column("Difference", "Ours less published", numeric=True),
    Column("The same"),
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far our results agree: counts, a sentence, and the table."""

    ranges: int
    beliefs: int
    results: int
    sentence: str
    table: Table


def agreement(review: Review, synthesis: Synthesis, published: PublishedResults) -> Agreement:
    """Compare every published result with ours at the published number of decimals (halves rounded up)."""
    pairs = [(one, synthesis.effect(one.effect)) for one in published.results]
    ranges = sum(one.range == ours.range for one, ours in pairs)
    beliefs = sum(_same_belief(one, ours, published.decimals) for one, ours in pairs)
    sentence = (
        f"{ranges} of {count_text(len(pairs), 'published range')} come out the same, and {beliefs} of "
        f"{count_text(len(pairs), 'published belief')} to {count_text(published.decimals, 'decimal')}."
    )
    rows = tuple(_row(review, synthesis, one, ours, published.decimals) for one, ours in pairs)
    table = Table(f"Published: {published.source}", _COLUMNS, rows, tuple(one.effect for one in published.results))
    return Agreement(ranges, beliefs, len(pairs), sentence, table)


def _same_belief(one: PublishedResult, ours: EffectSynthesis, decimals: int) -> bool:
    return ours.belief is not None and rounded(ours.belief, decimals) == rounded(one.belief, decimals)


def _row(
    review: Review, synthesis: Synthesis, one: PublishedResult, ours: EffectSynthesis, decimals: int
) -> tuple[Cell, ...]:
    same_range, same_belief = one.range == ours.range, _same_belief(one, ours, decimals)
    verdict = {
        (True, True): "range and belief",
        (True, False): "range only",
        (False, True): "belief only",
        (False, False): "neither",
    }
    return (
        Cell(review.rules.effect(one.effect).title, addresses.finding(synthesis.id, one.effect)),
        Cell("", range=one.range),
        Cell("" if ours.range else "none", range=ours.range),
        Cell(number_text(one.belief, decimals)),
        Cell(belief_text_long(ours.belief)),
        Cell("–" if ours.belief is None else signed_text(ours.belief - one.belief, 4)),
        Cell(verdict[same_range, same_belief]),
    )
