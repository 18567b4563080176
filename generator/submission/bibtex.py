"""Reads the one entry of a BibTeX file. Small and strict: what it cannot read it names by line, and nothing is run."""

from __future__ import annotations

import re

from generator.submission.latex import plain
from generator.submission.record import SubmissionError

DEEPEST = 30
MOST_FIELDS = 200
_SPACE = re.compile(r"(?:\s|%[^\n]*)*")
_NAME = re.compile(r"[^\s\"#%'(),={}\\]{1,80}")
_ENTRY = re.compile(r"@\s*([A-Za-z]{1,40})\s*([{(])")
_SKIPPED = ("comment", "preamble", "string")
_MONTHS = dict.fromkeys(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])


def bibtex_fields(text: str) -> dict[str, str]:
    """The fields of the only entry, names in small letters, values as plain text but for ``author``, which is TeX.

    Raises ``SubmissionError`` naming the line, if the text holds no entry, several, or one that is broken.
    """
    entries = [found for found in _ENTRY.finditer(text) if found[1].lower() not in _SKIPPED]
    if not entries:
        raise SubmissionError("there is no BibTeX entry in it: it should hold one, such as @article{doe2031, ...}")
    fields, end = _Entry(text, entries[0]).fields()
    if any(other.start() >= end for other in entries[1:]):
        raise SubmissionError(f"it holds {len(entries)} entries: keep the one of the study and delete the others")
    return {name: value if name == "author" else plain(value) for name, value in fields.items()}


def authors(field: str) -> list[str]:
    """The names of an ``author`` field, as TeX: split at the word *and* outside braces."""
    names, depth, start = [], 0, 0
    for found in re.finditer(r"\\.|[{}]|\sand(?=\s)", field, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(found.group(), 0)
        if depth == 0 and found.group().endswith("and"):
            names.append(field[start : found.start()])
            start = found.end()
    return [name.strip() for name in [*names, field[start:]] if name.strip()]


class _Entry:
    """One entry and how far it was read."""

    def __init__(self, text: str, start: re.Match[str]) -> None:
        self.text = text
        self.place = start.end()
        self.closing = ")" if start[2] == "(" else "}"

    def fields(self) -> tuple[dict[str, str], int]:
        """The fields (of repeated ones the first), and where the entry ends."""
        self.skip()
        if not self.at("="):
            self.matched(_NAME, "the key of the entry")
        fields: dict[str, str] = {}
        while not self.took(self.closing):
            if not self.took(","):
                raise self.error("a comma or the end of the entry")
            if self.took(self.closing):
                break
            name = self.matched(_NAME, "the name of a field").lower()
            if not self.took("="):
                raise self.error(f"= after {name[:40]}")
            fields.setdefault(name, self.value())
            if len(fields) > MOST_FIELDS:
                raise self.error(f"at most {MOST_FIELDS} fields")
        return fields, self.place

    def value(self) -> str:
        """Braces, quotes, a number or the name of a month, joined by #."""
        parts = [self.part()]
        while self.took("#"):
            parts.append(self.part())
        return "".join(parts)

    def part(self) -> str:
        """One piece of a value."""
        if self.took("{"):
            return self.until("}")
        if self.took('"'):
            return self.until('"')
        word = self.matched(_NAME, "a value in braces or quotes, or a number")
        if word.isdigit() or word.lower() in _MONTHS:
            return word
        raise self.error(f"{{{word[:40]}}} in braces, since abbreviations are not known here")

    def until(self, closing: str) -> str:
        """The text up to the closing brace or quote that belongs to the opening one."""
        depth, start = 0, self.place
        for found in re.compile(r'\\.|[{}"]', re.DOTALL).finditer(self.text, self.place):
            if found.group() == closing and depth == 0:
                self.place = found.end()
                self.skip()
                return self.text[start : found.start()]
            depth += {"{": 1, "}": -1}.get(found.group(), 0)
            if not 0 <= depth <= DEEPEST:
                break
        raise self.error(f"{closing} that closes the value which begins here")

    def matched(self, pattern: re.Pattern[str], expected: str) -> str:
        """What the pattern finds here."""
        found = pattern.match(self.text, self.place)
        if not found:
            raise self.error(expected)
        self.place = found.end()
        self.skip()
        return found.group()

    def at(self, text: str) -> bool:
        """Whether this stands here."""
        return self.text.startswith(text, self.place)

    def took(self, text: str) -> bool:
        """Whether this stood here; reading goes on behind it."""
        if not self.at(text):
            return False
        self.place += len(text)
        if text not in ("{", '"'):
            self.skip()
        return True

    def skip(self) -> None:
        """Read past white space and comments."""
        found = _SPACE.match(self.text, self.place)
        self.place = found.end() if found else self.place

    def error(self, expected: str) -> SubmissionError:
        """What to say when something else was expected."""
        line = self.text.count("\n", 0, self.place) + 1
        return SubmissionError(f"line {line} of the BibTeX entry: expected {expected}; mend it, or give the options")
