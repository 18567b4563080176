"""Reads the one record of a RIS file."""

from __future__ import annotations

import re

from generator.submission.record import SubmissionError

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)", re.ASCII)


def ris_fields(text: str) -> dict[str, list[str]]:
    """The values of the only record by tag, in their order. Raises ``SubmissionError`` for none or several."""
    fields: dict[str, list[str]] = {}
    records, open_record, last = 0, False, ""
    for line in text.splitlines():
        found = _LINE.match(line.strip("\ufeff"))
        if not found:
            if open_record and last and line.strip():
                fields[last][-1] += f" {line.strip()}"
            continue
        tag, value = found[1], found[2].strip()
        records += tag == "TY"
        open_record = tag != "ER"
        if tag != "ER" and records == 1:
            fields.setdefault(tag, []).append(value)
        last = tag if open_record and records == 1 else ""
    if records == 0:
        raise SubmissionError("there is no RIS record in it: its first line should be such as TY  - JOUR")
    if records > 1:
        raise SubmissionError(f"it holds {records} records: keep the one of the study and delete the others")
    return fields
