"""The words that stand for numbers, with the numbers they stand for."""

from __future__ import annotations

from generator.model.scale import LEVELS, Intensity, IntensityRange
from generator.views import words
from generator.views.rounding import exact_text
from generator.views.sentence_bank import PHRASES
from generator.views.table import Cell, Column, Table


def word_tables() -> tuple[Table, ...]:
    """For ranges, beliefs, conflict and ignorance: each word, and from which number on it is said."""
    return (range_words(), belief_words(), conflict_words(), ignorance_words())


def range_words() -> Table:
    """How the levels of the scale read in a sentence."""
    rows = tuple((Cell(level.words, range=IntensityRange.of(level)), Cell(_degree(level))) for level in LEVELS)
    return Table("How strong an effect is", (Column("Level", term="scale"), Column("In a sentence")), rows)


def belief_words() -> Table:
    """The words for a belief, judged as displayed."""
    rows = tuple((Cell(said), Cell(f"from {exact_text(least)}")) for least, said in words.BELIEF_BANDS)
    return Table("How sure a conclusion is", (Column("In words"), Column("Belief", numeric=True)), rows)


def conflict_words() -> Table:
    """The words for a weight of conflict."""
    bands = (
        (words.TOTAL, "total"),
        *((said, f"above {exact_text(above)}") for above, said in words.CONFLICT_BANDS),
        (words.UNCONTESTED, "0"),
    )
    rows = tuple((Cell(said), Cell(weight)) for said, weight in bands)
    return Table(
        "How much the evidence contradicts itself",
        (Column("In words"), Column("Weight of conflict", numeric=True)),
        rows,
    )


def ignorance_words() -> Table:
    """The words for the mass that is left on the whole scale, judged as displayed."""
    rows = tuple((Cell(said), Cell(f"from {exact_text(least)}")) for least, said in words.IGNORANCE_BANDS)
    return Table("How much is left undecided", (Column("In words"), Column("Ignorance", numeric=True)), rows)


def _degree(level: Intensity) -> str:
    distance = abs(level - Intensity.IF)
    if not distance:
        return PHRASES["standing_still"]
    adverb, comparative = words.ADVERBS[distance], words.BEFORE_COMPARATIVE[distance]
    better = "better" if level > Intensity.IF else "worse"
    return f"{comparative} {better}" if adverb == comparative else f"{adverb}, or {comparative} {better}"
