"""What an unquoted value means: the core schema of YAML 1.2, narrowed to what no reader can misunderstand."""

from __future__ import annotations

import math
import re

Value = str | int | float | bool | None
LARGEST_NUMBER_WORDS = "1e15"
LARGEST_NUMBER = float(LARGEST_NUMBER_WORDS)
"""In size. Beyond about this a double no longer tells neighbouring whole numbers apart."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", re.ASCII)


class NotFiniteError(ValueError):
    """An infinity, a not-a-number, or a number too large to hold."""


def plain_value(text: str) -> Value:
    """The value of an unquoted scalar. Raises ``NotFiniteError``.

    ``yes``, ``1_000``, ``0x1F``, ``0o7``, ``1:30``, ``007`` and full-width digits are text, so that a field
    for numbers refuses them. A minus sign before zero is dropped.
    """
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return _finite(text)
    if _NOT_FINITE.fullmatch(text):
        raise NotFiniteError(text)
    return text


def looks_like_number(text: str) -> bool:
    """Whether the text, unquoted, would be read as a number."""
    return bool(_INT.fullmatch(text) or _FLOAT.fullmatch(text))


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise NotFiniteError(text)
    return value + 0.0
