"""A real review with hostile texts in its fields. Every text of every file is found by walking it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generator.intake import Loaded, load
from generator.intake.folder import Folder
from generator.intake.node import plain_data
from generator.intake.yaml_reader import read_yaml
from tests.conftest import CASE_STUDY, SHIPPED

Place = tuple[str | int, ...]
"""A file, then keys and list positions down to a value."""
Files = dict[str, Any]
"""The data of every file of a review by its path."""

_EXTRAS = Path(__file__).parent / "extras.json"
"""What the case study lacks, so that its files together use every key there is."""
_OF_FOLDERS = {"studies": "study", "second_extractions": "study", "syntheses": "synthesis"}
_FIXED = ("pattern", "enum", "const", "format")


def files() -> Files:
    """The case study, with every key that may be given."""
    found = {path: _data(CASE_STUDY / path) for path in _paths()}
    for path, extra in json.loads(_EXTRAS.read_text(encoding="utf-8")).items():
        _merge(found[path], extra)
    found["second_extractions/sathish-2022.yaml"] = json.loads(json.dumps(found["studies/sathish-2022.yaml"]))
    return found


def _paths() -> list[str]:
    return sorted(str(path.relative_to(CASE_STUDY)) for path in CASE_STUDY.glob("*/*.yaml"))


def _data(path: Path) -> Any:
    root = read_yaml(path.name, path.read_text(encoding="utf-8")).root
    assert root is not None
    return json.loads(json.dumps(plain_data(root)))


def _merge(data: Any, extra: Any) -> None:
    for key, value in extra.items():
        if value is None:
            del data[key]
        elif isinstance(value, dict) and isinstance(data.get(key), dict):
            _merge(data[key], value)
        else:
            data[key] = value


def texts(data: Any, place: Place = ()) -> Iterator[Place]:
    """The place of every text."""
    if isinstance(data, str):
        yield place
    elif isinstance(data, Mapping | list):
        for key, value in data.items() if isinstance(data, Mapping) else enumerate(data):
            yield from texts(value, (*place, key))


def at(data: Any, place: Place) -> Any:
    """The value at a place."""
    for key in place:
        data = data[key]
    return data


def put(data: Any, place: Place, value: object) -> None:
    """Put a value at a place."""
    at(data, place[:-1])[place[-1]] = value


def kind(place: Place) -> tuple[str, ...]:
    """What the field is: its file and keys, ``*`` for a key or file the review chooses, ``#`` for a list position."""
    return tuple(part for part, _ in _in_schema(place))


def is_free(place: Place) -> bool:
    """Whether the schema of the file takes any text there."""
    *_, (_, schema) = _in_schema(place)
    return not any(word in schema for word in _FIXED)


def longest(place: Place) -> int:
    """How many characters the schema of the file allows there."""
    *_, (_, schema) = _in_schema(place)
    return int(schema.get("maxLength", 2_000))


def schema_fields() -> set[tuple[str, ...]]:
    """Every kind of field for free text that the schemas know."""
    found = (leaf for name, schema in _schemas().items() for leaf in _leaves(schema, (name,)))
    return {kind for kind, schema in found if not any(word in schema for word in _FIXED)}


@cache
def _schemas() -> dict[str, Any]:
    folder = SHIPPED / "schemas"
    found = {path.name.removesuffix(".schema.json"): path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    return {name: json.loads(text) for name, text in found.items()}


def _leaves(schema: Any, place: tuple[str, ...], root: Any = None) -> Iterator[tuple[tuple[str, ...], Any]]:
    root = root or schema
    for one in _alternatives(schema, root):
        for key, below in one.get("properties", {}).items():
            yield from _leaves(below, (*place, key), root)
        for below in one.get("patternProperties", {}).values():
            yield from _leaves(below, (*place, "*"), root)
        if "items" in one:
            yield from _leaves(one["items"], (*place, "#"), root)
        if "string" in _types(one):
            yield place, one


def _types(schema: Any) -> list[str]:
    found = schema.get("type", [])
    return [found] if isinstance(found, str) else found


def _alternatives(schema: Any, root: Any) -> Iterator[Any]:
    if "$ref" in schema:
        yield from _alternatives(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    elif "anyOf" in schema:
        for one in schema["anyOf"]:
            yield from _alternatives(one, root)
    else:
        yield schema


def _in_schema(place: Place) -> Iterator[tuple[str, Any]]:
    """The parts of a place as the schema names them, each with what the schema says of it."""
    path, *keys = place
    folder, _, file = str(path).partition("/")
    name = _OF_FOLDERS.get(folder, file.removesuffix(".yaml"))
    root = schema = _schemas()[name]
    yield name, schema
    for key in keys:
        part, schema = _below(schema, key, root)
        yield part, schema


def _below(schema: Any, key: str | int, root: Any) -> tuple[str, Any]:
    for one in _alternatives(schema, root):
        if isinstance(key, int) and "items" in one:
            return "#", next(_alternatives(one["items"], root))
        if key in one.get("properties", {}):
            return str(key), _text_form(one["properties"][key], root)
        for below in (*one.get("patternProperties", {}).values(), *filter(None, [one.get("additionalProperties")])):
            return "*", _text_form(below, root)
    raise LookupError(key)


def _text_form(schema: Any, root: Any) -> Any:
    if schema is True:
        return {}
    found = list(_alternatives(schema, root))
    return next((one for one in found if "string" in _types(one)), found[0])


def as_folder(data: Files) -> Folder:
    """The files as they would be read from disk."""
    texts = {path: json.dumps(one, ensure_ascii=False, indent=1) for path, one in sorted(data.items())}
    return Folder(texts, list(texts))


def write(data: Files, target: Path) -> Path:
    """Write the files to a folder of evidence."""
    for path, text in as_folder(data).texts.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(text.encode("utf-8", "surrogatepass"))
    return target


def loaded(data: Files, target: Path) -> Loaded:
    """What becomes of the files when they are loaded."""
    return load(write(data, target))


def poison(data: Files, text: Callable[[int, Place], str]) -> Files:
    """The files with another text in every field that takes any."""
    changed = json.loads(json.dumps(data))
    for number, place in enumerate(free_fields(data)):
        put(changed, place, text(number, place))
    return changed


def free_fields(data: Files) -> list[Place]:
    """Every field that takes any text, but for those that say which of the review's own terms is meant."""
    return [place for place in texts(data) if is_free(place) and not _is_term(data, place)]


def _is_term(data: Files, place: Place) -> bool:
    """Whether the field is an aspect with a vocabulary, or the technique."""
    if "context" not in place:
        return False
    aspect = place[place.index("context") + 1]
    return aspect == "technique" or "vocabulary" in data["review/aspects.yaml"]["aspects"].get(aspect, {})


def harmless(text: str) -> str:
    """A text of the same shape, in which nothing means anything: signs become letters."""
    return re.sub(r"[^\sA-Za-z0-9\u0080-\U0010ffff]", "x", text).replace("zqx", "abc")


def numbers(data: Any, place: Place = ()) -> Iterator[Place]:
    """The place of every number."""
    if isinstance(data, int | float) and not isinstance(data, bool):
        yield place
    elif isinstance(data, Mapping | list):
        for key, value in data.items() if isinstance(data, Mapping) else enumerate(data):
            yield from numbers(value, (*place, key))


def named(data: Files) -> list[Place]:
    """One of each kind of value whose key the review chooses."""
    found = {}
    for place in (*texts(data), *numbers(data)):
        for length in range(2, len(place) + 1):
            if kind(place[:length])[-1] == "*":
                found.setdefault(kind(place[:length]), place[:length])
    return list(found.values())
