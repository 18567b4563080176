"""Markdown that people and forges read (not the site's): the only place where text is escaped for it.

Any text from evidence, or any name a user typed, goes through ``escaped``: it then cannot open a construct of
Markdown or HTML, link, mention anybody, or steer a terminal. Letters, digits, spaces and harmless punctuation stay
as they are, so that the source reads well too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from generator.views.table import Cell, Table

_HARMLESS = frozenset(",;?'\"()%–−“”’…·")
_NUMBER_OF_LIST = re.compile(r"[0-9]+(?=[.)](?: |$))")


def escaped(text: str) -> str:
    """``text`` on one line, meaning itself."""
    plain = " ".join(text.split())
    numbered = _NUMBER_OF_LIST.match(plain)
    unsafe = numbered.end() if numbered else -1
    return "".join(_entity(one) if place == unsafe else _character(plain, place) for place, one in enumerate(plain))


def bullets(items: Iterable[str]) -> str:
    """Items, each already Markdown, as a list."""
    return "".join(f"- {item}\n" for item in items)


def table(shown: Table) -> str:
    """A table with its cells escaped; ranges are written in words."""
    rows: list[Sequence[str]] = [[column.title for column in shown.columns]]
    rows.extend([_cell(cell) for cell in row] for row in shown.rows)
    lines = [f"| {' | '.join(escaped(cell) for cell in row)} |" for row in rows]
    rule = "|".join(" ---: " if column.numeric else " --- " for column in shown.columns)
    return "\n".join([lines[0], f"|{rule}|", *lines[1:]]) + "\n"


def _cell(cell: Cell) -> str:
    return " ".join(part for part in ("" if cell.range is None else cell.range.words, cell.text) if part)


def _character(text: str, place: int) -> str:
    one, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if one.isalnum() or one == " " or one in _HARMLESS or _fits(one, before, after):
        return one
    return _entity(one)


def _fits(one: str, before: str, after: str) -> bool:
    """Whether punctuation stands where it neither begins a list nor is part of an address."""
    if one == ".":
        return (before.isdecimal() and after.isdecimal()) or (before != "" and not after.isalnum())
    if one == ":":
        return before != "" and after in ("", " ")
    if one in "-_":
        return before.isalnum() and after.isalnum()
    if one == "/":
        return _is_word_or_end(before) and _is_word_or_end(after)
    return one == "+" and after.isdecimal()


def _is_word_or_end(one: str) -> bool:
    return one.isalnum() or one in ("", " ")


def _entity(one: str) -> str:
    if one == "@":
        # A forge would call the person otherwise, entity or not.
        return "&#64;&#8288;"
    if ord(one) < 128:
        return f"&#{ord(one)};"
    return one if unicodedata.category(one)[0] != "C" else "\ufffd"
