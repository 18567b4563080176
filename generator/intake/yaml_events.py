"""The events of a YAML text: by ruamel.yaml's parser in pure Python, or by libyaml, which is ten times quicker."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

try:
    from yaml.cyaml import CParser
except ImportError:  # PyYAML can be built without libyaml.
    CParser = None


class EventReader:
    """The events of a text, how far the parser has read in it, the last single value it met, and what is still open."""

    def __init__(self, text: str) -> None:
        yaml = YAML(typ="safe", pure=True)
        _, self._parser = yaml.get_constructor_parser(text)
        self._reader = yaml.reader
        self.last_scalar: Any = None
        self.open: list[Any] = []

    @property
    def position(self) -> tuple[int, int]:
        """Line and column, from 1."""
        return self._reader.line + 1, self._reader.column + 1

    def __iter__(self) -> Iterator[Any]:
        while self._parser.check_event():
            event = self._parser.get_event()
            if isinstance(event, ScalarEvent):
                self.last_scalar = event
            elif isinstance(event, CollectionStartEvent):
                self.open.append(event)
            elif isinstance(event, CollectionEndEvent):
                self.open.pop()
            yield event


class QuickEventReader(EventReader):
    """The same events by libyaml. It knows YAML 1.1 only and explains its errors less well: what it reads is to be
    taken only if nothing was wrong, and only of a text that both versions read alike (``reads_alike``)."""

    def __init__(self, text: str) -> None:
        self._quick = CParser(text)
        self.last_scalar: Any = None
        self.open: list[Any] = []

    @property
    def position(self) -> tuple[int, int]:
        """The start: whoever needs more reads the text again, slowly."""
        return 1, 1

    def __iter__(self) -> Iterator[Any]:
        while self._quick.check_event():
            event = self._quick.get_event()
            yield _MADE[type(event).__name__](event)


def reads_alike(text: str) -> bool:
    """Whether libyaml is here, and the text has nothing that it is known to read otherwise."""
    return CParser is not None and not _READ_OTHERWISE.search(text)


_READ_OTHERWISE = re.compile(r"[\t\r\x85\u2028\u2029\ufeff]|^ +$|[|>][-+0-9]*#|^(?:---|\.\.\.)", re.MULTILINE)
"""Tabs, old line breaks, lines of spaces, a comment right behind the sign of a block of text, ends of documents."""


def _start(kind: type[CollectionStartEvent]) -> Callable[[Any], Event]:
    return lambda e: kind(e.anchor, e.tag, e.implicit, e.start_mark, e.end_mark, e.flow_style)


def _plain(kind: type[Event]) -> Callable[[Any], Event]:
    return lambda e: kind(start_mark=e.start_mark, end_mark=e.end_mark)


_MADE: dict[str, Callable[[Any], Event]] = {
    "ScalarEvent": lambda e: ScalarEvent(
        e.anchor, e.tag, e.implicit, e.value, e.start_mark, e.end_mark, e.style or None
    ),
    "AliasEvent": lambda e: AliasEvent(e.anchor, e.start_mark, e.end_mark),
    "MappingStartEvent": _start(MappingStartEvent),
    "SequenceStartEvent": _start(SequenceStartEvent),
    **{
        kind.__name__: _plain(kind)
        for kind in (
            MappingEndEvent, SequenceEndEvent, DocumentStartEvent, DocumentEndEvent, StreamStartEvent, StreamEndEvent,
        )
    },
}  # fmt: skip
