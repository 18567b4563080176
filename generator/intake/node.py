"""A file of evidence as a tree in which everything knows where it stands.

Checks walk it without asking whether the file is complete: what is absent, or of another kind, answers with
``ABSENT``, an empty tuple or None. Whether it may be absent is the schema's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass

from generator.intake.scalars import LARGEST_NUMBER, Value
from generator.intake.wording import harmless, quoted
from generator.model.problem import Place, Problem

WHOLE_FILE = "(file)"


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place, the place of its key (its own in a list), and its dotted path in the file.

    Items of a list are counted from 1: ``evidence_models[3]``. ``broken`` marks a value that has been reported
    already.
    """

    place: Place
    key_place: Place
    field: str
    _: KW_ONLY
    broken: bool = False

    @property
    def exists(self) -> bool:
        """Whether the file has this value."""
        return True

    @property
    def text(self) -> str | None:
        """The value if it is text."""
        return None

    @property
    def number(self) -> float | None:
        """The value if it is a number, and none so large that it is refused anyway."""
        return None

    @property
    def items(self) -> tuple[Node, ...]:
        """The items of a list."""
        return ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of a mapping."""
        return ()

    def get(self, *path: str) -> Node:
        """The value at a path of keys, or ``ABSENT``."""
        return self if not path else ABSENT

    def entries(self) -> Iterator[tuple[str, Node]]:
        """The keys of a mapping with their values."""
        return ((key, self.get(key)) for key in self.keys)

    def texts(self) -> tuple[Node, ...]:
        """The texts of a value that may be one text or a list of them."""
        return tuple(node for node in (self, *self.items) if node.text is not None)

    def names(self) -> tuple[str, ...]:
        """The same as strings."""
        return tuple(node.text for node in self.texts() if node.text is not None)

    @property
    def echo(self) -> str:
        """The value as a problem shows it."""
        return "nothing"

    def problem(self, kind: str, expected: str, hint: str = "", found: str | None = None) -> Problem:
        """A problem with the value."""
        return Problem(self.place, kind, self.field, found or self.echo, expected, hint)

    def key_problem(self, kind: str, expected: str, hint: str = "", found: str | None = None) -> Problem:
        """A problem with the key of the value, or with what the value lacks."""
        return Problem(self.key_place, kind, self.field, found or self.echo, expected, hint)


@dataclass(frozen=True, slots=True)
class Absent(Node):
    """What the file does not have."""

    @property
    def exists(self) -> bool:
        """Never."""
        return False


@dataclass(frozen=True, slots=True)
class Scalar(Node):
    """A single value: ``raw`` as written, ``plain`` if without quotes, ``value`` as understood."""

    raw: str
    plain: bool
    value: Value

    @property
    def text(self) -> str | None:
        """The value if it was understood as text."""
        return self.value if isinstance(self.value, str) and not self.broken else None

    @property
    def number(self) -> float | None:
        """The value if it was understood as a number, and is none so large that it is refused anyway."""
        if self.broken or isinstance(self.value, bool) or not isinstance(self.value, int | float):
            return None
        return self.value if abs(self.value) <= LARGEST_NUMBER else None

    @property
    def echo(self) -> str:
        """The value as it was written, shortened."""
        if isinstance(self.value, str):
            return quoted(self.raw)
        return harmless(self.raw)[:60] or "nothing"


@dataclass(frozen=True, slots=True)
class Mapping(Node):
    """Keys with values, in the order of the file."""

    values: dict[str, Node]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys, in the order of the file."""
        return tuple(self.values)

    def get(self, *path: str) -> Node:
        """The value below these keys, one after the other, or ``ABSENT``."""
        if not path:
            return self
        return self.values.get(path[0], ABSENT).get(*path[1:])

    @property
    def echo(self) -> str:
        """What kind of value it is; its content would be too long."""
        return "keys with values" if self.values else "nothing"


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    """A list."""

    members: tuple[Node, ...]

    @property
    def items(self) -> tuple[Node, ...]:
        """The items, in the order of the file."""
        return self.members

    @property
    def echo(self) -> str:
        """What kind of value it is; its content would be too long."""
        return "a list" if self.members else "an empty list"


_NOWHERE = Place("", 1, 1)
ABSENT: Node = Absent(_NOWHERE, _NOWHERE, WHOLE_FILE)


def plain_data(node: Node) -> object:
    """The tree as Python data, for validation."""
    if isinstance(node, Mapping):
        return {key: plain_data(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return tuple(plain_data(item) for item in node.members)
    return node.value if isinstance(node, Scalar) else None
