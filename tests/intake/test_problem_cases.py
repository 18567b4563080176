from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.intake import Loaded, checks, doubts, load
from generator.intake.draft import Draft
from generator.intake.folder import read_folder
from generator.intake.load import _trees
from generator.intake.schema import REVIEW_FORMS
from generator.intake.yaml_reader import read_yaml
from tests.intake.review_cases import CASES, TINY, changed_review, copy_of_tiny, problem_lines


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {case.name: changed_review(case, tmp_path_factory.mktemp(case.name)) for case in CASES}


@pytest.fixture(scope="module", autouse=True)
def _files_are_parsed_once() -> Iterator[None]:
    """Most files of most cases are the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("generator.intake.load"), "read_yaml", cache(read_yaml))
        yield


@pytest.fixture(scope="module")
def outcomes(folders: dict[str, Path]) -> dict[str, Loaded]:
    return {name: load(folder) for name, folder in folders.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_review_leads_to_exactly_these_problems(case: Path, outcomes: dict[str, Loaded]) -> None:
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert expected
    assert problem_lines(outcomes[case.name]) == expected


def test_a_review_is_refused_for_errors_only(outcomes: dict[str, Loaded]) -> None:
    assert all((loaded.review is None) == bool(loaded.problems) for loaded in outcomes.values())


def test_the_unchanged_tiny_review_has_neither_errors_nor_warnings() -> None:
    assert problem_lines(load(TINY)) == []


def test_every_check_is_shown_to_fire_by_a_case(folders: dict[str, Path]) -> None:
    silent = {module.name for module in iter_modules(checks.__path__)}
    for folder in folders.values():
        found = read_folder(folder, tuple(REVIEW_FORMS))
        draft = Draft(_trees(found, {}), tuple(found.seen))
        silent -= {name for name in silent if list(import_module(f"{checks.__name__}.{name}").check(draft))}
    assert not silent


def test_every_doubt_is_shown_to_fire_by_a_case(outcomes: dict[str, Loaded]) -> None:
    silent = {module.name for module in iter_modules(doubts.__path__)}
    for review in (loaded.review for loaded in outcomes.values() if loaded.review):
        silent -= {name for name in silent if list(import_module(f"{doubts.__name__}.{name}").check(review))}
    assert not silent


def test_every_warning_says_what_it_is_about(outcomes: dict[str, Loaded]) -> None:
    warnings = [warning for loaded in outcomes.values() if loaded.review for warning in loaded.review.warnings]
    assert all(warning.about for warning in warnings)


def test_every_message_says_where_it_is_what_was_found_and_what_is_expected(outcomes: dict[str, Loaded]) -> None:
    form = re.compile(r"(error|warning): [a-z0-9-]+: [^:]+:[1-9]\d*:[1-9]\d*: .+: found .+, expected .+")
    lines = [line for loaded in outcomes.values() for line in problem_lines(loaded)]
    assert [line for line in lines if not form.fullmatch(line)] == []


def test_no_problem_speaks_the_language_of_the_library() -> None:
    for case in CASES:
        text = (case / "expected.txt").read_text(encoding="utf-8").lower()
        assert not [word for word in ("pydantic", "input should", " dict", "tuple", "str ", "none,") if word in text]


@given(
    study=st.sampled_from(["doe-2020", "roe-2021"]),
    line=st.integers(0, 60),
    value=st.sampled_from(["", "~", "true", "-1", "1e300", "[]", "{}", "[1, {a: b}]", "{a: [b]}", '"1"', ".5"])
    | st.text(max_size=12),
)
@example(study="doe-2020", line=0, value="\xa0")
@settings(max_examples=150)
def test_no_value_in_any_place_makes_loading_fail(
    study: str, line: int, value: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = copy_of_tiny(tmp_path_factory.mktemp("fuzz"))
    file = folder / "studies" / f"{study}.yaml"
    lines = file.read_text(encoding="utf-8").split("\n")
    row = line % len(lines)
    lines[row] = f"{lines[row].partition(':')[0]}: {value}"
    file.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    loaded = load(folder)
    assert (loaded.review is None) == bool(loaded.problems)
    assert all(str(problem).isprintable() for problem in loaded.problems)
