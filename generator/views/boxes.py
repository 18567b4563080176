"""Boxes of a drawing: what stands inside them, top down, and where they are placed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views import svg
from generator.views.palette import INK_SOFT

PADDING = 12.0
"""Between the frame of a box and what it holds, px."""
SMALL, BODY = 11.5, 13.0
"""Sizes of letters, px."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a box, drawn from its upper left corner: its height and markup; ``aim`` is where an arrow to it
    ends, px below its top, or None."""

    height: float
    markup: str
    aim: float | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The parts of one box, for the width they were set for, in px."""

    width: float
    parts: tuple[Part, ...]

    @property
    def height(self) -> float:
        """Height of all parts, px."""
        return sum(part.height for part in self.parts)

    @property
    def tops(self) -> tuple[float, ...]:
        """Where its parts begin, px below its top."""
        return tuple(sum(part.height for part in self.parts[:number]) for number in range(len(self.parts)))

    @property
    def aims(self) -> tuple[float, ...]:
        """Where arrows to its parts end, px below its top."""
        aimed = zip(self.tops, self.parts, strict=True)
        return tuple(top + part.aim for top, part in aimed if part.aim is not None)


@dataclass(frozen=True, slots=True)
class Placed:
    """A box where it is drawn, in px."""

    x: float
    y: float
    content: Content

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.content.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.content.height

    @property
    def middle(self) -> float:
        """Halfway down its height."""
        return self.y + self.content.height / 2

    @property
    def aims(self) -> tuple[float, ...]:
        """Where arrows to its parts end, from the top of the drawing."""
        return tuple(self.y + aim for aim in self.content.aims)

    def drawn(self, ground: str) -> str:
        """Its markup with its own corner as the origin: the ``ground``, a colour, then its parts, framed."""
        size = (self.content.width, self.content.height)
        parts = zip(self.content.tops, self.content.parts, strict=True)
        inner = "".join(svg.moved(0, top, part.markup) for top, part in parts)
        frame = svg.rect(0, 0, *size, fill="none", stroke=INK_SOFT, extra=' stroke-width="1.25"')
        return svg.rect(0, 0, *size, fill=ground) + inner + frame


def label(x: float, y: float, words: str, anchor: str = "middle") -> str:
    """A label of a connector."""
    return svg.text(x, y, words, SMALL, fill=INK_SOFT, anchor=anchor)
