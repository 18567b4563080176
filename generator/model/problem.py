"""What is wrong, or doubtful, with a piece of evidence, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in an evidence file: ``path`` relative to the evidence folder, 1-based line and column."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Severity(StrEnum):
    """An error stops everything; a warning is shown, on the site too, and stops nothing."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person should look at.

    ``kind`` names the rule (``unknown-key``); ``field`` is the path inside the file
    (``evidence_models.first.effects.comfort``); ``about`` holds the ids of the study, evidence
    model, effect or synthesis the problem concerns, so that pages can show it beside them.
    """

    place: Place
    kind: str
    field: str
    found: str
    expected: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    about: tuple[str, ...] = ()

    def __str__(self) -> str:
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self.place}: {self.field}: found {self.found}, expected {self.expected}{hint}"
