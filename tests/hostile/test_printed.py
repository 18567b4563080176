"""What commands print about a hostile review: for a terminal, and for the log and the summary of a forge."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import main
from tests.hostile.build import Built
from tests.hostile.structure import forge, structure

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def _said(poisoned: Built, capsys: pytest.CaptureFixture[str], *command: str) -> str:
    assert main([*command, "--evidence", str(poisoned.evidence)] if command[0] != "check" else [*command]) == 0
    out, err = capsys.readouterr()
    assert not STEERING.search(out + err)
    return out


def test_commands_print_what_steers_neither_a_terminal_nor_a_forge(
    poisoned: Built, capsys: pytest.CaptureFixture[str]
) -> None:
    number = poisoned.content.pieces[0]
    for command in (
        ("check", str(poisoned.evidence)),
        ("aggregate",),
        ("explain", f"{number.evidence_model}/{number.effect}"),
        ("versions",),
        ("changes", "1.0", "2.0"),
    ):
        said = _said(poisoned, capsys, *command)
        assert said
        assert not re.search(r"(?m)^\s*(::|##\[)", said), command


def test_annotations_of_a_hostile_review_are_one_command_a_line(
    poisoned: Built, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    said = _said(poisoned, capsys, "check", str(poisoned.evidence), "--format", "github").splitlines()
    assert len(said) == len(poisoned.review.warnings)
    assert sum(bool(re.match("::warning file=[^:]*,line=[0-9]+,col=[0-9]+::[^:]", line)) for line in said) == 10
    summary = structure(forge((tmp_path / "summary.md").read_text(encoding="utf-8")))
    assert summary.tags == {"h2", "p", "table", "thead", "tbody", "tr", "th", "td"}
