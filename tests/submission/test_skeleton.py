from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake import load
from generator.intake.yaml_reader import read_yaml
from generator.submission.begin import begin, named
from generator.submission.known import Known, read_known
from generator.submission.record import Result, Submission, SubmissionError
from generator.submission.skeleton import skeleton
from tests.conftest import SHIPPED
from tests.intake.review_cases import TINY, copy_of_tiny
from tests.submission.filling import enrol, filled


def known(folder: Path = TINY) -> Known:
    found = read_known(folder)
    assert isinstance(found, Known)
    return found


def test_a_new_file_filled_in_passes_check(tmp_path: Path) -> None:
    evidence = copy_of_tiny(tmp_path)
    told = Submission(id="nobody-2031", effects=("lead_time",))
    begun = begin(told, known(evidence), evidence)
    begun.path.write_text(filled(begun.path.read_text(encoding="utf-8")), encoding="utf-8")
    enrol(evidence, "nobody-2031/first")
    loaded = load(evidence)
    assert loaded.problems == ()
    assert loaded.review is not None
    assert loaded.review.warnings == ()
    assert loaded.review.study("nobody-2031").label == "S3"


def test_every_todo_of_a_new_file_is_named_by_check_and_nothing_else_is(tmp_path: Path) -> None:
    evidence = copy_of_tiny(tmp_path)
    begun = begin(Submission(id="nobody-2031"), known(evidence), evidence)
    text = begun.path.read_text(encoding="utf-8").splitlines()
    places = {number for number, line in enumerate(text, start=1) if "todo" in line.partition("#")[0]}
    problems = load(evidence).problems
    assert {problem.place.line for problem in problems if problem.place.path.startswith("studies/")} == places
    assert len({(problem.place, problem.field) for problem in problems}) == len(problems)


def test_a_new_file_names_every_word_of_the_review() -> None:
    review = known(SHIPPED)
    text = skeleton(named(Submission(), review), review)
    rules = review.rules
    words = [one.id for group in (rules.effects, rules.techniques, rules.study_types, rules.aspects) for one in group]
    words += [term.id for _, vocabulary in rules.vocabularies for term in vocabulary]
    words += [unit for effect in rules.effects for metric in effect.metrics for unit in rules.metric(metric).units]
    words += [item.id for question in rules.checklist for item in question.items]
    assert [word for word in words if word not in text] == []
    assert all(len(line) <= 140 for line in text.splitlines())


def test_a_new_file_tells_editors_its_schema() -> None:
    review = known()
    assert skeleton(named(Submission(), review), review).startswith(
        "# yaml-language-server: $schema=../schemas/study.schema.json\n"
    )


def test_results_become_pairs_with_their_metric(tmp_path: Path) -> None:
    evidence = copy_of_tiny(tmp_path)
    results = (
        Result("fast", "escaped_defects", "count", "40", "31", "Table 2: a #1"),
        Result("fast", "escaped_defects", "count", "38.0", "", ""),
    )
    told = Submission(id="n-1", models=("fast",), effects=("escaped_defects", "lead_time"), results=results)
    text = begin(told, known(evidence), evidence).path.read_text(encoding="utf-8")
    root = read_yaml("x.yaml", text).root
    assert root is not None
    effects = root.get("evidence_models", "fast", "effects")
    assert effects.keys == ("escaped_defects", "lead_time")
    assert effects.get("escaped_defects", "metric").text == "defect_count"
    first, second = effects.get("escaped_defects", "pairs", "values").items
    assert (first.get("baseline").number, first.get("where").text) == (40, "Table 2: a #1")
    assert second.get("treated").text == "todo"


def test_nothing_is_written_over(tmp_path: Path) -> None:
    evidence = copy_of_tiny(tmp_path)
    before = {path: path.read_bytes() for path in evidence.rglob("*.yaml")}
    review = known(evidence)
    for wrong in ("doe-2020", "DOE-2020", "../out", "a/b", "index", "x" * 200, "", ".hidden"):
        with pytest.raises(SubmissionError):
            begin(Submission(id=wrong or " "), review, evidence)
    with pytest.raises(SubmissionError, match="next free one is S3"):
        begin(Submission(id="n-1", label="s1"), review, evidence)
    (evidence / "studies/late-2031.yaml").write_text("meanwhile", encoding="utf-8")
    with pytest.raises(SubmissionError, match="it was left as it is"):
        begin(Submission(id="late-2031"), review, evidence)
    (evidence / "studies/late-2031.yaml").unlink()
    assert {path: path.read_bytes() for path in evidence.rglob("*.yaml")} == before


def test_a_publication_that_is_there_already_is_noticed(tmp_path: Path) -> None:
    evidence = copy_of_tiny(tmp_path)
    begun = begin(Submission(id="n-1", doi="10.1234/INVENTED.2"), known(evidence), evidence)
    assert begun.same_as == "studies/doe-2020.yaml"


def test_a_second_study_can_be_begun_before_the_first_is_filled_in(tmp_path: Path) -> None:
    evidence = copy_of_tiny(tmp_path)
    begin(Submission(id="n-1"), known(evidence), evidence)
    (evidence / "studies/broken.yaml").write_text("a: [", encoding="utf-8")
    again = known(evidence)
    assert named(Submission(), again).label == "S4"
    assert {"n-1", "broken"} <= set(again.taken)


def test_a_broken_review_is_named_instead(tmp_path: Path) -> None:
    evidence = copy_of_tiny(tmp_path)
    (evidence / "review/effects.yaml").write_text("effects: 1\n", encoding="utf-8")
    found = read_known(evidence)
    assert isinstance(found, tuple)
    assert {problem.place.path for problem in found} == {"review/effects.yaml"}


TEXTS = {one.name for one in fields(Submission)} & {"title", "venue", "design_because", "read", "by"}
REVIEW = known()


@given(text=st.text(min_size=1, max_size=60))
@settings(max_examples=60)
def test_no_text_can_add_a_key_or_leave_its_place(text: str) -> None:
    from generator.submission.plain_text import one_line

    said = one_line(text) or "x"

    def told(words: str) -> Submission:
        texts = dict.fromkeys(TEXTS, words)
        return Submission(id="n-1", label="S9", authors=(words, words), notes=(words,), left_out=(text,), **texts)

    found, usual = (read_yaml("x.yaml", skeleton(one, REVIEW)) for one in (told(said), told("x")))
    assert found.problems == ()
    assert found.root is not None
    assert usual.root is not None
    assert _fields(found.root) == _fields(usual.root)
    assert found.root.get("title").text == said
    assert found.root.get("authors").names() == (said, said)


def _fields(node) -> list[str]:
    return [node.field, *(name for _, below in node.entries() for name in _fields(below))]
