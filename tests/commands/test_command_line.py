"""The command line as people and scripts meet it."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import CASE_STUDY, ROOT


def run(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=None)


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE_STUDY, tmp_path / "evidence"))


def spoil(evidence: Path, file: str, old: str, new: str) -> None:
    path = evidence / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_check_is_content_with_the_shipped_evidence():
    done = run("check")
    assert done.returncode == 0
    assert "the evidence is sound" in done.stderr
    assert all(": warning: " in line for line in done.stdout.splitlines())


def test_check_names_the_line_and_exits_with_1(evidence: Path):
    spoil(evidence, "studies/paul-2022.yaml", "accuracy:", "acuracy:")
    done = run("check", evidence)
    assert done.returncode == 1
    (line,) = [line for line in done.stdout.splitlines() if ": warning: " not in line and "acuracy" in line]
    expected = (evidence / "studies/paul-2022.yaml").read_text(encoding="utf-8").splitlines()
    number = next(place for place, text in enumerate(expected, start=1) if "acuracy:" in text)
    assert line.startswith(f"{evidence}/studies/paul-2022.yaml:{number}:7: ")
    assert "accuracy" in line


def test_check_as_json_and_as_annotations(evidence: Path):
    spoil(evidence, "studies/paul-2022.yaml", "year: 2022", "year: soon%")
    problems = json.loads(run("check", evidence, "--format", "json").stdout)
    assert [one["field"] for one in problems if one["severity"] == "error"] == ["year"]
    annotations = run("check", evidence, "--format", "github").stdout.splitlines()
    (error,) = [line for line in annotations if line.startswith("::error ")]
    assert "line=7" in error
    assert "soon%25" in error


def test_aggregate_prints_json_and_nothing_else_on_standard_output():
    done = run("aggregate", "--evidence", CASE_STUDY, "--format", "json")
    document = json.loads(done.stdout)
    (full,) = document["syntheses"]
    accuracy = full["effects"][0]
    assert (document["format"], full["id"], full["reading"], full["discount"]) == (1, "full", "evidence_factory", "iqr")
    assert (accuracy["effect"], accuracy["range"], accuracy["studies"], accuracy["evidence_models"]) == (
        "accuracy",
        ["WN"],
        5,
        17,
    )
    assert accuracy["belief"] == pytest.approx(0.8858, abs=1e-4)
    assert accuracy["conflict"]["last_step"] == pytest.approx(0.4036, abs=1e-4)
    assert len(full["effects"]) == 11
    assert sum(len(effect["evidence"]) for effect in full["effects"]) == 93


def test_aggregate_reads_by_another_policy_and_says_so():
    done = run("aggregate", "--synthesis", "ptq-int8", "--format", "json", "--reading", "santos_2015")
    (only,) = json.loads(done.stdout)["syntheses"]
    assert (only["id"], only["reading"]) == ("ptq-int8", "santos_2015")


def test_aggregate_as_csv_has_one_row_per_conclusion():
    rows = list(csv.DictReader(io.StringIO(run("aggregate", "--format", "csv").stdout)))
    assert Counter(row["synthesis"] for row in rows) == {"full": 22, "ptq-int8": 16}


def test_explain_leads_from_the_file_to_the_influence():
    done = run("explain", "--evidence", CASE_STUDY, "paul-2022/q0.2/accuracy")
    assert done.returncode == 0
    for part in ("studies/paul-2022.yaml:", "−8.461 %", "0.373", "Influence on the synthesis"):
        assert part in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", "paul-2022/q0.2/acuracy"),
        ("aggregate", "--synthesis", "ful"),
        ("aggregate", "--reading", "santos"),
        ("check", "no-such-folder"),
        ("check", "--format", "xml"),
        ("frobnicate",),
        (),
    ],
)
def test_wrong_usage_exits_with_2_and_says_why(arguments):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_an_unexpected_failure_is_one_sentence_without_a_traceback(evidence: Path, tmp_path: Path):
    (tmp_path / "file").write_text("not a folder")
    done = run("build", "--evidence", evidence, "--output", tmp_path / "file" / "site")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_problems_stop_a_build_before_it_touches_anything(evidence: Path, tmp_path: Path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site")
    spoil(evidence, "syntheses/full.yaml", "paul-2022/q0.16", "paul-2022/q0.17")
    done = run("build", "--evidence", evidence, "--output", site)
    assert done.returncode == 1
    assert "full.yaml" in done.stderr
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text() == "the last good site"


def test_hostile_text_cannot_steer_a_terminal(evidence: Path):
    spoil(evidence, "studies/paul-2022.yaml", "label: S1", 'label: "\\e[31mS1::error"')
    done = run("check", evidence)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
