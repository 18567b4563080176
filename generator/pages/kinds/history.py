"""How the conclusions moved: from version to version, and as the evidence was published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.change import RANGE_CHANGES
from generator.model.release import History
from generator.model.scenario import SynthesisSensitivity
from generator.pages.content import Content
from generator.pages.page import Page
from generator.views.charts import history as chart
from generator.views.figure import Figure
from generator.views.history import Course, Timeline, by_version, by_year
from generator.views.history_replay import Replay, replay
from generator.views.history_words import course_sentence, timeline_sentence
from generator.views.rounding import count_text


@dataclass(frozen=True, slots=True)
class Versions:
    """A synthesis by version: its timeline, what the last step did, the figure (None for a single version), and what
    became of each conclusion."""

    timeline: Timeline
    sentence: str
    figure: Figure | None
    told: tuple[tuple[Course, str], ...]


@dataclass(frozen=True, slots=True)
class Years:
    """A synthesis by year of publication: the replay, and all years side by side."""

    replay: Replay
    figure: Figure


def pages(content: Content) -> Iterator[Page]:
    """One page, also before there is a release."""
    timelines = by_version(content.review, content.syntheses, content.history)
    versions = tuple(_versions(timeline, content.history) for timeline in timelines)
    years = tuple(_years(content, asked) for asked in content.sensitivity.values())
    figures = [one.figure for one in versions if one.figure] + [one.figure for one in years]
    yield Page(
        path="history",
        kind="history",
        title="History",
        description="How each conclusion moved: from version to version, and as the evidence was published.",
        values={"versions": versions, "years": years, "one": len(timelines[0].moments) == 1 if timelines else True},
        figures=tuple(figures),
        section="Versions",
        order=20,
    )


def _versions(timeline: Timeline, history: History) -> Versions:
    sentence = timeline_sentence(timeline, history)
    told = tuple((course, course_sentence(course, timeline.moments)) for course in timeline.courses)
    if len(timeline.moments) == 1:
        return Versions(timeline, sentence, None, told)
    caption = f"{timeline.title}: the conclusions of each version, with range and belief"
    table = chart.table_view(timeline, caption, "Version")
    name, title = f"{timeline.synthesis}-versions", f"{timeline.title}: by version"
    return Versions(timeline, sentence, chart.figure(timeline, name, title, sentence, "version", table), told)


def _years(content: Content, asked: SynthesisSensitivity) -> Years:
    timeline = by_year(content.review, asked)
    caption = f"{timeline.title}: what would have been concluded from the studies published up to each year"
    table = chart.table_view(timeline, caption, "Up to")
    name, title = f"{timeline.synthesis}-years", f"{timeline.title}: by year of publication"
    figure = chart.figure(timeline, name, title, _finding(timeline), "year", table, last=False)
    return Years(replay(content.review, asked, timeline), figure)


def _finding(timeline: Timeline) -> str:
    """How many ranges have been the same since the effect was first reported."""
    steady = sum(not RANGE_CHANGES & {kind for _, kind in course.kinds()} for course in timeline.courses)
    return (
        f"{steady} of {count_text(len(timeline.courses), 'conclusion')} have had one range ever since the first study "
        "that reported the effect."
    )
