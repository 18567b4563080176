"""``living-review sensitivity`` as people and scripts meet it."""

from __future__ import annotations

import io
import json

import pytest

from generator.progress import PATIENCE, ProgressBar
from tests.commands.test_command_line import run


def test_sensitivity_prints_a_document_and_nothing_else_on_standard_output():
    done = run("sensitivity", "--format", "json", "--question", "discount", "--question", "cumulative")
    document = json.loads(done.stdout)
    assert (done.returncode, document["format"], document["synthesis"]) == (0, 1, "full")
    assert {one["question"] for one in document["results"]} == {"discount", "cumulative"}


def test_sensitivity_reads_well_in_a_terminal():
    done = run("sensitivity", "--synthesis", "ptq-int8", "--workers", "1")
    assert done.returncode == 0
    assert "Robust: the range holds under all 7 questions that count." in done.stdout
    assert done.stderr == ""


def test_one_question_shows_every_result():
    done = run("sensitivity", "--synthesis", "ptq-int8", "--question", "reading")
    assert done.stdout.count("santos") + done.stdout.count("Santos") >= 55


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--question", "leave_one_out"), "leave_one_study_out"),
        (("--synthesis", "ful"), "full"),
        (("--workers", "0"), "at least 1"),
        (("--format", "csv"), "csv"),
    ],
)
def test_wrong_usage_exits_with_2_and_says_why(arguments, said):
    done = run("sensitivity", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_appears_on_a_terminal_only_after_a_while_and_leaves_a_clean_line():
    now = [0.0]
    terminal, pipe = Terminal(), io.StringIO()
    bars = [ProgressBar(stream, "working", clock=lambda: now[0]) for stream in (terminal, pipe)]
    for done, seconds in ((0, 0.0), (1, PATIENCE - 0.1), (2, PATIENCE), (3, PATIENCE + 1)):
        now[0] = seconds
        for bar in bars:
            bar(done, 3)
    assert pipe.getvalue() == ""
    assert terminal.getvalue() == "\rworking [####################..........] 2/3\r\x1b[K"
