"""The events of a YAML text, by ruamel.yaml's parser in pure Python."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent


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
