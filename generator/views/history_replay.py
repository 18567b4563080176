"""The cumulative synthesis as something to be replayed: a row per conclusion, a sentence per year."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.review import Review
from generator.model.scale import IntensityRange
from generator.model.scenario import SynthesisSensitivity
from generator.views.history import Course, State, Timeline
from generator.views.history_words import year_sentence
from generator.views.rounding import belief_text, count_text, number_text
from generator.views.table import Link


@dataclass(frozen=True, slots=True)
class Row:
    """A conclusion. Each text lists its years, separated by a space or ``|``, in the order of the replay:

    ``ranges`` lowest and highest level, 0–6 (``2-3``, ``-`` for none); ``beliefs`` as they are shown; ``studies``
    with their noun. ``range``, ``belief``, ``share`` (the belief as a length, 0–100) and ``count`` are those of the
    last year.
    """

    title: str
    link: Link
    ranges: str
    beliefs: str
    studies: str
    range: IntensityRange | None
    belief: str
    share: str
    count: str


@dataclass(frozen=True, slots=True)
class Replay:
    """Years, oldest first, what happened in each, and the conclusions."""

    synthesis: str
    title: str
    years: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def replay(review: Review, asked: SynthesisSensitivity, timeline: Timeline) -> Replay:
    """The replay of a timeline by year."""
    published = {
        study: review.study(study).bibliography.year for one in asked.synthesis.effects for study in one.studies
    }
    counts = [sum(year <= int(moment) for year in published.values()) for moment in timeline.moments]
    said = [
        year_sentence(timeline, place, count, counts[place - 1] if place else 0) for place, count in enumerate(counts)
    ]
    years = tuple(zip(timeline.moments, said, strict=True))
    return Replay(timeline.synthesis, timeline.title, years, tuple(map(_row, timeline.courses)))


def _row(course: Course) -> Row:
    last = course.states[-1]
    return Row(
        course.title,
        course.link,
        " ".join(map(_range, course.states)),
        " ".join(belief_text(state.belief if state else None) for state in course.states),
        "|".join(map(_studies, course.states)),
        last.range if last else None,
        belief_text(last.belief if last else None),
        number_text(100 * (last.belief or 0) if last else 0, 0),
        _studies(last),
    )


def _range(state: State | None) -> str:
    if state is None or state.range is None:
        return "-"
    return f"{int(state.range.low)}-{int(state.range.high)}"


def _studies(state: State | None) -> str:
    return "not reported" if state is None else count_text(state.studies, "study", "studies")
