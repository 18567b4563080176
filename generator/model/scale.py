"""The seven-level scale of effect intensity and ranges on it (method page, equation 1).

The frame of discernment Θ is the set of the seven levels. A set of levels is a bit mask: bit 0 is
SN, bit 6 is SP, 0 is the empty set and 127 is Θ. Positive always means better for the user.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Intensity(IntEnum):
    """One level of the scale, from strongly negative (0) to strongly positive (6)."""

    SN = 0
    NE = 1
    WN = 2
    IF = 3
    WP = 4
    PO = 5
    SP = 6

    @property
    def words(self) -> str:
        """The level in words, for example ``weakly negative``."""
        return _WORDS[self]


_WORDS = {
    Intensity.SN: "strongly negative",
    Intensity.NE: "negative",
    Intensity.WN: "weakly negative",
    Intensity.IF: "indifferent",
    Intensity.WP: "weakly positive",
    Intensity.PO: "positive",
    Intensity.SP: "strongly positive",
}

LEVELS: tuple[Intensity, ...] = tuple(Intensity)
THETA = 0b1111111
"""Bit mask of the whole frame."""


@dataclass(frozen=True, slots=True, order=True)
class IntensityRange:
    """A contiguous, non-empty set of levels, from ``low`` to ``high`` inclusive.

    Raises ``ValueError`` if ``low`` is above ``high``.
    """

    low: Intensity
    high: Intensity

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"a range runs from negative to positive, not {self.low.name} to {self.high.name}")

    @classmethod
    def of(cls, *levels: Intensity) -> IntensityRange:
        """The smallest range that contains ``levels`` (at least one)."""
        return cls(min(levels), max(levels))

    @classmethod
    def from_mask(cls, mask: int) -> IntensityRange:
        """The range with this bit mask. Raises ``ValueError`` if the mask is empty or has a gap."""
        found = tuple(level for level in LEVELS if mask >> level & 1)
        if not found or not 0 < mask <= THETA or found != tuple(LEVELS[found[0] : found[-1] + 1]):
            raise ValueError(f"{mask} ({mask:#09b}) is not a contiguous range of levels")
        return cls(found[0], found[-1])

    @property
    def mask(self) -> int:
        """Bit mask, 1 … 127."""
        return (1 << (self.high + 1)) - (1 << self.low)

    @property
    def levels(self) -> tuple[Intensity, ...]:
        """Its levels from negative to positive."""
        return LEVELS[self.low : self.high + 1]

    @property
    def width(self) -> int:
        """Number of levels, 1 … 7."""
        return self.high - self.low + 1

    @property
    def words(self) -> str:
        """In words: ``weakly negative`` or ``indifferent to weakly positive``."""
        return self.low.words if self.width == 1 else f"{self.low.words} to {self.high.words}"

    def __str__(self) -> str:
        return self.low.name if self.width == 1 else f"{self.low.name}–{self.high.name}"


WHOLE_SCALE = IntensityRange(Intensity.SN, Intensity.SP)
RANGES: tuple[IntensityRange, ...] = tuple(
    IntensityRange(low, high) for low in LEVELS for high in LEVELS if high >= low
)
"""The 28 contiguous ranges, by lowest and then highest level."""
