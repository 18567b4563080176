"""How conclusions moved: states, sentences, drawings and the replay agree with each other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.model.change import ChangeKind
from generator.model.release import History, Release
from generator.model.scale import Intensity, IntensityRange
from generator.model.scenario import SynthesisSensitivity
from generator.publishing.drawn import specification_text
from generator.publishing.static_svg import static_svg
from generator.sensitivity import run
from generator.views.charts import history as chart
from generator.views.history import DRAFT, Course, State, Timeline, by_version, by_year
from generator.views.history_replay import replay
from generator.views.history_words import course_sentence, timeline_sentence
from generator.views.table import Link
from generator.views.theme import specification
from tests.views.records import hostile
from tests.views.selections import first_release

WN, WP = IntensityRange.of(Intensity.WN), IntensityRange.of(Intensity.WP)
WN_IF = IntensityRange.of(Intensity.WN, Intensity.IF)


def course(*states: State | None, title: str = "Comfort") -> Course:
    return Course("comfort", title, Link("findings/full/comfort"), states)


def state(found: IntensityRange | None, belief: float | None = 0.5) -> State:
    return State(found, belief, 1, 2)


def timeline(*courses: Course, moments: tuple[str, ...] = ("1.0", "2.0")) -> Timeline:
    return Timeline("full", "Everything", moments, courses)


@pytest.fixture(scope="module")
def first(review) -> Release:
    return first_release(review)


@pytest.fixture(scope="module")
def asked(review) -> SynthesisSensitivity:
    few = replace(review.sensitivity, study_belief=replace(review.sensitivity.study_belief, draws=100))
    return run(replace(review, sensitivity=few)).syntheses[0]


def test_a_draft_stands_beside_the_releases(review, content, first):
    (one,) = by_version(review, content.syntheses, History("", None, None, (first,)))
    assert one.moments == ("1.0", DRAFT)
    assert [each.effect for each in one.courses] == [each.effect for each in content.syntheses[0].effects]
    assert all(each.states[0] == each.states[1] for each in one.courses)


def test_a_release_is_not_shown_twice(review, content, first):
    (one,) = by_version(review, content.syntheses, History("", "1.0", first.released, (first,)))
    assert one.moments == ("1.0",)
    assert one.courses[0].states[0].belief == content.syntheses[0].effects[0].belief


def test_what_only_an_earlier_version_had_comes_last(review, content, first):
    fewer = replace(content.syntheses[0], effects=content.syntheses[0].effects[1:])
    (one,) = by_version(review, (fewer,), History("", None, None, (first,)))
    gone = one.courses[-1]
    assert gone.effect == content.syntheses[0].effects[0].effect
    assert (gone.states[1], gone.happened(1)) == (None, ChangeKind.WITHDRAWN)


def test_a_synthesis_that_is_gone_keeps_its_timeline(review, content, first):
    later = replace(content.syntheses[0], id="other", title="Another")
    both = by_version(review, (later,), History("", None, None, (first,)))
    assert [one.synthesis for one in both] == ["other", "full"]
    assert all(one.states[0] is None for one in both[0].courses)
    assert all(one.states[1] is None for one in both[1].courses)


def test_a_sentence_tells_every_change_and_no_standstill():
    states = (
        state(WN, 0.89),
        state(WN, 0.89),
        state(WN_IF, 0.7),
        None,
        state(WP, 0.6),
        state(WP, 0.61),
        state(WP, 0.61),
    )
    moments = ("1.0", "1.1", "2.0", "3.0", "4.0", "5.0", DRAFT)
    assert course_sentence(course(*states), moments) == (
        "New in 1.0 (WN, belief 0.89), widened in 2.0 (WN–IF, belief 0.70), withdrawn in 3.0, "
        "back in 4.0 (WP, belief 0.60), stronger in 5.0 (WP, belief 0.61), unchanged since."
    )


def test_a_reversal_in_the_draft_is_named():
    told = course_sentence(course(state(WN), state(WP)), ("1.0", DRAFT))
    assert told == "New in 1.0 (WN, belief 0.50), reversed in the draft (WP, belief 0.50)."


def test_a_conclusion_without_a_result_says_so():
    assert course_sentence(course(state(None, None)), ("1.0",)) == "New in 1.0 (no result)."


def test_the_last_step_is_counted_by_what_happened():
    courses = (course(state(WN), state(WP)), course(state(WN), state(WN)), course(None, state(WN)))
    assert timeline_sentence(timeline(*courses), History("", "2.0")) == (
        "From 1.0 to 2.0, of 3 conclusions 1 has another range, 1 is new and 1 is unchanged."
    )


def test_a_step_that_changed_nothing_says_so():
    still = timeline(course(state(WN), state(WN)), course(state(WP), state(WP)))
    assert timeline_sentence(still, History("", "2.0")) == "From 1.0 to 2.0, all 2 conclusions stayed as they were."


def test_the_first_version_and_none_yet_are_told_apart():
    one = timeline(course(state(WN)), moments=("1.0",))
    assert timeline_sentence(one, History("", "1.0")).startswith(
        "This is the first version: the only conclusion is new"
    )
    assert timeline_sentence(one, History("")).startswith("No version has been released yet.")


def test_the_last_year_says_what_the_synthesis_says(review, asked):
    found = by_year(review, asked)
    for one, conclusion in zip(found.courses, asked.synthesis.effects, strict=True):
        last = one.states[-1]
        assert (last.range, last.studies, last.reports) == (
            conclusion.range, len(conclusion.studies), len(conclusion.evidence),
        )  # fmt: skip
        assert last.belief == pytest.approx(conclusion.belief, abs=1e-12)


def test_a_conclusion_begins_with_the_first_study_that_reports_it(review, asked):
    found = by_year(review, asked)
    assert list(found.moments) == sorted(found.moments)
    for one, conclusion in zip(found.courses, asked.synthesis.effects, strict=True):
        years = {review.study(study).bibliography.year for study in conclusion.studies}
        begun = next(year for year, state in zip(found.moments, one.states, strict=True) if state)
        assert int(begun) == min(years)


def test_the_replay_lists_what_the_timeline_holds(review, asked):
    found = by_year(review, asked)
    shown = replay(review, asked, found)
    assert [year for year, _ in shown.years] == list(found.moments)
    for row, one in zip(shown.rows, found.courses, strict=True):
        ranges = row.ranges.split(" ")
        assert len(ranges) == len(row.beliefs.split(" ")) == len(row.studies.split("|")) == len(found.moments)
        for text, at in zip(ranges, one.states, strict=True):
            assert text == ("-" if at is None else f"{int(at.range.low)}-{int(at.range.high)}")
    assert f"{len({s for e in asked.synthesis.effects for s in e.studies})} so far" in shown.years[-1][1]


def drawn(one: Timeline) -> Iterator[tuple[float, float]]:
    """(from, to) in px of everything a specification draws at a place."""
    for width in (720, 328):
        for rows in specification(chart.draw(one, width))["datasets"].values():
            for row in rows:
                yield from ((row[key], width) for key in ("from", "to", "x") if row.get(key) is not None)


@pytest.mark.parametrize(("versions", "conclusions"), [(1, 1), (2, 22), (10, 40), (30, 3)])
def test_every_number_of_versions_and_conclusions_fits(tmp_path, versions, conclusions):
    moments = tuple(f"{number}.0" for number in range(1, versions + 1))
    states = [state((WN, WP, WN_IF, None)[number % 4]) for number in range(versions)]
    one = timeline(*(course(*states, title=f"Effect {at}") for at in range(conclusions)), moments=moments)
    assert all(0 <= place <= width for place, width in drawn(one))
    svg = static_svg(json.dumps(specification(chart.draw(one, 328))), tmp_path)
    assert svg.count(f">{moments[-1]}<") == conclusions
    assert (">1.0<" in svg) is (versions <= chart.MOST)


def test_hostile_titles_are_drawn_as_text(review, content, first, tmp_path):
    (one,) = by_version(hostile(review), content.syntheses, History("", None, None, (first,)))
    table = chart.table_view(one, "t", "Version")
    figure = chart.figure(one, "n", one.title, "f", "version", table)
    assert "<script" not in static_svg(specification_text(figure.wide, tmp_path), tmp_path)
    assert len(table.columns) == 3
