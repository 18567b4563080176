"""Ranges before and after on the seven-level scale, drawn with characters, for where no picture may be shown.

Summaries of jobs and comments on forges show Markdown without drawings of ours; a block of code keeps its columns.
"""

from __future__ import annotations

from generator.model.change import ClaimChange, Outcome
from generator.model.scale import LEVELS, IntensityRange
from generator.views.rounding import belief_text

_WIDTH = 4
"""Characters of a level."""
_NAMES = "".join(level.name.ljust(_WIDTH) for level in LEVELS)


def before_and_after(change: ClaimChange) -> str:
    """A Markdown block with the scale and a row for each state; ends with a newline."""
    rows = (f"        {_NAMES} belief", _row("before", change.before), _row("after", change.after))
    return "\n".join(("```text", *rows, "```")) + "\n"


def _row(name: str, outcome: Outcome | None) -> str:
    if outcome is None:
        return f"{name:8}no such conclusion"
    if outcome.range is None:
        return f"{name:8}no result"
    return f"{name:8}{_bar(outcome.range)} {belief_text(outcome.belief)}"


def _bar(shown: IntensityRange) -> str:
    """Filled where the range is, dotted elsewhere; neighbouring levels touch."""
    cells = []
    for level in LEVELS:
        if level not in shown.levels:
            cells.append("·".ljust(_WIDTH))
        else:
            cells.append("█" * _WIDTH if level < shown.high else "██".ljust(_WIDTH))
    return "".join(cells)
