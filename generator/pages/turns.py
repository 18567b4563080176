"""Where the pages of a synthesis stand in their tab: its own page first, then one for each of its effects."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.synthesis import Synthesis


def first_turn(syntheses: Sequence[Synthesis], synthesis: Synthesis) -> int:
    """The order of the page of a synthesis, from 1; its effects follow one by one."""
    before = syntheses[: [one.id for one in syntheses].index(synthesis.id)]
    return 1 + sum(1 + len(one.effects) for one in before)
