"""Characters that have no business in an evidence file, because a reviewer cannot see what they do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from generator.intake.wording import harmless
from generator.model.problem import Place, Problem

MOST_REPORTED = 10
_PLANES = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, among them U+0085
    "\u2028\u2029"  # line breaks that do not look like one
    "\u202a-\u202e\u2066-\u2069"  # bidi embeddings, overrides and isolates
    f"\ufeff\ud800-\udfff\ufdd0-\ufdef{_PLANES}]|\r(?!\n)"
)
_ODD_INDENTATION = re.compile("^ *([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])[^\\S\r\n]*", re.MULTILINE)
"""Spaces that YAML takes for letters."""


def forbidden_characters(path: str, text: str) -> Iterator[Problem]:
    """A problem for each of the first forbidden characters of a file."""
    for count, match in enumerate(FORBIDDEN.finditer(text)):
        if count == MOST_REPORTED:
            return
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        yield character_problem(Place(path, line, column), "(text)", match.group())


def character_problem(place: Place, field: str, character: str) -> Problem:
    """The problem that a forbidden character is."""
    name = unicodedata.name(character, "a control character").lower()
    return Problem(
        place,
        "forbidden-character",
        field,
        f"the invisible character {harmless(character)} ({name})",
        "text without control characters, hidden line breaks or direction overrides",
        "delete it, or type the passage again",
    )


def odd_indentation(path: str, text: str) -> Iterator[Problem]:
    """A problem for each of the first lines indented by what only looks like spaces."""
    for match in islice(_ODD_INDENTATION.finditer(text), MOST_REPORTED):
        start = match.start(1)
        place = Place(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
        found = f"the character {harmless(match[1])} ({unicodedata.name(match[1]).lower()})"
        expected = "ordinary spaces at the start of the line"
        yield Problem(place, "odd-indentation", "(text)", found, expected, "type the spaces again")


def with_plain_indentation(text: str) -> str:
    """The text with ordinary spaces at the start of its lines, so that the rest of the file can be read."""
    return _ODD_INDENTATION.sub(lambda match: " " * len(match[0]), text)


def without_forbidden(text: str) -> str:
    """The text with each forbidden character replaced, so that the rest of the file can be read."""
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def hidden_in_name(name: str) -> str | None:
    """What is deceptive about a key or id: a zero-width character or a non-NFC form; None if nothing is."""
    if name.isascii():
        return None
    for character in name:
        if unicodedata.category(character) == "Cf":
            return f"the invisible character {harmless(character)}"
    if not unicodedata.is_normalized("NFC", name):
        return "letters with separate accents (not in the composed form NFC)"
    return None
