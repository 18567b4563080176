"""Reads the one record of a RIS file."""

from __future__ import annotations

import re

from generator.submission.record import SubmissionError

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)", re.ASCII)


def ris_fields(text: str) -> dict[str, list[str]]:
    """The values of the only record by tag, in their order. Raises ``SubmissionError`` for none or several."""
    values: list[tuple[str, list[str]]] = []
    records, is_open = 0, False
    for line in text.splitlines():
        found = _LINE.match(line.strip("\ufeff"))
        if found:
            records += found[1] == "TY"
            is_open = found[1] != "ER"
        if not is_open or records != 1:
            continue
        if found:
            values.append((found[1], [found[2].strip()]))
        elif values and line.strip():
            values[-1][1].append(line.strip())
    if records == 0:
        raise SubmissionError("there is no RIS record in it: its first line should be such as TY  - JOUR")
    if records > 1:
        raise SubmissionError(f"it holds {records} records: keep the one of the study and delete the others")
    fields: dict[str, list[str]] = {}
    for tag, parts in values:
        fields.setdefault(tag, []).append(" ".join(parts))
    return fields
