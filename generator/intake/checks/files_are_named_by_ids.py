"""A study or synthesis is named by its file."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft, stem
from generator.intake.schema.refusing import is_id
from generator.intake.schema.values import ID_WORDS
from generator.intake.text_hints import near_id
from generator.intake.wording import quoted
from generator.model.problem import Place, Problem


def check(draft: Draft) -> Iterator[Problem]:
    """The name of each file is an id, and the ``id`` in the file is this name."""
    for path in draft.seen:
        if not path.startswith("review/") and not is_id(stem(path)):
            yield _bad_name(path)
    for path, tree in (*draft.studies, *draft.syntheses):
        name = tree.get("id")
        if is_id(stem(path)) and is_id(name.text) and name.text != stem(path):
            yield name.problem("id-is-not-file-name", f"{stem(path)}, the name of the file")


def _bad_name(path: str) -> Problem:
    found, lower = quoted(f"{stem(path)}.yaml"), stem(path).lower()
    if is_id(lower):
        expected, hint = "a file name in lower case", f"rename it to {lower}.yaml"
    else:
        near = near_id(stem(path))
        expected, hint = f"{ID_WORDS}, and .yaml", f"rename it to {near}.yaml" if is_id(near) else "rename it"
    return Problem(Place(path, 1, 1), "wrong-file-name", "(file)", found, expected, hint)
