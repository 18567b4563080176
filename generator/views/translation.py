"""Texts put into a format character by character, each character looked up only once."""

from __future__ import annotations

from collections.abc import Callable


class Translation(dict[int, str]):
    """A table for ``str.translate`` that asks ``shown`` what a character becomes when it is first met."""

    def __init__(self, shown: Callable[[str], str]) -> None:
        super().__init__()
        self._shown = shown

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, self._shown(chr(code)))
