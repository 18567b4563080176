"""The evidence that is shipped: it is sound, and its doubts are known."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.intake import load
from generator.model.review import Review
from generator.model.study import ExtractionKind, Pairs, Reported, Stated
from tests.conftest import ROOT, SHIPPED

WARNINGS = """\
studies/alizadeh-2025.yaml mean-near-zero alizadeh-2025 alizadeh-2025/int4 accuracy
studies/alizadeh-2025.yaml mean-near-zero alizadeh-2025 alizadeh-2025/int8 accuracy
studies/barnell-2021.yaml mean-near-zero barnell-2021 barnell-2021/w-int8-a-int8 gpu_power_draw
studies/gonzalez-2024.yaml improvement-beyond-ratio gonzalez-2024 gonzalez-2024/int8 storage_size
studies/guerrouj-2025.yaml improvement-beyond-ratio guerrouj-2025 guerrouj-2025/w-fp16-a-fp16 storage_size
studies/guerrouj-2025.yaml improvement-beyond-ratio guerrouj-2025 guerrouj-2025/w-int8-a-int8 storage_size
studies/koli-2025.yaml improvement-beyond-ratio koli-2025 koli-2025/w-int8-a-fp32 storage_size
studies/tao-2022.yaml improvement-beyond-ratio tao-2022 tao-2022/w-fp32-a-q0.16 storage_size
studies/tao-2022.yaml improvement-beyond-ratio tao-2022 tao-2022/w-fp32-a-q0.8 storage_size
studies/tao-2022.yaml improvement-beyond-ratio tao-2022 tao-2022/w-q0.16-a-q0.8 storage_size
studies/tao-2022.yaml improvement-beyond-ratio tao-2022 tao-2022/w-q0.8-a-q0.16 storage_size
studies/tao-2022.yaml improvement-beyond-ratio tao-2022 tao-2022/w-q0.8-a-q0.8 storage_size
syntheses/full.yaml mixed-aspect full
"""


def test_the_shipped_evidence_has_no_errors() -> None:
    assert [str(problem) for problem in load(SHIPPED).problems] == []


def test_the_shipped_evidence_has_exactly_these_warnings(shipped: Review) -> None:
    found = [" ".join((warning.place.path, warning.kind, *warning.about)) for warning in shipped.warnings]
    assert found == WARNINGS.splitlines()


def test_warnings_name_the_numbers(shipped: Review) -> None:
    text = "\n".join(map(str, shipped.warnings))
    assert "94.352 %, expected at most 75 %" in text
    assert "0.421 % with std 21.996 and iqr 30.457" in text
    assert "fp32 (60), fp16 (11), fp64 (5)" in text


def test_the_review_is_read_completely(shipped: Review) -> None:
    assert {study.label for study in shipped.studies} == {f"S{number}" for number in range(1, 22)}
    assert sum(len(study.evidence_models) for study in shipped.studies) == 76
    assert [len(plan.evidence_models) for plan in shipped.plans] == [76, 9]
    assert len(shipped.rules.effects) == 22
    assert {file.path for file in shipped.files} >= {
        "review/living.yaml",
        "studies/xu-2021.yaml",
        "syntheses/full.yaml",
    }


def test_every_value_is_marked_as_taken_from_a_summary_and_names_its_row(shipped: Review) -> None:
    for study in shipped.studies:
        assert study.extraction.kind is ExtractionKind.SUMMARY
        assert study.extraction.url == "https://doi.org/10.5281/zenodo.18401926"
        assert all((model.where or "").startswith(f"row {study.label}, ") for model in study.evidence_models)


def test_every_term_of_the_review_but_those_for_submitters_is_in_use(shipped: Review) -> None:
    techniques = {model.technique for study in shipped.studies for model in study.evidence_models}
    assert {one.id for one in shipped.rules.techniques} - techniques == {"not-reported"}
    reported = {
        record.effect for study in shipped.studies for model in study.evidence_models for record in model.effects
    }
    assert {one.id for one in shipped.rules.effects} == reported


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "evidence"))


def test_the_annotated_example_is_a_valid_study_of_all_three_kinds(copy: Path) -> None:
    shutil.copy(copy / "annotated-example.yaml", copy / "studies")
    loaded = load(copy)
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.review is not None
    example = loaded.review.study("annotated-example")
    kinds = {type(record.measurement) for model in example.evidence_models for record in model.effects}
    assert kinds == {Pairs, Reported, Stated}
    assert example.extraction.kind is ExtractionKind.PAPER
    assert "invented" in example.bibliography.title
    assert example.changes


def test_the_annotated_example_is_not_part_of_the_review(shipped: Review) -> None:
    assert "annotated-example" not in {study.id for study in shipped.studies}
    assert "annotated-example.yaml" not in {file.path for file in shipped.files}


def test_checking_evidence_imports_nothing_heavy() -> None:
    heavy = "numba numpy pandas altair mkdocs mike jinja2 vl_convert"
    program = (
        "import sys; from pathlib import Path; from generator.intake import load; "
        f"assert load(Path({str(SHIPPED)!r})).review; print(*(set({heavy!r}.split()) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
