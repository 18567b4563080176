"""The few pieces of TeX that occur in bibliographies, as plain text."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "i", "j": "j", "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘",
    "textbackslash": "\\", "ldots": "…", "dots": "…", "times": "×", "pm": "±", "mu": "µ", "alpha": "α", "beta": "β",
}  # fmt: skip
_ACCENT = re.compile(r"\\(?:([`'^~=.\"])\s*|([uvHcdkr])(?:\s+|(?=\{)))(?:\{\s*(\\?[A-Za-z])\s*\}|(\\?[A-Za-z]))")
_LETTER = re.compile(r"\\([A-Za-z]+)(?:\s+|\{\}|(?![A-Za-z]))")
_SYMBOL = re.compile(r"\\([&%$#_{}])")
_KEEP = {"{": "\ue000", "}": "\ue001", "$": "\ue002"}
"""Stand-ins, from the private area, for characters that were escaped and therefore stay."""


def plain(text: str) -> str:
    """TeX as plain text: accents and letters become characters, other commands and braces go, what they hold stays."""
    text = _ACCENT.sub(_accented, text)
    text = _SYMBOL.sub(lambda found: _KEEP.get(found[1], found[1]), text)
    text = _LETTER.sub(lambda found: _LETTERS.get(found[1], ""), text)
    text = re.sub(r"[{}$]", "", text.replace("~", " ").replace("\\", ""))
    text = text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    for character, stand_in in _KEEP.items():
        text = text.replace(stand_in, character)
    return unicodedata.normalize("NFC", text)


def _accented(found: re.Match[str]) -> str:
    letter = (found[3] or found[4]).lstrip("\\")
    return unicodedata.normalize("NFC", letter + _ACCENTS[found[1] or found[2]])
