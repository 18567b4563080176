"""Fills in a new study file the way a person would: each ``todo`` by what its key asks for."""

from __future__ import annotations

import re
from pathlib import Path

ANSWERS = {
    "title": "A study that somebody filled in",
    "authors": "[N. Obody]",
    "year": "2031",
    "type": "experiment",
    "because": "It was measured with a clock.",
    "source": "The published version.",
    "technique": "meeting",
    "baseline": "tests-only",
    "reviewers": "two",
    "where": "Table 1",
    "unit": "hour",
    "baseline_value": "20",
    "treated_value": "21",
}
"""For the tiny review."""


def filled(text: str, answers: dict[str, str] = ANSWERS) -> str:
    """The text with nothing left to do."""
    text = text.replace("{baseline: todo", f"{{baseline: {answers['baseline_value']}")
    text = text.replace("treated: todo", f"treated: {answers['treated_value']}")
    text = text.replace("authors: [todo]", f"authors: {answers['authors']}")
    text = re.sub(r"^( *)todo:$", r"\1first:", text, flags=re.MULTILINE)
    text = re.sub(r"^(    [0-9.]+): todo", r"\1: yes", text, flags=re.MULTILINE)
    return re.sub(r"^( *)(\w+): todo", lambda found: f"{found[1]}{found[2]}: {answers[found[2]]}", text, flags=re.M)


def enrol(evidence: Path, model: str) -> None:
    """Add an evidence model to the end of the tiny review's only synthesis."""
    file = evidence / "syntheses/full.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  - roe-2021/all\n", f"  - roe-2021/all\n  - {model}\n"), encoding="utf-8")
