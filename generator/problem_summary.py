"""Problems where a forge shows them: a few annotations beside their lines, and all of them in the job's summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.model.problem import Problem, Severity
from generator.problem_text import as_annotation, as_line
from generator.views.markdown_text import escaped

MOST_ANNOTATIONS = 10
"""Of each severity: the forge shows no more of a step, and does not say which it leaves out."""
MOST_LISTED = 500
"""Rows of a summary, whose size is limited."""


def annotated(folder: Path, problems: Sequence[Problem]) -> Iterator[str]:
    """The first problems of each severity as annotations, the others as plain lines of the log."""
    shown: Counter[Severity] = Counter()
    for problem in problems:
        shown[problem.severity] += 1
        few = shown[problem.severity] <= MOST_ANNOTATIONS
        yield as_annotation(folder, problem) if few else as_line(folder, problem)


def as_summary(folder: Path, problems: Sequence[Problem], verdict: str) -> str:
    """All problems as Markdown; ends with a newline. Nothing in them can be taken for markup."""
    lines = ["## Evidence", "", f"{verdict[:1].upper()}{verdict[1:]}.", ""]
    if problems:
        lines += ["| where | field | found | expected |", "|---|---|---|---|"]
        lines += [_row(folder, problem) for problem in problems[:MOST_LISTED]]
        lines.append("")
    if len(problems) > MOST_LISTED:
        lines += [f"{len(problems) - MOST_LISTED} more are listed by living-review check.", ""]
    return "\n".join(lines)


def _row(folder: Path, problem: Problem) -> str:
    where = f"{folder / problem.place.path}:{problem.place.line}:{problem.place.column}"
    kind = "warning: " if problem.severity is Severity.WARNING else ""
    expected = f"{problem.expected}; {problem.hint}" if problem.hint else problem.expected
    return f"| {' | '.join(map(escaped, (where, f'{kind}{problem.field}', problem.found, expected)))} |"
