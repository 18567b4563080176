"""Reads one YAML file into a tree of nodes, from the events of the parser.

Only what a reader can see through is accepted: no anchors, aliases, tags, merge keys, directives or second
documents, and no nesting deeper than ``DEEPEST``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from generator.intake.characters import (
    FORBIDDEN,
    character_problem,
    forbidden_characters,
    hidden_in_name,
    odd_indentation,
    with_plain_indentation,
    without_forbidden,
)
from generator.intake.node import WHOLE_FILE, Mapping, Node, Scalar, Sequence
from generator.intake.number_hints import LEAVE_OUT
from generator.intake.other_formats import other_format
from generator.intake.scalars import LARGEST_NUMBER_WORDS, NotFiniteError, Value, plain_value
from generator.intake.wording import MOST_PER_FILE, field_part, quoted
from generator.intake.yaml_events import EventReader, QuickEventReader, reads_alike
from generator.intake.yaml_faults import fault_problem
from generator.model.problem import Place, Problem

DEEPEST = 20
"""Levels of nesting; the evidence format needs eight."""
_NOTHING_TO_SAY = "leave the key out if there is nothing to say"
_COMMA = "is it part of a number? Then write a decimal point instead of the comma, and nothing between thousands"
_COLON = "put a space after the colon"
_REST = "is it the rest of a text with a comma? Then put the whole text in double quotes; or is its colon missing?"
_NO_SPACE = re.compile(r'.*\."?[A-Za-z_]+:[^."]')
AS_TEXT = "if it is meant as text, put it in quotes"


@dataclass(frozen=True, slots=True)
class Reading:
    """The tree of a file, None if it could not be read to its end, and what was wrong with it."""

    root: Node | None
    problems: tuple[Problem, ...]


class _GiveUpError(Exception):
    """The rest of the file is not worth reading."""


def read_yaml(path: str, text: str) -> Reading:
    """The tree of the YAML file ``path`` with this text. Never raises for what the text says."""
    if "\r" in text and "\n" not in text:
        return Reading(None, (_old_line_ends(path),))
    if reads_alike(text):
        quick = _read(path, text, QuickEventReader)
        if quick.root is not None and not quick.problems:
            return quick
    return _read(path, text, EventReader)


def _read(path: str, text: str, events: type[EventReader]) -> Reading:
    reader = _Reader(path, text, events)
    root = reader.read()
    other = other_format(path, text) if root is None else None
    return Reading(root, (other,) if other else tuple(reader.problems))


def _old_line_ends(path: str) -> Problem:
    expected = "lines that end as Windows, macOS or Linux end them"
    hint = "save the file with the line ends LF"
    return Problem(Place(path, 1, 1), "old-line-ends", WHOLE_FILE, "one line with carriage returns", expected, hint)


def _hint_for_nothing(field: str) -> str:
    """What to do about a key without a value, which may be the rest of a number, or one with its value."""
    if _NO_SPACE.match(field):
        return _COLON
    if field.endswith('"'):
        return _REST
    return _COMMA if field.rpartition(".")[2].isdigit() else _NOTHING_TO_SAY


class _Reader:
    def __init__(self, path: str, text: str, events: type[EventReader]) -> None:
        self.path = path
        self.problems = list(forbidden_characters(path, text))
        self.problems += odd_indentation(path, text)
        self.text = self.without_directives(with_plain_indentation(without_forbidden(text)))
        self.source = events(self.text)
        self.events = iter(self.source)

    def read(self) -> Node | None:
        """The tree of the file, or None if it could not be read to its end."""
        try:
            return self.document()
        except _GiveUpError:
            return None
        except Exception as fault:  # ruamel.yaml lets ValueError, AttributeError and others escape.
            self.problems.append(self.fault(fault))
            return None

    def fault(self, fault: Exception) -> Problem:
        """The problem that an exception of the parser stands for."""
        reached = Place(self.path, *self.source.position)
        open_flows = tuple(self.place(event) for event in self.source.open if event.flow_style)
        return fault_problem(self.path, self.text, fault, reached, self.long_quote(), open_flows)

    def long_quote(self) -> Place | None:
        """Where the last value began, if it is a quoted one over several lines: its quote may be missing."""
        last = self.source.last_scalar
        if last is None or last.style not in ("'", '"') or last.start_mark.line == last.end_mark.line:
            return None
        return self.place(last)

    def document(self) -> Node:
        """The tree of the only document; gives up on an empty file and on one without keys."""
        event = next(self.events)
        if isinstance(event, StreamStartEvent):
            event = next(self.events)
        if isinstance(event, StreamEndEvent):
            raise self.give_up(Place(self.path, 1, 1), "empty-file", "an empty file", "keys with values")
        start = next(self.events)
        root = self.value(start, self.place(start), WHOLE_FILE, 1)
        self.refuse_more_documents()
        if root.broken:
            raise _GiveUpError
        if not isinstance(root, Mapping):
            raise self.give_up(root.place, "wrong-shape", root.echo, "keys with values, such as id: my-study")
        return root

    def without_directives(self, text: str) -> str:
        """The text with the directives at its start made comments; reports them."""
        lines = text.split("\n")
        for number, line in enumerate(lines):
            if line.startswith("%"):
                place = Place(self.path, number + 1, 1)
                self.refuse(place, "directive", WHOLE_FILE, quoted(line.rstrip()), "no directive")
                lines[number] = "#"
            elif line.strip() and not line.lstrip().startswith("#"):
                break
        return "\n".join(lines)

    def refuse_more_documents(self) -> None:
        """Give up if another document follows."""
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                raise self.give_up(self.place(event), "second-document", '"---"', "one document in the file")

    def give_up(self, place: Place, kind: str, found: str, expected: str) -> _GiveUpError:
        """Report a problem that leaves nothing to read; to be raised."""
        self.refuse(place, kind, WHOLE_FILE, found, expected)
        return _GiveUpError()

    def refuse(self, place: Place, kind: str, field: str, found: str, expected: str, hint: str = "") -> None:
        """Report a problem; reading goes on."""
        self.problems.append(Problem(place, kind, field, found, expected, hint))

    def place(self, event: Any) -> Place:
        """Where an event starts."""
        return Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def value(self, event: Any, key_place: Place, field: str, depth: int) -> Node:
        """The node that starts with ``event``; gives up on a file of nothing but mistakes."""
        if len(self.problems) >= MOST_PER_FILE:
            raise _GiveUpError
        refused = self.refused(event, field)
        node = self.any_value(event, key_place, field, depth)
        return self.broken(node.place, key_place, field) if refused else node

    def any_value(self, event: Any, key_place: Place, field: str, depth: int) -> Node:
        """The node that starts with ``event``, whatever it is made of."""
        if isinstance(event, CollectionStartEvent) and depth > DEEPEST:
            raise self.too_deep(self.place(event))
        if isinstance(event, MappingStartEvent):
            return self.mapping(event, key_place, field, depth)
        if isinstance(event, SequenceStartEvent):
            return self.sequence(event, key_place, field, depth)
        return self.scalar(event, key_place, field)

    def too_deep(self, place: Place) -> _GiveUpError:
        """Report nesting that no reader could follow; to be raised."""
        return self.give_up(place, "too-deep", f"nesting deeper than {DEEPEST} levels", "fewer levels")

    def refused(self, event: Any, field: str) -> bool:
        """Whether the event uses what a reader cannot see through; reports it."""
        place = self.place(event)
        if isinstance(event, AliasEvent):
            self.refuse(place, "alias", field, quoted(f"*{event.anchor}"), "the value itself", AS_TEXT)
            return True
        if event.anchor:
            self.refuse(place, "anchor", field, quoted(f"&{event.anchor}"), "a value without a name", AS_TEXT)
        if event.tag is not None:
            self.refuse(place, "tag", field, "a tag (a word after !)", "a value without a tag", AS_TEXT)
        return bool(event.anchor) or event.tag is not None

    def broken(self, place: Place, key_place: Place, field: str) -> Scalar:
        """What stands in the tree for a value that has been reported."""
        return Scalar(place, key_place, field, "", False, None, broken=True)

    def scalar(self, event: Any, key_place: Place, field: str) -> Node:
        """The node of a single value, understood by the core schema unless it is quoted."""
        place = self.place(event)
        if not isinstance(event, ScalarEvent):
            return self.broken(place, key_place, field)
        plain = event.style is None
        hidden = None if plain else FORBIDDEN.search(event.value)
        if hidden:
            self.problems.append(character_problem(place, field, hidden.group()))
            return self.broken(place, key_place, field)
        try:
            value: Value = plain_value(event.value) if plain else event.value
        except NotFiniteError:
            expected = f"a finite number, at most {LARGEST_NUMBER_WORDS} in size"
            self.refuse(place, "not-finite", field, quoted(event.value), expected, LEAVE_OUT)
            return self.broken(place, key_place, field)
        if value is None:
            place = place if event.value else key_place
            self.refuse(place, "empty-value", field, "nothing", "a value", _hint_for_nothing(field))
        return Scalar(place, key_place, field, event.value, plain, value, broken=value is None)

    def sequence(self, start: Any, key_place: Place, field: str, depth: int) -> Node:
        """The node of a list."""
        members: list[Node] = []
        while not isinstance(event := next(self.events), SequenceEndEvent):
            item_field = f"{field}[{len(members) + 1}]"
            members.append(self.value(event, self.place(event), item_field, depth + 1))
        return Sequence(self.place(start), key_place, field, tuple(members))

    def mapping(self, start: Any, key_place: Place, field: str, depth: int) -> Node:
        """The node of keys with values; of keys that occur twice the first one counts."""
        values: dict[str, Node] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            key = self.key(event, field)
            below = field_part(key or "?") if field == WHOLE_FILE else f"{field}.{field_part(key or '?')}"
            value = self.value(next(self.events), self.place(event), below, depth + 1)
            if key in values:
                if not (value.broken and values[key].broken):
                    self.refuse_duplicate(key, value, values[key])
            elif key is not None:
                values[key] = value
        return Mapping(self.place(start), key_place, field, values)

    def refuse_duplicate(self, key: str, second: Node, first: Node) -> None:
        """Report a key that occurs twice, at the second place, with the line of the first."""
        found = f"the key {quoted(key)} in line {first.key_place.line} and again here"
        self.refuse(second.key_place, "duplicate-key", second.field, found, "each key once")

    def key(self, event: Any, field: str) -> str | None:
        """The key that ``event`` is, or None if it is no proper key; reports why."""
        place = self.place(event)
        if isinstance(event, CollectionStartEvent):
            self.skip_collection(place)
            self.refuse(place, "odd-key", field, "a list or keys in place of a key", "a word as the key")
            return None
        if self.refused(event, field) or not isinstance(event, ScalarEvent):
            return None
        return event.value if self.is_proper_key(event, place, field) else None

    def is_proper_key(self, event: ScalarEvent, place: Place, field: str) -> bool:
        """Whether the key is one visible word or phrase; reports why not."""
        text = str(event.value)
        hidden = hidden_in_name(text)
        if text == "<<" and event.style is None:
            self.refuse(place, "merge-key", field, '"<<"', "every key written out")
        elif not text.strip() or "\n" in text or event.style in ("|", ">") or FORBIDDEN.search(text):
            self.refuse(place, "odd-key", field, quoted(text), "a word as the key")
        elif hidden:
            self.refuse(place, "hidden-in-key", field, f"{hidden} in {quoted(text)}", "plain letters in a key")
        else:
            return True
        return False

    def skip_collection(self, place: Place) -> None:
        """Read past a list or keys in place of a key."""
        depth = 1
        while depth:
            event = next(self.events)
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > DEEPEST:
                raise self.too_deep(place)
