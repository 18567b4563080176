"""Files, ids and labels are told apart by more than the case of their letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.intake.draft import Draft, stem
from generator.intake.node import Node
from generator.model.problem import Place, Problem


def check(draft: Draft) -> Iterator[Problem]:
    """No two paths, labels or keys of evidence models are the same but for case."""
    yield from _paths(draft.seen)
    yield from _labels(tree.get("label") for _, tree in draft.studies)
    for _, tree in draft.studies:
        yield from _keys(tree.get("evidence_models"))


def _paths(paths: tuple[str, ...]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for path in paths:
        other = first.setdefault(path.lower(), path)
        if other != path:
            expected = "names that differ by more than the case of letters"
            place = Place(path, 1, 1)
            yield Problem(place, "colliding-names", "(file)", f"{stem(path)} beside {stem(other)}", expected)


def _labels(labels: Iterable[Node]) -> Iterator[Problem]:
    first: dict[str, Node] = {}
    for label in labels:
        text = (label.text or "").strip().casefold()
        if text and first.setdefault(text, label) is not label:
            other = first[text].place
            yield label.problem("colliding-names", f"a label other than that of {other.path}, line {other.line}")


def _keys(group: Node) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for key, node in group.entries():
        if first.setdefault(key.lower(), key) != key:
            expected = f"a key that differs from {first[key.lower()]} by more than case"
            yield node.key_problem("colliding-names", expected, found=f"the key {key[:60]}")
