"""Every field of a real review, filled with what strangers might put there: refused with its place, or taken as text."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from generator.intake import Loaded, load
from generator.intake.yaml_reader import read_yaml
from generator.model.problem import Problem
from tests.hostile import poisoned
from tests.hostile.poisoned import Files, Place
from tests.hostile.strings import ALLOWED, HIDDEN, NO_IDS, NO_NUMBERS, SHORT

REVIEW = poisoned.files()


def _one_of_each_kind(places: list[Place]) -> list[Place]:
    return list({poisoned.kind(place): place for place in places}.values())


FREE = _one_of_each_kind(poisoned.free_fields(REVIEW))
FIXED = _one_of_each_kind([place for place in poisoned.texts(REVIEW) if place not in set(poisoned.free_fields(REVIEW))])
NUMBERS = _one_of_each_kind(list(poisoned.numbers(REVIEW)))


def _name(place: Place) -> str:
    return ".".join(map(str, place))


@pytest.fixture(scope="module", autouse=True)
def _files_are_parsed_once() -> Iterator[None]:
    """All files but one are always the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("generator.intake.load"), "read_yaml", cache(read_yaml))
        yield


def _loaded(files: Files) -> Loaded:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("generator.intake.load"), "read_folder", lambda *_: poisoned.as_folder(files))
        return load(Path())


def _with(place: Place, value: object) -> tuple[Files, Loaded]:
    files = {**REVIEW, str(place[0]): copy.deepcopy(REVIEW[str(place[0])])}
    poisoned.put(files, place, value)
    return files, _loaded(files)


def _line_of(files: Files, problem: Problem) -> str:
    lines = poisoned.as_folder(files).texts[problem.place.path].split("\n")
    return lines[problem.place.line - 1][problem.place.column - 1 :]


def _judge_refusal(files: Files, loaded: Loaded, place: Place) -> None:
    """Some problem stands at the value or its key, or speaks of the file; none can harm whoever reads it."""
    assert loaded.problems
    assert loaded.review is None
    assert str(place[0]) in {problem.place.path for problem in loaded.problems}
    for problem in loaded.problems:
        assert str(problem).isprintable()
        assert "::" not in str(problem)


def test_every_kind_of_field_that_the_schemas_know_is_attacked() -> None:
    assert poisoned.schema_fields() == {poisoned.kind(place) for place in poisoned.texts(REVIEW) if poisoned.is_free(place)}
    assert len(FREE) > 80
    assert len(FIXED) > 40


@pytest.mark.parametrize("place", FREE, ids=_name)
def test_a_field_for_text_takes_any_visible_text_as_it_is(place: Place) -> None:
    room = poisoned.longest(place)
    texts = [text for text in SHORT if len(text) <= room]
    text = texts[len(_name(place)) % len(texts)] if room < 100 else " ".join(texts)[:room]
    files, loaded = _with(place, text)
    assert loaded.problems == ()
    assert loaded.review is not None
    (file,) = [one for one in loaded.review.files if one.path == place[0]]
    assert file.text == poisoned.as_folder(files).texts[str(place[0])]


@pytest.mark.parametrize("place", FREE, ids=_name)
def test_a_field_for_text_refuses_hidden_characters_at_their_place(place: Place) -> None:
    hidden = HIDDEN[len(_name(place)) % len(HIDDEN)]
    files, loaded = _with(place, hidden)
    _judge_refusal(files, loaded, place)
    assert [problem.kind for problem in loaded.problems] == ["forbidden-character"]


@pytest.mark.parametrize("place", FREE, ids=_name)
def test_a_field_for_text_refuses_what_is_too_long_at_its_place(place: Place) -> None:
    files, loaded = _with(place, "[" * (poisoned.longest(place) + 1))
    _judge_refusal(files, loaded, place)
    assert any(problem.kind in ("not-text", "not-a-list") and '"[[' in _line_of(files, problem) for problem in loaded.problems)


@pytest.mark.parametrize("place", FREE, ids=_name)
@pytest.mark.parametrize("value", [7, True, None, [], {}, ["a", ["b"]], {"a": "b"}, " ", ""], ids=repr)
def test_a_field_for_text_refuses_anything_else(place: Place, value: object) -> None:
    if value == "" and place[-1] == "symbol":
        return
    files, loaded = _with(place, value)
    _judge_refusal(files, loaded, place)


@pytest.mark.parametrize("place", FIXED, ids=_name)
def test_a_field_with_a_form_of_its_own_refuses_every_hostile_text(place: Place) -> None:
    for text in (*NO_IDS[len(_name(place)) % 5 :: 5], *ALLOWED[len(_name(place)) % 40 :: 40], *HIDDEN[:1]):
        files, loaded = _with(place, text)
        _judge_refusal(files, loaded, place)


@pytest.mark.parametrize("place", NUMBERS, ids=_name)
def test_a_number_is_a_number(place: Place) -> None:
    path = str(place[0])
    for wrong in NO_NUMBERS:
        files = copy.deepcopy(REVIEW)
        poisoned.put(files, place, "@@@")
        text = poisoned.as_folder(files).texts[path].replace('"@@@"', wrong)
        found = poisoned.as_folder(files)
        found.texts[path] = text
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(import_module("generator.intake.load"), "read_folder", lambda *_, found=found: found)
            loaded = load(Path())
        _judge_refusal(files, loaded, place)


def test_keys_that_name_things_are_ids() -> None:
    for place in poisoned.named(REVIEW):
        for wrong in NO_IDS[:: 1 if place[0] == "studies/paul-2022.yaml" else 9]:
            files = {**REVIEW, str(place[0]): copy.deepcopy(REVIEW[str(place[0])])}
            below = poisoned.at(files, place[:-1])
            below[wrong] = below.pop(place[-1])
            _judge_refusal(files, _loaded(files), place)


def test_all_fields_at_once_are_taken_as_they_are() -> None:
    files = poisoned.poison(REVIEW, lambda number, place: f"{SHORT[number % len(SHORT)][: poisoned.longest(place) - 5]} {number}")
    loaded = _loaded(files)
    assert loaded.problems == ()
