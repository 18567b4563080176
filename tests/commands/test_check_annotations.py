"""Checks as a forge shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.problem import Place, Problem, Severity
from generator.problem_summary import MOST_ANNOTATIONS, annotated, as_summary
from tests.commands.test_command_line import run
from tests.intake.review_cases import copy_of_tiny


def problems(count: int, severity: Severity) -> list[Problem]:
    return [Problem(Place("studies/a.yaml", n, 1), "k", "f", "x", "y", severity=severity) for n in range(1, count + 1)]


def test_ten_of_each_severity_are_annotations_and_the_rest_are_lines() -> None:
    lines = list(annotated(Path("evidence"), [*problems(12, Severity.ERROR), *problems(11, Severity.WARNING)]))
    assert len(lines) == 23
    assert [sum(line.startswith(f"::{kind} ") for line in lines) for kind in ("error", "warning")] == [10, 10]
    assert lines[MOST_ANNOTATIONS] == "evidence/studies/a.yaml:11:1: f: found x, expected y"


def test_the_summary_has_them_all_and_hostile_text_stays_text() -> None:
    hostile = Problem(
        Place("studies/a.yaml", 1, 1), "k", "a|b", "<img src=x> @you", "[x](https://e.vil) `y`", "::error::"
    )
    summary = as_summary(Path("evidence"), [*problems(12, Severity.ERROR), hostile], "13 problems")
    assert summary.count("\n| ") == 14
    for piece in ("<img", "@you", "](", "`", "a|b", "::error"):
        assert piece not in summary


def test_a_long_list_is_cut_and_says_so() -> None:
    assert "100 more" in as_summary(Path("evidence"), problems(600, Severity.ERROR), "600 problems")


def test_the_summary_is_written_where_the_forge_wants_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evidence = copy_of_tiny(tmp_path)
    file = evidence / "studies/roe-2021.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("year: 2021", "year: soon"), encoding="utf-8")
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    done = run("check", evidence, "--format", "github")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n## Evidence\n\n1 problem to mend")
    assert "soon" in text
    run("check", evidence)
    assert summary.read_text(encoding="utf-8") == text
