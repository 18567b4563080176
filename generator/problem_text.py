"""Problems as lines for people, annotations for a forge, and documents for scripts."""

from __future__ import annotations

from pathlib import Path

from generator.model.problem import Problem, Severity


def as_line(folder: Path, problem: Problem) -> str:
    """``path:line:column: field: what was found, what is expected, hint``; ``folder`` is the evidence folder."""
    warning = "warning: " if problem.severity is Severity.WARNING else ""
    where = f"{folder / problem.place.path}:{problem.place.line}:{problem.place.column}"
    hint = f"; {problem.hint}" if problem.hint else ""
    return printable(f"{where}: {warning}{problem.field}: found {problem.found}, expected {problem.expected}{hint}")


def as_annotation(folder: Path, problem: Problem) -> str:
    """A workflow command that shows the problem beside its line. Its own syntax is escaped in every part."""
    place, message = problem.place, f"{problem.field}: found {problem.found}, expected {problem.expected}"
    if problem.hint:
        message += f"; {problem.hint}"
    path = _escaped(printable(str(folder / place.path)), also=":,")
    return f"::{problem.severity} file={path},line={place.line},col={place.column}::{_escaped(printable(message))}"


def _escaped(text: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def as_document(folder: Path, problem: Problem) -> dict[str, object]:
    """The same, part by part."""
    return {
        "path": str(folder / problem.place.path),
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity.value,
        "kind": problem.kind,
        "field": problem.field,
        "found": problem.found,
        "expected": problem.expected,
        "hint": problem.hint,
        "about": list(problem.about),
    }


def printable(text: str) -> str:
    """Text that cannot steer a terminal: the only place where it is escaped for one."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)
