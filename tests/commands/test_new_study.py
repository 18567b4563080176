"""Beginning a study, as people and scripts do it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.test_command_line import run
from tests.conftest import ROOT
from tests.intake.review_cases import copy_of_tiny
from tests.submission.filling import enrol, filled
from tests.submission.test_bibliography import BIBTEX, RIS
from tests.submission.test_issue_body import FULL, body


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    return copy_of_tiny(tmp_path)


def test_from_a_citation_to_a_green_check(evidence: Path, tmp_path: Path) -> None:
    citation = tmp_path / "paper.ris"
    citation.write_text(RIS, encoding="utf-8")
    wanted = ("--effect", "lead_time", "--technique", "meeting")
    done = run("new", "study", "--from", citation, *wanted, "--evidence", evidence)
    path = evidence / "studies/doe-2031.yaml"
    assert (done.returncode, done.stdout) == (0, f"{path}\n")
    assert run("check", evidence).returncode == 1
    path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    enrol(evidence, "doe-2031/first")
    checked = run("check", evidence)
    assert (checked.returncode, checked.stdout) == (0, "")


def test_bibtex_and_options_together_count_the_options_first(evidence: Path, tmp_path: Path) -> None:
    citation = tmp_path / "paper.bib"
    citation.write_text(BIBTEX, encoding="utf-8")
    done = run("new", "study", "--from", citation, "--id", "mine", "--year", "2030", "--evidence", evidence)
    assert done.returncode == 0
    text = (evidence / "studies/mine.yaml").read_text(encoding="utf-8")
    assert "\nyear: 2030\n" in text
    assert '"J. Müller"' in text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--id", "doe-2020"), "there is"),
        (("--id", "../x"), "cannot be the id"),
        (("--effect", "leed_time"), "lead_time"),
        (("--technique", "metting"), "meeting"),
        (("--doi", "soon"), "10.1000/182"),
        (("--year", "31"), "four digits"),
        (("--model", "A B"), "small letters"),
        (("--from", "no-such-file"), "cannot be read"),
        (("--from", str(ROOT)), "cannot be read"),
        (("--from", str(ROOT / "README.md")), "README.md: "),
    ],
)
def test_what_cannot_be_is_said_with_a_remedy_and_nothing_is_written(evidence: Path, arguments, says: str) -> None:
    before = sorted(path.name for path in (evidence / "studies").iterdir())
    done = run("new", "study", *arguments, "--evidence", evidence)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in (evidence / "studies").iterdir()) == before


def test_without_a_terminal_nothing_is_asked(evidence: Path) -> None:
    done = run("new", "study", "--evidence", evidence)
    assert done.returncode == 0
    assert done.stdout == f"{evidence}/studies/study.yaml\n"


def test_on_a_terminal_it_asks_and_offers_what_it_would_take(evidence: Path) -> None:
    terminal, end = pty.openpty()
    answers = ["A title", "Jane Doe; M. Muster", "2031", "arXiv:2101.00009", "meeting", "lead_time, leed", "", ""]
    os.write(terminal, "".join(f"{answer}\n" for answer in answers).encode())
    command = [sys.executable, "-m", "generator", "new", "study", "--evidence", str(evidence)]
    done = subprocess.run(command, cwd=ROOT, stdin=end, capture_output=True, text=True, check=False, timeout=60)
    os.close(terminal)
    os.close(end)
    assert done.stdout == f"{evidence}/studies/doe-2031.yaml\n"
    assert "[doe-2031]" in done.stderr
    assert "[S3]" in done.stderr
    text = (evidence / "studies/doe-2031.yaml").read_text(encoding="utf-8")
    assert 'authors: ["J. Doe", "M. Muster"]' in text or "authors: [J. Doe, M. Muster]" in text
    assert 'arxiv: "2101.00009"' in text
    assert "technique: meeting" in text
    assert "leed" in text.partition("id: doe-2031")[0]


def test_an_issue_becomes_a_file_that_says_what_is_left(evidence: Path, tmp_path: Path) -> None:
    issue = tmp_path / "issue.json"
    issue.write_text(json.dumps({"issue": {"body": body(**FULL)}}), encoding="utf-8")
    done = run("from-issue", issue, "--evidence", evidence)
    path = evidence / "studies/doe-2031.yaml"
    assert (done.returncode, done.stdout) == (0, f"{path}\n")
    left = run("check", evidence).stdout.splitlines()
    assert {line.partition(": found")[0].rpartition(" ")[2] for line in left} == {
        "extraction.source",
        "quality.answers.1.1",
        "quality.answers.1.2",
        "quality.answers.2.1",
        "evidence_models.two-readers.context.reviewers",
        "evidence_models.two-readers.effects.escaped_defects.where",
    }


def test_hostile_issues_are_data(evidence: Path, tmp_path: Path) -> None:
    hostile = "x\u202e\x1b[31m\n---\nid: evil\n!!python/object:os.system {a: &b *b}\u2028::error::"
    issue = tmp_path / "issue.md"
    issue.write_text(body(**dict.fromkeys(FULL, hostile)), encoding="utf-8")
    done = run("from-issue", issue, "--id", "n-1", "--evidence", evidence)
    assert done.returncode == 0
    assert "\x1b" not in done.stderr
    text = (evidence / "studies/n-1.yaml").read_text(encoding="utf-8")
    assert text.isprintable() or set(filter(lambda c: not c.isprintable(), text)) == {"\n"}
    problems = json.loads(run("check", evidence, "--format", "json").stdout)
    assert {one["kind"] for one in problems} <= {
        "not-filled-in", "unknown-technique", "unknown-term", "unknown-study-type", "wrong-word", "not-a-number",
        "unknown-unit", "unknown-effect", "not-a-year",
    }  # fmt: skip
    assert not (evidence / "studies/evil.yaml").exists()


def test_the_form_is_written_where_it_is_asked_for(evidence: Path, tmp_path: Path) -> None:
    assert run("issue-form", "--evidence", evidence).returncode == 0
    text = (tmp_path / ".github/ISSUE_TEMPLATE/study.yml").read_text(encoding="utf-8")
    assert '"Lead time (lead_time)"' in text
