"""CSV that is exact for programs and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_STARTS_A_FORMULA = tuple("=+-@＝＋－＠")
"""Also as full-width characters, which spreadsheets in East Asian languages read alike."""
_STARTS_IN_A_FIELD = re.compile("([;\t][\\s'\"]*)(?=[=+\\-@＝＋－＠])")
"""Where a spreadsheet that takes semicolons or tabs for separators would see a new cell."""


def rows_to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as CSV with a heading line and ``\\n`` line ends.

    Numbers are written so that the same double is read back; None and NaN are empty; booleans are ``true`` and
    ``false``. Text that a spreadsheet would run as a formula, also one that cuts cells at semicolons, gets an
    apostrophe before it, and its line breaks become spaces.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([cell(column) for column in columns])
    for row in rows:
        writer.writerow([cell(row[column]) for column in columns])
    return out.getvalue()


def cell(value: object) -> str:
    """One value as CSV shows it, before quoting."""
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return _harmless(str(value))


def _harmless(text: str) -> str:
    runs = text.lstrip().startswith(_STARTS_A_FORMULA) or text[:1] in ("\t", "\r", "\n")
    guarded = f"'{text}" if runs else text
    return _STARTS_IN_A_FIELD.sub(r"\1'", " ".join(guarded.splitlines()))
