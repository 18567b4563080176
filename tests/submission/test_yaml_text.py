from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from generator.intake.yaml_reader import read_yaml
from generator.submission.plain_text import one_line, slug
from generator.submission.yaml_text import comment, items, value

HOSTILE = [
    *("a: b", "- a", "# a", "a #b", "!!x", "&a", "*a", "%a", "{a}", "[a", '"', "'", "\\"),
    *("yes", "12", "a,b", "@a", "`a", "null", "~", "on"),
]


@given(text=st.text(max_size=80))
@example(text="\u202e\u2028\x00\x85 \ufeff")
@example(text="x\u200b")
def test_any_text_reads_back_as_itself(text: str) -> None:
    plain = one_line(text)
    if not plain:
        return
    reading = read_yaml("x.yaml", f"a: {value(plain)}\nb: {items([plain, plain])}\nc: {{d: {value(plain)}}}\n")
    assert reading.problems == ()
    assert reading.root is not None
    assert reading.root.get("a").text == plain
    assert reading.root.get("b").names() == (plain, plain)
    assert reading.root.get("c", "d").text == plain


def test_what_yaml_could_take_for_anything_else_is_quoted() -> None:
    assert [text for text in HOSTILE if value(text) == text] == []
    assert value("Journal of X") == "Journal of X"


@given(text=st.text(max_size=300))
def test_a_comment_stays_a_comment(text: str) -> None:
    lines = list(comment(text, 2, 2))
    assert all(line.startswith("  # ") and line.isprintable() for line in lines)


def test_a_slug_is_a_part_of_an_id() -> None:
    assert slug("Ångström / W8A8 (PTQ)") == "angstrom-w8a8-ptq"
    assert slug("…") == ""
