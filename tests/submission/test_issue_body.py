from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.submission.issue_body import read_issue
from generator.submission.issue_form import NAME, Kind, form_fields, form_text
from generator.submission.known import Known, read_known
from generator.submission.record import Result, SubmissionError
from generator.submission.results_table import HEADER
from tests.conftest import ROOT, SHIPPED
from tests.intake.review_cases import TINY

found = read_known(TINY)
assert isinstance(found, Known)
RULES = found.rules


def body(**answers: str) -> str:
    """An issue as the host renders a form."""
    parts = [f"### {one.label}\n\n{answers.get(one.id, '_No response_')}" for one in form_fields(RULES)]
    return "\n\n".join([*parts, "### Before you submit\n\n- [x] The text is in my own words\n- [X] Licence"])


FULL = {
    "title": "A paper: on reviews",
    "authors": "- Jane Doe\nMustermann, Max",
    "year": "2031",
    "identifier": "https://doi.org/10.1234/abc",
    "technique": "Review meeting (meeting)",
    "aspect-baseline": "Tests only (tests-only)",
    "design": "Experiment (experiment)",
    "because": "Measured\nwith a clock.",
    "effects": "Escaped defects (escaped_defects), Lead time (lead_time)",
    "results": f"""{HEADER}
Two readers | Lead time | 20 | 21.50 | h | Table 3
| Two readers | escaped_defects | 4 | 3 | /kLOC | |""",
    "notes": "One thing\n* Another",
}


def test_what_was_put_into_the_form_comes_out() -> None:
    told = read_issue(body(**FULL), RULES)
    assert (told.title, told.authors, told.year) == ("A paper: on reviews", ("J. Doe", "M. Mustermann"), "2031")
    assert (told.doi, told.technique, told.design) == ("10.1234/abc", "meeting", "experiment")
    assert told.design_because == "Measured with a clock."
    assert told.context == (("baseline", "tests-only"),)
    assert told.effects == ("escaped_defects", "lead_time")
    assert told.results == (
        Result("two-readers", "lead_time", "hour", "20", "21.50", "Table 3"),
        Result("two-readers", "escaped_defects", "per_kloc", "4", "3", ""),
    )
    assert told.models == ("two-readers",)
    assert told.notes == ("One thing", "Another")
    assert told.left_out == ()


def test_an_event_and_an_issue_as_json_are_read_too() -> None:
    text = body(**FULL)
    whole = read_issue(text, RULES)
    assert read_issue(json.dumps({"action": "opened", "issue": {"body": text}}), RULES) == whole
    assert read_issue(json.dumps({"body": text.replace("\n", "\r\n")}), RULES) == whole


def test_an_empty_form_tells_nothing_and_that_is_no_fault() -> None:
    told = read_issue(body(title="T"), RULES)
    assert (told.title, told.authors, told.results, told.left_out) == ("T", (), (), ())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("hello", "headings of the form"),
        ("{broken", "cannot be read"),
        ("{}", "issue.body"),
        ('{"issue": {"body": null}}', "issue.body"),
        ('{"issue": []}', "issue.body"),
        ("[" * 10, "headings"),
        ("x" * 1_000_001, "characters"),
    ],
)
def test_what_is_no_issue_of_the_form_is_refused_with_a_remedy(text: str, says: str) -> None:
    with pytest.raises(SubmissionError, match=says):
        read_issue(text, RULES)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("a | lead time | 1 | 2,5 | h | p. 1", "no plain number"),
        ("a | leed_time | 1 | 2 | h | p. 1", "did you mean lead_time"),
        ("a | lead_time | 1 | 2 | parsec | p. 1", "no unit"),
        ("a | lead_time | 1 | 2.500,0 | h | p. 1", "no plain number; write it with the digits"),
        ("a | lead_time | 1 | 12 h | h | p. 1", "write 12 alone"),
        ("a | leed_time | 1 | 2 | h | p. 1", "did you mean lead_time?"),
        ("a | lead_time | 1 | 2 | parsec | p. 1", "given in day or hour; convert the values"),
        ("a | lead_time | 2 | h | p. 1", "and this has 5"),
        ("a | lead_time", "6 parts"),
        ("… | lead_time | 1 | 2 | h | p. 1", "names no evidence model"),
        ("a | lead_time | 1 | 2 | h | x\na | lead_time | 1 | 2 | d | x", "one unit"),
    ],
)
def test_a_line_of_results_that_cannot_be_used_is_told(line: str, says: str) -> None:
    told = read_issue(body(title="T", results=line), RULES)
    assert any(says in sentence for sentence in told.left_out)
    assert all(result.effect in ("lead_time",) and result.treated in ("", "2") for result in told.results)


def test_a_line_that_cannot_be_used_does_not_keep_out_the_next() -> None:
    lines = "a | lead_time | 1 | h | p. 1\na | lead_time | 1 | 2 | parsec | p. 1\na | lead_time | 1 | 2 | h | p. 1"
    told = read_issue(body(title="T", results=lines), RULES)
    assert [(one.unit, one.baseline, one.treated) for one in told.results] == [("hour", "1", "2")]
    assert len(told.left_out) == 2
    assert all(sentence[-1] in ".?" and not sentence.endswith("?.") for sentence in told.left_out)


def test_text_cannot_pass_for_another_field() -> None:
    title = "T\n\n### Title of the paper\n\nno\n\n### nonsense"
    told = read_issue(body(title=title, year="2031", because="### Year of publication\n1999"), RULES)
    assert told.year == "2031"
    assert told.title.startswith("T ### Title of the paper")


def test_choices_that_nobody_could_make_are_told() -> None:
    told = read_issue(body(title="T", technique="$(rm -rf /)", year="soon", identifier="mine"), RULES)
    assert (told.technique, told.year) == ("", "")
    assert len(told.left_out) == 3


@given(st.dictionaries(st.sampled_from([one.id for one in form_fields(RULES)]), st.text(max_size=80), min_size=3))
def test_any_answers_lead_to_a_study_or_a_sentence(answers: dict[str, str]) -> None:
    told = read_issue(body(**answers), RULES)
    assert set(told.effects) <= {one.id for one in RULES.effects}
    assert told.technique in ("", *(one.id for one in RULES.techniques))
    assert all(part.isprintable() for part in told.left_out)


def test_the_form_of_this_repository_is_up_to_date() -> None:
    review = read_known(SHIPPED)
    assert isinstance(review, Known)
    written = (ROOT / ".github/ISSUE_TEMPLATE" / NAME).read_text(encoding="utf-8")
    assert written == form_text(review.title, review.rules), "the form is out of date; run: living-review issue-form"


def test_no_two_fields_share_a_label_and_choices_differ() -> None:
    fields = form_fields(RULES)
    assert len({one.label.casefold() for one in fields}) == len(fields)
    assert len({one.id for one in fields}) == len(fields)
    assert all(one.options for one in fields if one.kind is Kind.CHOICE)
