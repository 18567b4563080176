from __future__ import annotations

import time

import pytest

from generator.intake.draft import unknown_text
from generator.intake.node import Node, Scalar
from generator.intake.number_hints import hint_for_number
from generator.intake.other_formats import other_format
from generator.intake.text_hints import hint_for_text, near_id
from generator.intake.yaml_reader import read_yaml


def node_of(value: str) -> Node:
    root = read_yaml("f.yaml", f"a: {value}\n").root
    assert root is not None
    return root.get("a")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("12,5", "a decimal point instead of the comma"),
        ("12,500", "write 12500 if the comma separates thousands, or 12.500 if it is a decimal comma"),
        ("12,500.5", "write 12500.5"),
        ("1.234.567", "write 1234567"),
        ("12 500", "write 12500"),
        ("'12.5'", "remove the quotes"),
        ("12,5 %", "write 12.5"),
        ("12.5 %", "leave out the percent sign"),
        ("\N{MINUS SIGN}3", "write -3"),
        ("about 3", "write 3"),
        ("07", "write 7"),
        ("3.5 ms", "write 3.5 alone"),
        ("3 ± 1", "write the mean alone"),
        ("3-4", "write one number"),
        ("[3, 4]", "write one number"),
        ("1e3x", "the digits 0 to 9"),
        ("many", ""),
    ],
)
def test_what_is_nearly_a_number_is_told_how_to_become_one(written: str, hint: str) -> None:
    found = hint_for_number(node_of(written), "not-a-number", "a number", needed=False)
    assert found.startswith(hint) if hint.startswith("write") else hint in found
    assert bool(found) == bool(hint)


def test_a_value_that_is_needed_is_not_to_be_left_out() -> None:
    told = [hint_for_number(node_of("n/a"), "not-a-number", "a number", needed) for needed in (True, False)]
    assert told[0] != told[1]
    assert "leave the key out" in told[1]


@pytest.mark.parametrize(("written", "share"), [("31", "0.31"), ("31%", "0.31"), ("5.5", "0.055")])
def test_a_percentage_in_place_of_a_share_is_turned_into_one(written: str, share: str) -> None:
    hint = hint_for_number(node_of(written), "not-a-number", "a number from 0 to 1", needed=False)
    assert hint.endswith(f"write {share}")


@pytest.mark.parametrize(
    ("kind", "written", "hint"),
    [
        ("wrong-doi", "https://doi.org/10.1000/182.", 'write "10.1000/182"'),
        ("wrong-doi", "see the paper", ""),
        ("wrong-arxiv", "arXiv:2505.00816", 'write "2505.00816"'),
        ("wrong-url", "example.org/a", "write https://example.org/a"),
        ("wrong-url", "ftp://example.org", ""),
        ("wrong-date", "2026-13-01", "there is no such day"),
        ("wrong-id", "Ünder Score", "write under-score"),
    ],
)
def test_a_name_in_another_form_is_written_out(kind: str, written: str, hint: str) -> None:
    node = node_of(f"'{written}'")
    assert isinstance(node, Scalar)
    assert hint_for_text(node, kind, "") == hint


def test_the_nearest_id_of_a_name_without_letters_is_none() -> None:
    assert near_id("???") == ""


def test_the_file_of_many_names_is_named_where_none_is_near() -> None:
    problems = list(unknown_text(node_of("zzz"), "unit", [f"unit-{number}" for number in range(20)]))
    assert [problem.hint for problem in problems] == ["the units stand in review/metrics.yaml"]


@pytest.mark.parametrize("text", ["", "id: a\ntitle: one, two, three, four\n", "a: b\n---\nc: d\n", "- a\n- b\n"])
def test_what_may_be_yaml_is_not_taken_for_something_else(text: str) -> None:
    assert other_format("f.yaml", text) is None


@pytest.mark.parametrize("text", ["\n" * 300_000, "a," * 150_000 + ":", "|-" * 150_000, " " * 300_000, "<" * 300_000])
def test_no_text_takes_long_to_be_recognised(text: str) -> None:
    start = time.process_time()
    other_format("f.yaml", text)
    assert time.process_time() - start < 5
