"""How text from evidence files is echoed, and how a near miss is recognised."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection

LONGEST_ECHO = 60
FEW = 12
MOST_PER_FILE = 200
"""Problems reported of one file; who has more of them is helped by the first, and a file of them is not read on."""
_PLAIN_FIELD = re.compile(r"[A-Za-z0-9._/-]{1,80}")


def harmless(text: str) -> str:
    """The text with every invisible character escaped and nothing left that a log could take for a command."""
    escaped = "".join(_visible(character) for character in text)
    while "::" in escaped:
        escaped = escaped.replace("::", ": :")
    return escaped.replace("##[", "# #[")


def quoted(text: str) -> str:
    """The text in double quotes, harmless and shortened to about 60 characters."""
    short = text if len(text) <= LONGEST_ECHO else text[: LONGEST_ECHO - 1] + "…"
    return f'"{harmless(short)}"'


def field_part(key: str) -> str:
    """A key as a part of a dotted field path."""
    return key if _PLAIN_FIELD.fullmatch(key) else quoted(key)


def suggestion(found: str, known: Collection[str], alike: float = 0.6) -> str:
    """A hint for a name that is not known: the closest known one, or all of them when they are few.

    ``alike`` is the least likeness, 0 to 1, of a near miss.
    """
    close = difflib.get_close_matches(found[:80].lower(), sorted(known), n=1, cutoff=alike)
    if close:
        return f"did you mean {harmless(close[0])}?"
    if known and len(known) <= FEW:
        return "there is " + listing(known)
    return ""


def listing(names: Collection[str], joint: str = "and") -> str:
    """Names in a sentence: ``a, b and c``."""
    ordered = [harmless(name) for name in sorted(set(names))]
    if len(ordered) < 2:
        return "".join(ordered)
    return f"{', '.join(ordered[:-1])} {joint} {ordered[-1]}"


def number(value: float) -> str:
    """A number as a person would write it: ``5`` rather than ``5.0``."""
    return f"{value:.6g}"


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    named = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character)
    code = ord(character)
    return named or (f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}")
