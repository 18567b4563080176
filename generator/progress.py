"""A progress bar for whoever waits at a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

PATIENCE = 2.0
"""Seconds after which a bar appears; shorter work needs none."""
_WIDTH = 30


class ProgressBar:
    """A bar on ``stream``: only on a terminal, and only for what takes longer than ``PATIENCE``."""

    def __init__(self, stream: TextIO, what: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._what, self._clock = stream, what, clock
        self._start, self._shown = clock(), False

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` steps are done; the last one removes the bar."""
        if not self._stream.isatty():
            return
        if done >= total:
            self.clear()
        elif self._clock() - self._start >= PATIENCE:
            filled = _WIDTH * done // total
            self._write(f"\r{self._what} [{'#' * filled}{'.' * (_WIDTH - filled)}] {done}/{total}")
            self._shown = True

    def clear(self) -> None:
        """Leave a clean line behind."""
        if self._shown:
            self._write("\r\x1b[K")
            self._shown = False

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
