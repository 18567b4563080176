"""A badge for every conclusion: what it says, on what, in which version."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from generator.model.release import History
from generator.model.scale import IntensityRange
from generator.model.synthesis import EffectSynthesis
from generator.views import svg
from generator.views.lettering import width_of
from generator.views.palette import LIGHT
from generator.views.rounding import belief_text, count_text
from generator.views.standalone import GREY, fixed_colours, ink_on, one_line, range_fill, version_mark
from generator.views.words import in_sentence

_SIZE, _HEIGHT, _PAD, _BASELINE = 12.0, 22.0, 8.0, 15.5
_LONGEST = 260.0
"""Room for the name of an effect, in px."""


@dataclass(frozen=True, slots=True)
class Badge:
    """Its three parts; ``range`` colours the one in the middle."""

    name: str
    result: str
    base: str
    range: IntensityRange | None

    @property
    def text(self) -> str:
        """``storage size SP 1.00 · 17 studies · v2.0``."""
        return f"{self.name} {self.result} · {self.base}"


def badge(title: str, one: EffectSynthesis, history: History) -> Badge:
    """The badge of a conclusion."""
    result = f"{one.range} {belief_text(one.belief)}" if one.range else "no result"
    studies = count_text(len(one.studies), "study", "studies")
    return Badge(in_sentence(title), result, f"{studies} · {version_mark(history)}", one.range)


def withdrawn_badge(title: str, history: History) -> Badge:
    """The badge of a conclusion that this state no longer has, so that pages that show it are told."""
    return Badge(in_sentence(title), "withdrawn", version_mark(history), None)


def draw(one: Badge) -> str:
    """The badge as SVG. Widths are estimates from above, since nobody knows the letters it will be shown in."""
    name = one_line(one.name, _SIZE, _LONGEST)
    middle = range_fill(one.range)
    parts = ((name, GREY), (one.result, middle), (one.base, LIGHT["band"]))
    widths = [width_of(text, _SIZE) + 2 * _PAD for text, _ in parts]
    starts = accumulate(widths, initial=0.0)
    content = "".join(_part(*part, x, width) for part, x, width in zip(parts, starts, widths, strict=False))
    whole = sum(widths)
    frame = svg.rect(0.5, 0.5, whole - 1, _HEIGHT - 1, fill="none", stroke=GREY)
    drawn = svg.picture(content + frame, whole, _HEIGHT, "badge", one.text, one.text, "lr-badge")
    return fixed_colours(drawn) + "\n"


def _part(text: str, fill: str, x: float, width: float) -> str:
    ground = svg.rect(x, 0, width, _HEIGHT, fill=fill)
    return ground + svg.text(x + width / 2, _BASELINE, text, _SIZE, fill=ink_on(fill), anchor="middle")
