"""The same place in two files about one study, and whether both say the same there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.node import Node, Scalar
from generator.model.second_extraction import FieldGroup, FieldPair, FieldReading, Scale

Two = tuple[Node, Node]
"""The same place in both files, the first extractor's before the second's."""


def below(both: Two, *path: str) -> Two:
    """The same path below both."""
    return both[0].get(*path), both[1].get(*path)


def keys(both: Two) -> tuple[str, ...]:
    """The keys of both, in the order of the first file."""
    return tuple(dict.fromkeys((*both[0].keys, *both[1].keys)))


def in_both(both: Two) -> bool:
    """Whether both files have the place."""
    return both[0].exists and both[1].exists


def in_one(both: Two) -> bool:
    """Whether at least one of the files has the place."""
    return both[0].exists or both[1].exists


def field_of(both: Two) -> str:
    """The path inside the file; one of them has the place."""
    return both[0].field if both[0].exists else both[1].field


def pair(
    group: FieldGroup, both: Two, parents: Two, field: str = "", scale: Scale | None = None, ordered: bool = True
) -> FieldPair:
    """The two values of a field; where one is missing, its place is that of what it would belong to.

    The values are the same if they are the same numbers, or the same texts but for case and white space; in lists
    also if they stand in another order, unless that is ``ordered``.
    """
    first, second = (_reading(node, parent) for node, parent in zip(both, parents, strict=True))
    same = _meaning(both[0], ordered) == _meaning(both[1], ordered)
    return FieldPair(group, field or field_of(both), first, second, same, scale)


def presence(group: FieldGroup, both: Two, parents: Two, word: str) -> FieldPair:
    """A group of keys that only one of the files has; ``word`` says what having it means."""
    first, second = (
        FieldReading(word, node.key_place) if node.exists else FieldReading(None, parent.key_place)
        for node, parent in zip(both, parents, strict=True)
    )
    return FieldPair(group, field_of(both), first, second, False)


def named(
    group: FieldGroup, parents: Two, names: tuple[str, ...], scale: Scale | None = None, ordered: bool = True
) -> Iterator[FieldPair]:
    """The fields of these names below ``parents`` that at least one of the files has."""
    for name in names:
        both = below(parents, name)
        if in_one(both):
            yield pair(group, both, parents, scale=scale, ordered=ordered)


def _reading(node: Node, parent: Node) -> FieldReading:
    return FieldReading(_text(node), node.place) if node.exists else FieldReading(None, parent.key_place)


def _text(node: Node) -> str:
    return " ".join(node.raw.split()) if isinstance(node, Scalar) else "; ".join(map(_text, node.items)) or node.echo


def _meaning(node: Node, ordered: bool) -> object:
    if not node.exists:
        return None
    if node.number is not None:
        return node.number
    words = [" ".join(name.split()).casefold() for name in node.names()]
    return words if ordered else sorted(words)
