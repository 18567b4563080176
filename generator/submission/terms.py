"""Words that may stand somewhere, as comments of a new study file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from generator.submission.yaml_text import WIDTH


def listed(words: Iterable[str]) -> str:
    """``a, b or c``."""
    *first, last = list(words)
    return f"{', '.join(first)} or {last}" if first else last


def terms(pairs: Iterable[tuple[str, str]], indent: int = 0) -> Iterator[str]:
    """A comment line for each word, with what it means beside it."""
    rows = tuple(pairs)
    width = max(len(word) for word, _ in rows)
    for word, meaning in rows:
        head = f"{' ' * indent}#   {word:{width}}  "
        text = " ".join("".join(c if c.isprintable() else " " for c in meaning).split())
        first, *rest = textwrap.wrap(text, max(WIDTH - len(head), 30)) or [""]
        yield f"{head}{first}"
        yield from (f"{' ' * indent}#   {' ' * width}  {line}" for line in rest)
