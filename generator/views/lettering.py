"""How wide text will be, without asking a browser: for drawings whose text must wrap before it is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

_CLASSES = (
    ("iIjl.,:;'|!()[]{}/\\ ", 0.31),
    ('fJrst-"`', 0.40),
    ("mwMW@%—…", 0.88),
    ("abcdefghknopquvxyz0123456789+<=>?_$#*^~–−×", 0.565),
)
_WIDTHS = {character: width for characters, width in _CLASSES for character in characters}
"""Widths in em, not below those of Source Sans 3 and of Arial, its usual stand-in."""
_OTHER = 0.74
_FULL_WIDTH = 1.05
_BOLD = 1.05
_WORD = re.compile(r"\S+")
_AFTER = re.compile(r"(?<=[-/_:,])")


def width_of(text: str, size: float, bold: bool = False) -> float:
    """An upper estimate of the width of ``text`` set in ``size`` px, in px."""
    return sum(map(_em, text)) * size * (_BOLD if bold else 1)


@lru_cache(maxsize=65536)
def wrap(text: str, size: float, limit: float, bold: bool = False) -> tuple[str, ...]:
    """``text`` in lines not wider than ``limit`` px; a word that is too long is broken, first at punctuation.

    White space is collapsed. At least one line, empty if the text is.
    """
    lines = [""]
    for word in _WORD.findall(text):
        joined = f"{lines[-1]} {word}".strip()
        if width_of(joined, size, bold) <= limit:
            lines[-1] = joined
        else:
            parts = _broken(word, size, limit, bold)
            lines[-1:] = [lines[-1], *parts] if lines[-1] else parts
    return tuple(lines)


def shortened(values: tuple[str, ...], shown: int = 3) -> tuple[str, ...]:
    """The first values, and how many more there are; one more is shown rather than counted."""
    if len(values) <= shown + 1:
        return values
    return (*values[:shown], f"and {len(values) - shown} more")


def listed(values: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; a last value that starts with ``and`` keeps its own."""
    items = tuple(values)
    if len(items) < 2:
        return "".join(items)
    last = items[-1] if items[-1].startswith("and ") else f"and {items[-1]}"
    return f"{', '.join(items[:-1])} {last}"


@cache
def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return _FULL_WIDTH
    return _WIDTHS.get(character, _OTHER)


def _broken(word: str, size: float, limit: float, bold: bool) -> list[str]:
    lines = [""]
    for part in _AFTER.split(word):
        if width_of(lines[-1] + part, size, bold) <= limit:
            lines[-1] += part
        elif width_of(part, size, bold) <= limit:
            lines.append(part)
        else:
            _append_letters(lines, part, size, limit, bold)
    return [line for line in lines if line]


def _append_letters(lines: list[str], part: str, size: float, limit: float, bold: bool) -> None:
    for character in part:
        fits = width_of(lines[-1] + character, size, bold) <= limit
        if fits or not lines[-1] or unicodedata.combining(character):
            lines[-1] += character
        else:
            lines.append(character)
