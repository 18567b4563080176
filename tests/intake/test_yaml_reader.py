from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.node import Mapping, Node, Scalar, Sequence, plain_data
from generator.intake.yaml_reader import read_yaml

_SIGNS = "a:{}[],'\"|>#%@`\\1~\t\r\u2028\x00\ufeff\u202eé\u0301\U0001f600\ud800"
_WORDS = (": ", "- ", "? ", "\n", "  ", "&x ", "*x ", "!!t ", "<<", "---\n", "...\n", "\\u", "\\U0011", "1e999", ".nan")
_YAML_PARTS = st.sampled_from((*_SIGNS, *_WORDS))


def value_of(text: str) -> object:
    """What an unquoted value means; the repr of the problem's kind if it means nothing."""
    reading = read_yaml("f.yaml", f"a: {text}\n")
    if reading.problems:
        return reading.problems[0].kind
    assert reading.root is not None
    return plain_data(reading.root.get("a"))


def every_node(node: Node) -> list[Node]:
    below = [child for _, child in node.entries()] if isinstance(node, Mapping) else list(node.items)
    return [node, *(found for child in below for found in every_node(child))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("n/a", "n/a"),
        ("true", True),
        ("False", False),
        ("tRUE", "tRUE"),
        ("12", 12),
        ("-3", -3),
        ("+3", 3),
        ("1.50", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("-0.0", 0.0),
        ("007", "007"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("0o7", "0o7"),
        ("0b1", "0b1"),
        ("1:30", "1:30"),
        ("1,5", "1,5"),
        ("\uff11\uff12", "\uff11\uff12"),
        ("2024-05-31", "2024-05-31"),
        ("1.1.1", "1.1.1"),
        ("nan", "nan"),
        ("inf", "inf"),
        (".nan", "not-finite"),
        ("-.INF", "not-finite"),
        ("1e999", "not-finite"),
        ("~", "empty-value"),
        ("null", "empty-value"),
        ("", "empty-value"),
        ('"12"', "12"),
        ("'null'", "null"),
        ('""', ""),
    ],
)
def test_an_unquoted_value_means_what_the_core_schema_says_and_nothing_surprising(text: str, value: object) -> None:
    found = value_of(text)
    assert found == value
    assert type(found) is type(value)


def test_minus_zero_loses_its_sign() -> None:
    assert str(value_of("-0.0")) == "0.0"


def test_a_whole_number_of_thousands_of_digits_is_a_problem_and_not_a_fault() -> None:
    assert value_of("9" * 5000) == "not-finite"


def test_keys_are_always_text() -> None:
    root = read_yaml("f.yaml", "1.1: yes\n2: no\ntrue: 1\nnull: 2\n").root
    assert root is not None
    assert root.keys == ("1.1", "2", "true", "null")


def test_values_know_their_line_column_and_path() -> None:
    root = read_yaml("f.yaml", "# comment\na:\n  - {b: 1, 'c d': [x, y]}\n").root
    assert root is not None
    inner = root.get("a").items[0].get("c d").items[1]
    assert (inner.place.line, inner.place.column, inner.field) == (3, 23, 'a[1]."c d"[2]')
    assert (root.get("a").items[0].get("b").key_place.column, root.get("a").place.line) == (6, 3)


def test_windows_line_ends_do_not_shift_lines() -> None:
    root = read_yaml("f.yaml", "a: 1\r\nb: 2\r\n").root
    assert root is not None
    assert (root.get("b").place.line, root.get("b").place.column, root.get("b").number) == (2, 4, 2)


def test_problems_of_structure_do_not_hide_the_rest_of_the_file() -> None:
    reading = read_yaml("f.yaml", "a: &x 1\nb: *x\nc: !t 2\n<<: {d: 1}\ne: 1\ne: 2\nf: .nan\ng: 3\n")
    kinds = [problem.kind for problem in reading.problems]
    assert kinds == ["anchor", "alias", "tag", "merge-key", "duplicate-key", "not-finite"]
    assert reading.root is not None
    assert reading.root.get("g").number == 3


def test_text_may_be_in_any_language_and_hold_emoji() -> None:
    for text in ("café", "语言", "شفافية", "👩‍👩‍👧 family", "−5 µs × 2"):
        assert value_of(text) == text


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\u202d", "\u2067", "\ufdd0", "\uffff", "\U0001ffff"],
)
@pytest.mark.parametrize("form", ["a: x{}y\n", "# x{}y\na: 1\n", 'a: "x{}y"\n', "a: |\n  x{}y\n"])
def test_hidden_characters_are_refused_wherever_they_stand(form: str, character: str) -> None:
    assert read_yaml("f.yaml", form.format(character)).problems[0].kind == "forbidden-character"


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\N", "\\L", "\\P", "\\x1b", "\\u202E", "\\uD800", "\\uFFFE"])
def test_hidden_characters_are_refused_when_escaped(escape: str) -> None:
    assert value_of(f'"x{escape}y"') == "forbidden-character"


@pytest.mark.parametrize("key", ["a\u200bb", "\u2060a", "e\u0301a", "a\u200d"])
def test_keys_do_not_hide_anything(key: str) -> None:
    assert read_yaml("f.yaml", f"{key}: 1\n").problems[0].kind == "hidden-in-key"


def test_a_second_key_is_shown_with_both_lines() -> None:
    (problem,) = read_yaml("f.yaml", "a: 1\nb: 2\na: 3\n").problems
    assert (problem.place.line, problem.found) == (3, 'the key "a" in line 1 and again here')


@pytest.mark.parametrize("text", ["[" * 100_000, "{" * 100_000, "a:\n" + "- " * 50_000, "a: " + "[{b: " * 2000])
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    started = time.process_time()
    reading = read_yaml("f.yaml", text)
    assert reading.root is None
    assert time.process_time() - started < 5


def test_a_chain_of_merges_or_aliases_is_refused_without_expanding_it() -> None:
    lines = ["a0: &a0 {x: 1}"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    reading = read_yaml("f.yaml", "\n".join(lines))
    assert {problem.kind for problem in reading.problems} == {"anchor", "alias"}


@given(st.text())
def test_no_text_makes_the_reader_fail(text: str) -> None:
    read_yaml("f.yaml", text)


@given(st.lists(_YAML_PARTS, max_size=40).map("".join))
def test_no_text_that_looks_like_yaml_makes_the_reader_fail(text: str) -> None:
    reading = read_yaml("f.yaml", text)
    assert reading.root is not None or reading.problems
    lines = text.count("\n") + 1
    for problem in reading.problems:
        assert 1 <= problem.place.line <= lines + 1
        assert problem.place.column >= 1
        assert str(problem).isprintable()
        assert "::" not in str(problem)


@given(
    st.recursive(
        st.integers(-(10**17), 10**17)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.booleans()
        | st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcxyz", min_size=1), inner, max_size=4),
        max_leaves=12,
    )
)
def test_what_json_writes_is_read_back(data: object) -> None:
    reading = read_yaml("f.yaml", json.dumps({"data": data}))
    assert not reading.problems
    assert reading.root is not None
    assert plain_data(reading.root.get("data")) == _tuples(data)
    assert all(isinstance(node, Mapping | Sequence | Scalar) for node in every_node(reading.root))


def _tuples(data: object) -> object:
    if isinstance(data, list):
        return tuple(_tuples(item) for item in data)
    if isinstance(data, dict):
        return {key: _tuples(value) for key, value in data.items()}
    return data
