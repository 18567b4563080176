"""The one place where text becomes YAML: every value is quoted unless it cannot be mistaken for anything else."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9./()+_-]*( [A-Za-z0-9(][A-Za-z0-9./()+_-]*)*", re.ASCII)
_WORDS = frozenset(["true", "false", "null", "yes", "no", "on", "off", "y", "n"])
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?", re.ASCII)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def value(text: str) -> str:
    """The text as a YAML scalar on one line, in a list or mapping of any style. It reads back as the same text."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """The text in double quotes; what cannot be seen is escaped."""
    return f'"{"".join(map(_character, text))}"'


def is_number(text: str) -> bool:
    """Whether the text, unquoted, is a plain decimal number."""
    return bool(_NUMBER.fullmatch(text))


def items(texts: Iterable[str]) -> str:
    """A list on one line."""
    return f"[{', '.join(map(value, texts))}]"


def comment(text: str, indent: int = 0, hanging: int = 0) -> Iterator[str]:
    """Comment lines; continuation lines are indented by ``hanging`` more."""
    head = f"{' ' * indent}# "
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    lines = textwrap.wrap(words, WIDTH - len(head), subsequent_indent=" " * hanging, break_on_hyphens=False)
    return (f"{head}{line}" for line in lines)


def _character(character: str) -> str:
    code = ord(character)
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
