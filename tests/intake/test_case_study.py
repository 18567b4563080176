"""The case study as it is read: places, contexts, warnings, and mistakes in it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.intake import load
from generator.model.review import Review
from generator.model.scale import Intensity, IntensityRange
from generator.model.study import Answer, Reported
from tests.conftest import CASE_STUDY

WARNINGS = """\
studies/alizadeh-2025.yaml mean-near-zero alizadeh-2025 alizadeh-2025/int4 accuracy
studies/alizadeh-2025.yaml mean-near-zero alizadeh-2025 alizadeh-2025/int8 accuracy
studies/gonzalez-2024.yaml mean-near-zero gonzalez-2024 gonzalez-2024/int8 gpu_utilization
studies/gonzalez-2024.yaml improvement-beyond-ratio gonzalez-2024 gonzalez-2024/int8 storage_size
studies/tao-2022.yaml improvement-beyond-ratio tao-2022 tao-2022/w-fp32-a-q0.16 storage_size
studies/tao-2022.yaml improvement-beyond-ratio tao-2022 tao-2022/w-fp32-a-q0.8 storage_size
studies/tao-2022.yaml improvement-beyond-ratio tao-2022 tao-2022/w-q0.16-a-q0.8 storage_size
studies/tao-2022.yaml improvement-beyond-ratio tao-2022 tao-2022/w-q0.8-a-q0.16 storage_size
studies/tao-2022.yaml improvement-beyond-ratio tao-2022 tao-2022/w-q0.8-a-q0.8 storage_size
syntheses/full.yaml dominating-study tao-2022 full
syntheses/full.yaml mixed-aspect full
"""

MISTAKES = [
    ("review/question.yaml", "licence: Apache-2.0", "license: Apache-2.0"),
    ("review/metrics.yaml", "    units: [milliwatt, watt]\n  gpu_energy", "    units: [milliwatt, wat]\n  gpu_energy"),
    ("review/intensity_rules.yaml", "{range: WP-PO, up_to: 15}", "{range: WP-PO, up_to: 5}"),
    (
        "review/effects.yaml",
        "    family: correctness\n    metrics: [dsc]",
        "    family: corectness\n    metrics: [dsc]",
    ),
    ("review/doubts.yaml", "over: 0.3333", 'over: "0.3333"'),
    ("studies/paul-2022.yaml", "year: 2022", "year: twenty-two"),
    ("studies/paul-2022.yaml", "    8.1: no", "    8.1: nope"),
    ("studies/paul-2022.yaml", "    context: {weights: q0.4,", "    context: {wieghts: q0.4,"),
    (
        "studies/paul-2022.yaml",
        "      accuracy: {reported: {mean: -8.41, n: 1}}",
        "      acuracy: {reported: {mean: -8.41, n: 1}}",
    ),
    ("studies/paul-2022.yaml", "{mean: 57.181, n: 1}", "{mean: 57.181, n: 1.0}"),
    ("studies/paul-2022.yaml", "{mean: 15.769, n: 1}", "{mean: 157.69, n: 1}"),
    ("studies/sathish-2022.yaml", 'arxiv: "2209.15287"', "arxiv: 2209.15287"),
    ("studies/sathish-2022.yaml", "    5.4: n/a", "  # in   answers:"),
    ("studies/sathish-2022.yaml", "std: 0.481, iqr: 0.834", "std: -0.481, iqr: 0.834"),
    ("studies/tao-2022.yaml", "doi: 10.1109/CSDE56538.2022.10089354", "doi: 10.3390/ELECTRONICS11050682"),
    ("studies/geens-2024.yaml", "  given: 0.185", "  # in quality:"),
    ("studies/gonzalez-2024.yaml", "hardware_class: workstation", "hardware_class: work-station"),
    ("studies/alizadeh-2025.yaml", "authors: [N. Alizadeh, et al.]", "authors: [N. Alizadeh, et al."),
    ("syntheses/full.yaml", "discount: iqr", "discount: none"),
    ("syntheses/full.yaml", "  - geens-2024/w-int4-a-fp16", "  - geens-2024/w-int4-a-fp61"),
]


def test_the_case_study_has_exactly_these_warnings(review: Review) -> None:
    found = [" ".join((warning.place.path, warning.kind, *warning.about)) for warning in review.warnings]
    assert found == WARNINGS.splitlines()


def test_warnings_name_the_numbers(review: Review) -> None:
    text = "\n".join(map(str, review.warnings))
    assert "94.352 %, expected at most 75 %" in text
    assert "8 of 19 evidence models from tao-2022" in text
    assert "fp32 (12), fp64 (5), fp16 (2)" in text


def test_the_review_is_read_completely(review: Review) -> None:
    assert [study.label for study in review.studies] == ["S6", "S4", "S5", "S1", "S2", "S3"]
    assert sum(len(study.evidence_models) for study in review.studies) == 19
    assert len(review.plan("full").evidence_models) == 19
    assert len(review.rules.effects) == 11
    assert sum(len(question.items) for question in review.rules.checklist) == 34
    assert {file.path for file in review.files} >= {
        "review/question.yaml",
        "studies/tao-2022.yaml",
        "syntheses/full.yaml",
    }


def test_an_evidence_model_has_its_own_context_and_its_studys(review: Review) -> None:
    model = review.evidence_model("paul-2022/q0.4")
    assert model.technique == "qat"
    assert model.aspect("weights") == ("q0.4",)
    assert model.aspect("baseline") == ("fp64",)
    assert model.aspects[0][0] == "weights"
    assert model.where == "row S1, q0.4"


def test_every_number_knows_its_line(review: Review) -> None:
    lines = (CASE_STUDY / "studies/tao-2022.yaml").read_text(encoding="utf-8").splitlines()
    for model in review.study("tao-2022").evidence_models:
        assert lines[model.place.line - 1] == f"  {model.slug}:"
        for record in model.effects:
            assert isinstance(record.measurement, Reported)
            assert lines[record.place.line - 1].startswith(f"      {record.effect}: {{reported: ")


def test_the_rule_for_unanswered_questions_is_the_reviews_unless_the_file_says_otherwise(review: Review) -> None:
    assert review.study("paul-2022").quality.unanswered == "count_as_zero"
    assert review.study("sathish-2022").quality.unanswered == review.rules.unanswered == "dropped"
    assert review.study("geens-2024").quality.given == 0.185
    assert ("1.2", Answer.NO) in review.study("sathish-2022").quality.answers


def test_unknown_dates_are_none(review: Review) -> None:
    assert (review.search.last_search, review.search.period) == (None, None)


def test_published_results_are_read(review: Review) -> None:
    published = review.plan("full").published
    assert published is not None
    (memory,) = (result for result in published.results if result.effect == "gpu_memory_utilization")
    assert (memory.range, memory.belief) == (IntensityRange(Intensity.PO, Intensity.SP), 0.71)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE_STUDY, tmp_path / "evidence"))


def test_twenty_mistakes_at_once_are_all_named_in_their_lines(copy: Path) -> None:
    assert len(MISTAKES) == 20
    for path, good, bad in MISTAKES:
        text = (copy / path).read_text(encoding="utf-8")
        assert text.count(good) == 1, good
        (copy / path).write_text(text.replace(good, bad), encoding="utf-8")
    found = {(problem.place.path, problem.place.line) for problem in load(copy).problems}
    for path, good, bad in MISTAKES:
        assert (path, _line_of_mistake((copy / path).read_text(encoding="utf-8"), good, bad)) in found, bad


def _line_of_mistake(text: str, good: str, bad: str) -> int:
    """The line of the first word that was changed; for a line that was taken out, the line of what lacks it."""
    lines = text.split("\n")
    if bad.startswith("  # in "):
        return lines.index(bad.removeprefix("  # in ")) + 1
    first = text.count("\n", 0, text.index(bad)) + 1
    return first + next(row for row, (a, b) in enumerate(zip(good.split("\n"), bad.split("\n"), strict=True)) if a != b)


def test_reading_twice_gives_the_same(review: Review) -> None:
    assert load(CASE_STUDY).review == replace(review)
