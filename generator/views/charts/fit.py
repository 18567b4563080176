"""Text cut to a width, in the letters that charts are set in."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

from generator.views.theme import LABEL_SIZE, plain

_ASCII = (
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350,
    497, 497, 497, 497, 497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425,
    847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727, 647, 664,
    566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500,
    542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542,
    555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
)  # fmt: skip
"""Advance widths of the characters from U+0020 to U+007E in Source Sans 3, regular, in thousandths of an em."""
_FURTHER = {"…": 948, "–": 480, "—": 800, "·": 249, "æ": 778, "Æ": 822, "œ": 839, "Œ": 847}
_USUAL, _FULL_WIDTH = 680, 1050
_BOLD = 1.05


def width_of(text: str, size: float = LABEL_SIZE, bold: bool = False) -> float:
    """Width of ``text`` in px at ``size`` px; exact for regular ASCII, else a fair guess."""
    return sum(map(_advance, text)) * size / 1000 * (_BOLD if bold else 1)


def fitted(text: str, size: float, limit: float, bold: bool = False) -> str:
    """``text`` as it is if it fits into ``limit`` px, else its beginning and an ellipsis.

    Vega's own limit is not used: it cuts characters beyond U+FFFF in two, and vl-convert fails on the halves.
    """
    shown = plain(text)
    if width_of(shown, size, bold) <= limit:
        return shown
    room = limit - width_of("…", size, bold)
    ends = accumulate(width_of(character, size, bold) for character in shown)
    return shown[: sum(end <= room for end in ends)].rstrip() + "…"


def _advance(character: str) -> int:
    if " " <= character <= "~":
        return _ASCII[ord(character) - 32]
    if character in _FURTHER:
        return _FURTHER[character]
    if unicodedata.combining(character):
        return 0
    base = unicodedata.normalize("NFD", character)[0]
    if " " <= base <= "~":
        return _ASCII[ord(base) - 32]
    return _FULL_WIDTH if unicodedata.east_asian_width(character) in "WF" else _USUAL
