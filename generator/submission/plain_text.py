"""Text from outside as an evidence file may hold it: one line, bounded, without characters nobody sees."""

from __future__ import annotations

import re
import unicodedata

from generator.intake.characters import FORBIDDEN
from generator.intake.schema.values import LONGEST_TEXT

LARGEST = 1_000_000
"""Characters of a text from outside; a bibliography entry has a few thousand."""


def one_line(text: str, longest: int = LONGEST_TEXT) -> str:
    """The text in the composed form NFC, white space collapsed, forbidden characters left out, cut to ``longest``."""
    visible = FORBIDDEN.sub("", text.replace("\r", "\n"))
    return " ".join(unicodedata.normalize("NFC", visible).split())[:longest].strip()


def slug(text: str, longest: int = 60) -> str:
    """The text as a part of an id: small ASCII letters, digits, dots, hyphens, underscores; may be empty."""
    letters = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold().encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9._]+", "-", letters).strip("-._")[:longest].strip("-._")


_LETTERS = str.maketrans({"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "æ": "ae", "Æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that do not decompose into an ASCII letter and an accent."""
