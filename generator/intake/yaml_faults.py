"""The parser's faults in plain words, at the place where a person would look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from generator.intake.node import WHOLE_FILE
from generator.intake.wording import quoted
from generator.model.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class _Words:
    """How to speak of faults whose message contains ``sign``; ``at_start`` places them where the trouble began."""

    sign: str
    expected: str
    hint: str
    at_start: bool = False


_QUOTE = "put the whole value in double quotes"
_FAULTS = (
    _Words("character '\\t'", "spaces where the tab is", "replace the tab by spaces"),
    _Words(
        "that cannot start any token",
        "a value that starts with a letter, a digit or a quote",
        _QUOTE,
    ),
    _Words(
        "could not find expected ':'",
        "a key, a colon and a value",
        "is a colon missing after the key, or a space after the colon, or a quote at the end?",
        at_start=True,
    ),
    _Words("unexpected end of stream", "a closing quote", "end the text with the quote it starts with", True),
    _Words("unexpected document separator", "a closing quote", "end the text with its quote", True),
    _Words(
        "escape",
        "ordinary text between the double quotes",
        "write \\\\ for a backslash, or use single quotes",
    ),
    _Words("sequence entries are not allowed", "a value", f"start the list on a new line, or {_QUOTE}"),
    _Words("but found '}'", "as many brackets that close as open", "delete the bracket that closes nothing"),
    _Words("but found ']'", "as many brackets that close as open", "delete the bracket that closes nothing"),
    _Words(
        "but found '<scalar>'",
        "nothing after the closing quote",
        "use the other kind of quotes around the whole text if it holds a quote or apostrophe itself",
    ),
    _Words(
        "expected '<document start>'",
        "lines of one group that start in the same column",
        "look at the lines above: the first key is indented further than this one",
    ),
    _Words("expected a comment or a line break", "a text that does not start with > or |", _QUOTE),
    _Words("mapping keys are not allowed", "a value that does not start with a question mark", _QUOTE),
    _Words(
        "expected <block end>",
        "lines of one group that start in the same column",
        "indent this line like its neighbours",
    ),
    _Words("unexpected ':'", "a value without a colon", _QUOTE),
)
_OTHER = _Words("", "text that follows the rules of YAML", "compare the line with a file that works")
_OPEN_QUOTE = _Words("", "a closing quote in the same line", "end the text with the quote it starts with")
_BRACKETS = {"[": "]", "{": "}"}
_BRACKET = _Words(
    "",
    "",
    "close the bracket, put commas between the parts, and quotes around values that contain a comma or a colon",
)
_COLON = _Words("", "one key and its value", f"the value contains a colon and a space: {_QUOTE}")
_NO_COLON = _Words(
    "",
    "the key above to end with a colon, and lines of one group to start in the same column",
    "look at the line above: is its colon missing, or is this line indented too far?",
)


def fault_problem(
    path: str, text: str, fault: Exception, reached: Place, long_quote: Place | None, open_flows: tuple[Place, ...]
) -> Problem:
    """The problem that an exception of the parser stands for.

    ``reached`` is where the parser was if the exception does not say; ``long_quote`` is where a quoted text of
    several lines began just before; ``open_flows`` are where the lists and groups began that brackets should end.
    """
    lines = text.split("\n")
    message = str(getattr(fault, "problem", None) or fault)
    place = _place(path, getattr(fault, "problem_mark", None)) or reached
    words = _words(message, _line(lines, place)[: place.column - 1])
    if words.at_start:
        place = _place(path, getattr(fault, "context_mark", None)) or place
    if long_quote and words.sign != "escape":
        place, words = long_quote, _OPEN_QUOTE
    elif "expected ',' or" in message or "<stream end>" in message:
        place, words = _innermost_bracket(lines, open_flows) or (place, words)
    line = _line(lines, place)
    found = quoted(line.strip()) if line.strip() else "nothing"
    return Problem(place, "syntax", WHOLE_FILE, found, words.expected, words.hint)


def _innermost_bracket(lines: list[str], open_flows: tuple[Place, ...]) -> tuple[Place, _Words] | None:
    """The last bracket that was opened and not closed, with the words for it; a pair in a list has none of its own."""
    for place in reversed(open_flows):
        opening = _line(lines, place)[place.column - 1 : place.column]
        if closing := _BRACKETS.get(opening):
            return place, replace(_BRACKET, expected=f'"{closing}" for the "{opening}" in column {place.column}')
    return None


def _words(message: str, before: str) -> _Words:
    if "mapping values are not allowed" in message:
        return _COLON if ": " in before else _NO_COLON
    if "chr() arg" in message:
        return next(words for words in _FAULTS if words.sign == "escape")
    return next((words for words in _FAULTS if words.sign in message), _OTHER)


def _place(path: str, mark: Any) -> Place | None:
    return Place(path, mark.line + 1, mark.column + 1) if mark is not None else None


def _line(lines: list[str], place: Place) -> str:
    return lines[place.line - 1] if place.line <= len(lines) else ""
