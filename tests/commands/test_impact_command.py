"""The impact of a change of evidence, judged against the conclusions of both sides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.aggregation import aggregate
from generator.conversion import convert
from generator.impact import impact_of
from generator.model.impact import Impact
from generator.model.review import Review
from generator.model.synthesis import EffectSynthesis
from generator.views.impact import as_document, as_markdown
from tests.commands.test_command_line import run
from tests.conftest import read
from tests.intake.review_cases import copy_of_tiny
from tests.submission.filling import enrol

ADDED = """id: new-2031
label: N1
title: A third look
authors: [N. Ew]
year: 2031
design: {type: experiment, because: Invented.}
extraction: {kind: paper, source: The paper itself.}
quality: {answers: {1.1: yes, 1.2: yes, 2.1: yes}}
context: {technique: meeting, baseline: tests-only, reviewers: two}
evidence_models:
  all:
    where: p. 1
    effects:
      lead_time: {reported: {mean: 60, std: 1, iqr: 1, n: 9}}
      escaped_defects: {reported: {mean: 26, std: 1, iqr: 1, n: 9}}
"""


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The tiny review, and the same with one more study."""
    before, after = (copy_of_tiny(tmp_path_factory.mktemp(name)) for name in ("before", "after"))
    (after / "studies/new-2031.yaml").write_text(ADDED, encoding="utf-8")
    enrol(after, "new-2031/all")
    return before, after


@pytest.fixture(scope="module")
def added(sides: tuple[Path, Path]) -> Impact:
    before, after = sides
    return impact_of(read(before), read(after), "before", "after")


def conclusions(review: Review) -> dict[tuple[str, str], EffectSynthesis]:
    found = aggregate(review, dict(convert(review).by_policy))
    return {(synthesis.id, effect.effect): effect for synthesis in found for effect in synthesis.effects}


def agrees(impact: Impact) -> None:
    """Every claim of the report is that of ``aggregate`` on its side."""
    for side, review in (("before", impact.before), ("after", impact.after)):
        truth = conclusions(review)
        told = {(one.synthesis, one.effect): getattr(one, side) for one in impact.comparison.claims}
        assert {claim for claim, outcome in told.items() if outcome is not None} == set(truth)
        for claim, one in truth.items():
            outcome = told[claim]
            assert outcome.range == one.range
            assert outcome.belief == pytest.approx(one.belief, abs=1e-12)
            assert outcome.conflict.total == pytest.approx(one.conflict.total, abs=1e-12)


def test_adding_removing_and_altering_agree_with_aggregation(sides: tuple[Path, Path], tmp_path: Path) -> None:
    before, after = map(read, sides)
    altered = copy_of_tiny(tmp_path)
    file = altered / "studies/doe-2020.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("mean: 27.5", "mean: 2.5"), encoding="utf-8")
    for first, second in ((before, after), (after, before), (before, read(altered))):
        impact = impact_of(first, second, "a", "b")
        agrees(impact)
        assert impact.comparison.changed()


def test_nothing_changes_is_said_in_one_line(sides: tuple[Path, Path]) -> None:
    before, _ = sides
    done = run("impact", "--base", before, "--evidence", before)
    assert (done.returncode, done.stdout) == (0, "Nothing changes.\n")
    document = json.loads(run("impact", "--base", before, "--evidence", before, "--format", "json").stdout)
    assert document["nothing"] is True


def test_a_new_study_stands_beside_what_was_known(added: Impact) -> None:
    text = as_markdown(added)
    assert "1 study was added" in text
    assert "beside what was known" in text
    assert "better than was known" in text
    compared = {one["effect"]: one["compared"] for one in as_document(added)["new_evidence"]}
    assert compared["lead_time"] == {"full": "better than was known"}


def test_a_study_in_no_synthesis_is_pointed_out(sides: tuple[Path, Path], tmp_path: Path) -> None:
    evidence = copy_of_tiny(tmp_path)
    (evidence / "studies/new-2031.yaml").write_text(ADDED, encoding="utf-8")
    text = as_markdown(impact_of(read(sides[0]), read(evidence), "before", "after"))
    assert "In no synthesis" in text
    assert "New warnings" in text


def test_a_warning_that_moved_is_not_new(sides: tuple[Path, Path], tmp_path: Path) -> None:
    before, after = copy_of_tiny(tmp_path / "a"), copy_of_tiny(tmp_path / "b")
    for folder, start in ((before, ""), (after, "# One more line.\n")):
        file = folder / "studies/doe-2020.yaml"
        text = file.read_text(encoding="utf-8").replace(
            "mean: 27.5, std: 4.2, iqr: 5.0", "mean: 1.5, std: 4.2, iqr: 50"
        )
        file.write_text(start + text, encoding="utf-8")
    impact = impact_of(read(before), read(after), "before", "after")
    assert impact.before.warnings
    assert (impact.doubts, impact.settled) == ((), ())


def test_how_firm_conclusions_are_is_compared(added: Impact) -> None:
    document = as_document(added)
    verdicts = {"robust", "depends", "fragile", "no_conclusion"}
    assert all(one["before"] != one["after"] for one in document["robustness"])
    assert {one[side] for one in document["robustness"] for side in ("before", "after")} <= verdicts


def test_a_base_that_does_not_exist_is_wrong_usage() -> None:
    done = run("impact", "--base", "no-such-revision")
    assert done.returncode == 2
    assert "no-such-revision" in done.stderr


def test_the_evidence_of_a_git_revision_is_a_base() -> None:
    done = run("impact", "--base", "HEAD", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["before"] == "revision HEAD"


def test_what_was_corrected_stands_before_and_after(sides: tuple[Path, Path], tmp_path: Path) -> None:
    before, after = read(sides[0]), copy_of_tiny(tmp_path)
    file = after / "studies/doe-2020.yaml"
    text = file.read_text(encoding="utf-8").replace("mean: -12.0", "mean: 12.0")
    start, end = text.index("      lead_time:\n"), text.index("  two:\n")
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    impact = impact_of(before, read(after), "before", "after")
    told = {(one["evidence_model"], one["effect"]): one for one in as_document(impact)["corrected_evidence"]}
    assert set(told) == {("doe-2020/two", "lead_time"), ("doe-2020/one", "lead_time")}
    changed, gone = told["doe-2020/two", "lead_time"], told["doe-2020/one", "lead_time"]
    assert [changed[side]["improvement_percent"] for side in ("before", "after")] == [-12.0, 12.0]
    assert gone["after"] is None
    report = as_markdown(impact)
    assert "(S1) before and after" in report
    assert "−12.0 % → +12.0 %" in report
    assert "→ none" in report


def test_the_conflict_that_a_new_study_brings_is_told(added: Impact) -> None:
    assert "; weight of conflict 0.00 → " in as_markdown(added)
