"""A second extraction beside the first: compared field by field, told with its place, and never combined."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.conclude import conclude
from generator.intake import load
from generator.intake.load import Loaded
from generator.model.review import Review
from generator.model.second_extraction import FieldGroup
from generator.pages.kinds.study import pages
from tests.conftest import CASE_STUDY

FIRST = (CASE_STUDY / "studies/paul-2022.yaml").read_text(encoding="utf-8")


def read_twice(tmp_path: Path, *edits: tuple[str, str], name: str = "paul-2022") -> Loaded:
    """The case study with a second extraction, which is the first with some edits."""
    evidence = Path(shutil.copytree(CASE_STUDY, tmp_path / "evidence"))
    text = FIRST
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (evidence / "second_extractions").mkdir()
    (evidence / f"second_extractions/{name}.yaml").write_text(text, encoding="utf-8")
    return load(evidence)


def sound(loaded: Loaded) -> Review:
    assert loaded.review is not None, loaded.problems
    return loaded.review


def test_the_same_file_twice_agrees_in_every_field(tmp_path: Path):
    review = sound(read_twice(tmp_path))
    (found,) = conclude(review).twice.values()
    assert list(found.differing()) == []
    assert {one.group for one in found.groups} >= {FieldGroup.BIBLIOGRAPHY, FieldGroup.EFFECTS, FieldGroup.MEASUREMENTS}
    assert all(one.agreed == len(one.fields) > 0 for one in found.groups)


def test_what_the_two_read_differently_is_told_with_both_places(tmp_path: Path):
    review = sound(read_twice(tmp_path, ("mean: -8.461", "mean: -6.5")))
    told = [one for one in review.warnings if one.kind == "extractors-differ"]
    assert told
    assert all(one.place.path == "second_extractions/paul-2022.yaml" for one in told)
    assert all("studies/paul-2022.yaml:" in one.expected for one in told)
    assert any("-6.5" in one.found and "-8.461" in one.expected for one in told)
    (found,) = conclude(review).twice.values()
    fields = [pair.field for pair in found.differing()]
    assert any(field.endswith("accuracy: improvement") for field in fields)


def test_a_second_extraction_is_never_combined(tmp_path: Path, content):
    again = conclude(sound(read_twice(tmp_path, ("mean: -8.461", "mean: -60.5"))))
    assert [one.effects for one in again.syntheses] != []
    for before, after in zip(content.syntheses, again.syntheses, strict=True):
        assert [(one.range, one.belief) for one in before.effects] == [(one.range, one.belief) for one in after.effects]


def test_a_second_file_without_a_first_is_refused_with_a_suggestion(tmp_path: Path):
    loaded = read_twice(tmp_path, name="paul-2021")
    problem = next(one for one in loaded.problems if one.kind == "second-without-first")
    assert problem.place.path == "second_extractions/paul-2021.yaml"
    assert "paul-2022" in problem.hint


def test_a_second_file_is_read_as_strictly_as_the_first(tmp_path: Path):
    loaded = read_twice(tmp_path, ("mean: -8.461", "mean: NaN"))
    assert any(one.place.path.startswith("second_extractions/") for one in loaded.problems)


@pytest.mark.parametrize("twice", [True, False])
def test_only_the_page_of_a_study_read_twice_shows_agreement(tmp_path: Path, content, twice: bool):
    shown = conclude(sound(read_twice(tmp_path))) if twice else content
    values = {page.path: page.values for page in pages(shown)}
    assert (values["studies/paul-2022"]["twice"] is not None) == twice
    assert values["studies/tao-2022"]["twice"] is None
