"""Holds a tree against the form of its file, and puts what is wrong into plain English."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.intake.node import Mapping, Node, Scalar, Sequence, plain_data
from generator.intake.scalars import looks_like_number
from generator.intake.schema.common import range_code
from generator.intake.schema.refusing import Form
from generator.intake.wording import quoted, suggestion
from generator.model.problem import Problem

Location = tuple[int | str, ...]
_KEY = "[key]"


def validate(form: type[Form], root: Node) -> Form | tuple[Problem, ...]:
    """The file in its form, or every problem of form. What the reader has reported already is left out."""
    try:
        return form.model_validate(plain_data(root))
    except ValidationError as error:
        details = error.errors(include_url=False)
        return tuple(problem for detail in details for problem in _problems(form, root, detail))


def _problems(form: type[Form], root: Node, detail: ErrorDetails) -> Iterator[Problem]:
    location: Location = detail["loc"]
    marked = bool(location) and location[-1] == _KEY
    if marked:
        location = location[:-1]
    if detail["type"] == "missing":
        yield _missing(form, _node_at(root, location[:-1]), location)
        return
    node = _node_at(root, location)
    if node.broken:
        return
    if detail["type"] == "extra_forbidden":
        yield _unknown_key(form, node, location)
    elif marked or _is_odd_key(node, location, detail):
        yield node.key_problem("wrong-id", _expected(detail), found=f"the key {quoted(str(location[-1]))}")
    else:
        expected = _expected(detail)
        yield node.problem(_kind(detail), expected, _hint(node, detail))


def _is_odd_key(node: Node, location: Location, detail: ErrorDetails) -> bool:
    """Whether it is the key that was judged, where a group takes keys of its own choice: only the input tells."""
    judged = bool(location) and detail["input"] == location[-1]
    return judged and isinstance(node, Scalar) and node.value != location[-1]


def _node_at(root: Node, location: Location) -> Node:
    """The node at a location; one text in place of a list stands for its only item."""
    node = root
    for part in location:
        if isinstance(node, Sequence) and isinstance(part, int):
            node = node.members[part]
        elif isinstance(node, Mapping):
            node = node.get(str(part))
    return node


def _missing(form: type[Form], parent: Node, location: Location) -> Problem:
    name = str(location[-1])
    field = _form_at(form, location[:-1]).model_fields.get(name)
    hint = (field.description if field else "") or _meaning(_form_at(form, location))
    place = parent.key_place
    return Problem(place, "missing-key", parent.field, f"no key {quoted(name)}", f"the key {name}", hint)


def _meaning(form: type[Form]) -> str:
    return "" if form is Form else (form.__doc__ or "").strip()


def _unknown_key(form: type[Form], node: Node, location: Location) -> Problem:
    known = tuple(_form_at(form, location[:-1]).model_fields)
    found = f"the key {quoted(str(location[-1]))}"
    return node.key_problem("unknown-key", "a key of this group", suggestion(str(location[-1]), known), found)


def _form_at(form: type[Form], location: Location) -> type[Form]:
    """The form of the group of keys at a location."""
    annotation: Any = form
    for part in location:
        annotation = _inside(annotation, part)
    annotation = _bare(annotation)
    return annotation if isinstance(annotation, type) and issubclass(annotation, Form) else Form


def _inside(annotation: Any, part: int | str) -> Any:
    annotation = _bare(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Form):
        field = annotation.model_fields.get(str(part))
        return field.annotation if field else None
    arguments = typing.get_args(annotation)
    return arguments[1 if typing.get_origin(annotation) is dict else 0] if arguments else None


def _bare(annotation: Any) -> Any:
    """The annotation without ``Annotated`` and ``| None``."""
    while True:
        origin = typing.get_origin(annotation)
        if origin is Annotated:
            annotation = typing.get_args(annotation)[0]
        elif origin in (UnionType, typing.Union):
            annotation = next(each for each in typing.get_args(annotation) if each is not type(None))
        else:
            return annotation


def _kind(detail: ErrorDetails) -> str:
    return str(detail.get("ctx", {}).get("kind", "wrong-shape"))


def _expected(detail: ErrorDetails) -> str:
    if detail["type"] == "evidence":
        return str(detail["ctx"]["expected"])
    return "a list" if detail["type"] == "tuple_type" else "keys with values"


def _hint(node: Node, detail: ErrorDetails) -> str:
    kind = _kind(detail)
    if kind == "not-a-list" and isinstance(node, Scalar):
        return f"put it in square brackets: [{quoted(node.raw)[1:-1]}]"
    if kind == "wrong-range":
        return _hint_for_range(node, detail)
    if not isinstance(node, Scalar):
        return ""
    if kind in ("not-a-number", "not-a-count", "not-a-year"):
        return _hint_for_number(node)
    if isinstance(node.value, str):
        return _hint_for_text(node, kind, _expected(detail))
    if kind in ("not-text", "wrong-id", "wrong-doi", "wrong-arxiv", "wrong-url", "wrong-date"):
        return f"put it in quotes: {quoted(node.raw)}"
    return "write yes or no" if isinstance(node.value, bool) and kind == "wrong-word" else ""


def _hint_for_range(node: Node, detail: ErrorDetails) -> str:
    code = range_code(" ".join(node.names()))
    if code:
        return f"write {code}"
    return _hint_for_text(node, "wrong-word", _expected(detail)) if isinstance(node, Scalar) else ""


def _hint_for_number(node: Scalar) -> str:
    if not isinstance(node.value, str):
        return ""
    bare = node.raw.strip()
    if looks_like_number(bare):
        return "remove the quotes"
    if looks_like_number(bare.replace(",", ".")):
        return "write a decimal point instead of the comma"
    if looks_like_number(bare.rstrip("%").rstrip()):
        return "leave out the percent sign"
    return (
        "write it with the digits 0 to 9, a decimal point and a minus sign only"
        if any(character.isdigit() for character in bare)
        else ""
    )


def _hint_for_text(node: Scalar, kind: str, expected: str) -> str:
    if kind == "wrong-word":
        words = expected.replace(" or ", ", ").split(", ")
        near = suggestion(node.raw, words)
        return near if near.startswith("did") else ""
    if kind == "wrong-doi" and "10." in node.raw:
        return f"write {quoted(node.raw[node.raw.index('10.') :])}"
    if kind == "wrong-url" and node.raw.startswith("http://"):
        return "write https:// instead of http://"
    if kind == "not-text" and len(node.raw) > 60:
        return f"it has {len(node.raw):,} characters"
    return ""
