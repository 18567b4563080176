"""Every field of a real review, filled with what strangers might put there: refused with its place, or kept as text."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from generator.intake import Loaded, load
from generator.intake.schema import form_of
from generator.intake.schema.refusing import Form
from generator.intake.validate import validate
from generator.intake.yaml_reader import read_yaml
from generator.model.problem import Problem
from tests.hostile import poisoned
from tests.hostile.poisoned import Files, Place
from tests.hostile.strings import ALLOWED, HIDDEN, NO_IDS, NO_NUMBERS, SHORT

REVIEW = poisoned.files()
_LOAD = import_module("generator.intake.load")
_NO_TEXTS = (7, -1.5, True, None, [], {}, ["a", ["b"]], [{"a": "b"}], {"a": "b"}, " ", "\n\t", "\xa0")


def _one_of_each_kind(places: Sequence[Place]) -> list[Place]:
    """The one in the smallest file, which is read fastest."""
    size = {path: len(str(data)) for path, data in REVIEW.items()}
    ordered = sorted(places, key=lambda place: (-size[str(place[0])], str(place[0]).startswith("studies")))
    return list({poisoned.kind(place): place for place in ordered}.values())


_EVERY_FREE = poisoned.free_fields(REVIEW)
FREE = _one_of_each_kind(_EVERY_FREE)
FIXED = _one_of_each_kind([place for place in poisoned.texts(REVIEW) if place not in set(_EVERY_FREE)])
NUMBERS = _one_of_each_kind(list(poisoned.numbers(REVIEW)))
NAMED = _one_of_each_kind(poisoned.named(REVIEW))


def _id(place: Place) -> str:
    return ".".join(map(str, place))


def _some(of: Sequence[str], place: Place, count: int) -> Sequence[str]:
    """A few of the hostile texts, others for each field: between them, the fields meet all."""
    step = -(-len(of) // count)
    return of[[*map(_id, [*FREE, *FIXED, *NUMBERS, *NAMED])].index(_id(place)) % step :: step]


@pytest.fixture(scope="module", autouse=True)
def _files_are_parsed_once() -> Iterator[None]:
    """All files but one are always the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_LOAD, "read_yaml", cache(read_yaml))
        yield


def _with(place: Place, value: object) -> Files:
    files = {**REVIEW, str(place[0]): copy.deepcopy(REVIEW[str(place[0])])}
    poisoned.put(files, place, value)
    return files


def _text(files: Files, place: Place) -> str:
    return poisoned.as_folder({str(place[0]): files[str(place[0])]}).texts[str(place[0])]


def _loaded(files: Files, path: str, text: str) -> Loaded:
    """The review with this text in the place of a file, as if it had been read from disk."""
    folder = poisoned.as_folder(files)
    folder.texts[path] = text
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_LOAD, "read_folder", lambda *_: folder)
        return load(Path())


def _problems(files: Files, place: Place, text: str) -> Sequence[Problem]:
    """What is wrong with a file: with its form, or, if nothing is, with the review."""
    path = str(place[0])
    reading = read_yaml(path, text)
    outcome = validate(form_of(path), reading.root) if reading.root is not None else ()
    found = (*reading.problems, *(() if isinstance(outcome, Form) else outcome))
    return found or _loaded(files, path, text).problems


def _judge_refusal(files: Files, place: Place, text: str, *, at: str = "") -> None:
    """It is refused, with a place in the file that was changed, in words that harm nobody who reads them."""
    problems = _problems(files, place, text)
    here = [problem for problem in problems if problem.place.path == place[0]]
    assert here, text
    lines = text.split("\n")
    for problem in problems:
        assert str(problem).isprintable()
        assert "::" not in str(problem)
    assert any(at in lines[problem.place.line - 1][problem.place.column - 1 :] for problem in here)


def test_every_kind_of_field_that_the_schemas_know_is_attacked() -> None:
    found = {poisoned.kind(place) for place in poisoned.texts(REVIEW) if poisoned.is_free(place)}
    assert found == poisoned.schema_fields()
    assert len(FREE) > 80
    assert len(FIXED) > 40


@pytest.mark.parametrize("place", FREE, ids=_id)
def test_a_field_for_text_takes_any_visible_text_as_it_is(place: Place) -> None:
    room = poisoned.longest(place)
    texts = [text for text in SHORT if len(text) <= room]
    for text in [" ".join(texts)[:room]] if room > 100 else texts[:3]:
        files = _with(place, text)
        loaded = _loaded(files, str(place[0]), _text(files, place))
        assert loaded.problems == ()
        assert loaded.review is not None


@pytest.mark.parametrize("place", FREE, ids=_id)
def test_a_field_for_text_refuses_what_is_no_visible_text_of_bounded_length(place: Place) -> None:
    refused = (7, True, None, [], {}) if place[-1] == "symbol" else _NO_TEXTS[len(_id(place)) % 3 :: 3]
    for value in (*refused, "[" * (poisoned.longest(place) + 1)):
        files = _with(place, value)
        _judge_refusal(files, place, _text(files, place))


@pytest.mark.parametrize("place", FREE, ids=_id)
def test_a_field_for_text_refuses_hidden_characters_where_they_stand(place: Place) -> None:
    for hidden in _some(HIDDEN, place, 1):
        files = _with(place, hidden)
        kinds = [problem.kind for problem in _problems(files, place, _text(files, place))]
        assert kinds == ["forbidden-character"], hidden
        _judge_refusal(files, place, _text(files, place))


@pytest.mark.parametrize("place", FIXED, ids=_id)
def test_a_field_with_a_form_of_its_own_refuses_every_hostile_text(place: Place) -> None:
    for text in (*_some(NO_IDS, place, 6), *_some(ALLOWED, place, 4), *_some(HIDDEN, place, 1)):
        files = _with(place, text)
        _judge_refusal(files, place, _text(files, place))


@pytest.mark.parametrize("place", NUMBERS, ids=_id)
def test_a_field_for_numbers_takes_nothing_else(place: Place) -> None:
    files = _with(place, "@@@")
    listed = isinstance(place[-1], int)  # Among others in a list, a comma makes two numbers of one.
    for wrong in (one for one in _some(NO_NUMBERS, place, 8) if not (listed and "," in one)):
        _judge_refusal(files, place, _text(files, place).replace('"@@@"', wrong))


@pytest.mark.parametrize("place", NAMED, ids=_id)
def test_a_key_that_names_something_is_an_id(place: Place) -> None:
    for wrong in _some(NO_IDS, place, 8):
        files = {**REVIEW, str(place[0]): copy.deepcopy(REVIEW[str(place[0])])}
        below = poisoned.at(files, place[:-1])
        below[wrong] = below.pop(place[-1])
        _judge_refusal(files, place, _text(files, place))
