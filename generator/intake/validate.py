"""Holds a tree against the form of its file, and puts what is wrong into plain English."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from itertools import islice
from types import UnionType
from typing import Annotated, Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.intake.node import Mapping, Node, Scalar, Sequence, plain_data
from generator.intake.number_hints import hint_for_number
from generator.intake.schema.refusing import Form
from generator.intake.text_hints import hint_for_id, hint_for_keys, hint_for_list, hint_for_range, hint_for_text
from generator.intake.wording import MOST_PER_FILE, listing, quoted, suggestion
from generator.model.problem import Problem

Location = tuple[int | str, ...]
_KEY = "[key]"
_NUMBERS = ("not-a-number", "not-a-count", "not-a-year", "beyond-limit")


def validate(form: type[Form], root: Node) -> Form | tuple[Problem, ...]:
    """The file in its form, or the problems of form, up to ``MOST_PER_FILE``, without what the reader has reported."""
    try:
        return form.model_validate(plain_data(root))
    except ValidationError as error:
        details = error.errors(include_url=False)
        found = (problem for detail in details for problem in _problems(form, root, detail))
        return tuple(islice(found, MOST_PER_FILE))


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
        name = str(location[-1])
        yield node.key_problem("wrong-id", _expected(detail), hint_for_id(name), f"the key {quoted(name)}")
    else:
        field = _form_at(form, location[:-1]).model_fields.get(str(location[-1])) if location else None
        needed = field is not None and field.is_required()
        yield node.problem(_kind(detail), _expected(detail), _hint(node, detail, _form_at(form, location), needed))


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
    name, here = str(location[-1]), _form_at(form, location[:-1])
    hint = _belongs(form, here, name, location) or suggestion(name, tuple(here.model_fields))
    return node.key_problem("unknown-key", "a key of this group", hint, f"the key {quoted(name)}")


def _belongs(form: type[Form], here: type[Form], name: str, location: Location) -> str:
    """Where the key belongs, if it is one of a group just below, or of one around this group."""
    below = [group for group in here.model_fields if any(name in f.model_fields for f in _forms_below(here, group))]
    if below:
        return f"it belongs below {listing(below, 'or')}"
    around = (_form_at(form, location[:length]) for length in range(len(location) - 1))
    return "it belongs to a group further left: indent it less" if any(name in f.model_fields for f in around) else ""


def _forms_below(here: type[Form], group: str) -> Iterator[type[Form]]:
    """The form of a group, or of each entry of a list or of keys that the file chooses."""
    return (_form_at(here, location) for location in ((group,), (group, 0)))


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


def _hint(node: Node, detail: ErrorDetails, form: type[Form], needed: bool) -> str:
    """What to write instead; ``form`` is that of the group of keys that belongs there, ``Form`` if there is none, and
    a value is ``needed`` if its key cannot be left out."""
    kind, expected = _kind(detail), _expected(detail)
    if kind == "not-a-list":
        return hint_for_list(node)
    if kind in ("wrong-shape", "not-a-mapping"):
        fields = form.model_fields
        required = tuple(name for name, field in fields.items() if field.is_required())
        return hint_for_keys(node, required, tuple(fields))
    if kind == "wrong-range":
        return hint_for_range(node)
    if kind in _NUMBERS:
        return hint_for_number(node, kind, expected, needed)
    return hint_for_text(node, kind, expected) if isinstance(node, Scalar) else ""
