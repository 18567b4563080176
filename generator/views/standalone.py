"""Drawings that stand alone on the web: badges, and charts to be shown elsewhere.

They are files of their own, shown as images by pages that know neither our fonts nor our colours. So they name no
custom property, hold no script, style or link, and bring their own ground.
"""

from __future__ import annotations

import re

from generator.model.release import History
from generator.model.scale import IntensityRange
from generator.views.history import DRAFT
from generator.views.lettering import wrap
from generator.views.palette import LIGHT, SURFACE, contrast, range_colour

FONT_STACK = "Arial, Helvetica, Liberation Sans, sans-serif"
"""Letters that are found nearly everywhere; ``lettering`` estimates their widths from above."""
GREY = LIGHT["ink-soft"]
DARK_INK, LIGHT_INK = LIGHT["on-level-if"], LIGHT["on-level-sn"]

_VARIABLE = re.compile(r"var\(--lr-[a-z-]+, (#[0-9a-f]{6})\)")
_LINK = re.compile(r"</?a\b[^>]*>")
_FONT = re.compile(r'font-family="[^"]*"')


def fixed_colours(drawing: str) -> str:
    """The drawing with the light value of every colour, in letters that other sites have too."""
    return _FONT.sub(f'font-family="{FONT_STACK}"', _VARIABLE.sub(r"\1", drawing))


def on_ground(drawing: str) -> str:
    """A drawing of ours as a file: with fixed colours, on the ground that they are made for, without its links, which
    lead from a page."""
    begin, description, rest = _LINK.sub("", drawing).partition("</desc>")
    return fixed_colours(f'{begin}{description}<rect width="100%" height="100%" fill="{SURFACE}"/>{rest}') + "\n"


def range_fill(found: IntensityRange | None) -> str:
    """The colour of a range; grey where there is none."""
    return GREY if found is None else fixed_colours(range_colour(found))


def ink_on(fill: str) -> str:
    """Black or white, whichever is read better on ``fill``."""
    return max((DARK_INK, LIGHT_INK), key=lambda ink: contrast(ink, fill))


def version_mark(history: History) -> str:
    """``v2.0``, or ``draft`` for a working state."""
    return f"v{history.version}" if history.version else DRAFT


def one_line(text: str, size: float, limit: float) -> str:
    """``text`` if it fits into ``limit`` px, else what does, and an ellipsis."""
    lines = wrap(text, size, limit)
    return lines[0] if len(lines) == 1 else f"{lines[0]}…"
