"""How conclusions moved: from version to version, and as the evidence was published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.change import ChangeKind, kind_of
from generator.model.release import History, ReleasedConclusion, ReleasedSynthesis
from generator.model.review import Review
from generator.model.scale import IntensityRange
from generator.model.scenario import Question, ScenarioResult, SynthesisSensitivity
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views import addresses
from generator.views.table import Link

DRAFT = "draft"
"""Stands for the number of a version where the evidence is a working state."""


@dataclass(frozen=True, slots=True)
class State:
    """A conclusion at one moment: its range and the belief in it (0–1), both None where there is no result, and the
    numbers of studies and evidence models that report it."""

    range: IntensityRange | None
    belief: float | None
    studies: int
    reports: int


@dataclass(frozen=True, slots=True)
class Course:
    """A conclusion over all moments of its timeline; None where it did not exist. At least one state is there."""

    effect: str
    title: str
    link: Link
    states: tuple[State | None, ...]

    def kinds(self) -> Iterator[tuple[int, ChangeKind]]:
        """(place of a moment, what happened to the conclusion then), without those before it first appeared."""
        before: State | None = None
        for place, state in enumerate(self.states):
            if before or state:
                yield place, kind_of(before, state)
            before = state

    def happened(self, place: int) -> ChangeKind | None:
        """What happened at one moment; None if the conclusion does not exist then, nor just before."""
        return dict(self.kinds()).get(place)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The conclusions of a synthesis over moments (``1.0``, ``2.0``, or years), oldest first; at least one."""

    synthesis: str
    title: str
    moments: tuple[str, ...]
    courses: tuple[Course, ...]


def by_version(review: Review, syntheses: tuple[Synthesis, ...], history: History) -> tuple[Timeline, ...]:
    """A timeline per synthesis, those of today first: every release up to this state, and this state if it is none.

    Conclusions of today come first, in their order, and then those that only earlier versions had.
    """
    today = {one.id: one for one in syntheses}
    titles = {one.id: one.title for release in history.releases for one in release.syntheses}
    titles = {**{one.id: one.title for one in syntheses}, **titles, **{one.id: one.title for one in syntheses}}
    return tuple(_timeline(review, found, titles[found], today.get(found), history) for found in titles)


def _timeline(review: Review, synthesis: str, title: str, today: Synthesis | None, history: History) -> Timeline:
    released = [release.synthesis(synthesis) for release in history.releases]
    moments = [release.version for release in history.releases]
    if history.version is None:
        moments.append(DRAFT)
    names = _names(review, today, released)
    courses = (
        Course(effect, name, addresses.finding(synthesis, effect), _states(effect, released, today, history))
        for effect, name in names.items()
    )
    return Timeline(synthesis, title, tuple(moments), tuple(courses))


def _names(review: Review, today: Synthesis | None, released: list[ReleasedSynthesis | None]) -> dict[str, str]:
    """The title of every effect, the newest one."""
    names = {one.effect: review.rules.effect(one.effect).title for one in (today.effects if today else ())}
    for synthesis in reversed(released):
        for one in synthesis.conclusions if synthesis else ():
            names.setdefault(one.effect, one.title)
    return names


def _states(
    effect: str, released: list[ReleasedSynthesis | None], today: Synthesis | None, history: History
) -> tuple[State | None, ...]:
    states = [_released(synthesis.conclusion(effect)) if synthesis else None for synthesis in released]
    if history.version is None:
        now = next((one for one in (today.effects if today else ()) if one.effect == effect), None)
        states.append(None if now is None else _state(now))
    return tuple(states)


def _released(one: ReleasedConclusion | None) -> State | None:
    return None if one is None else State(one.range, one.belief, one.studies, one.reports)


def _state(one: EffectSynthesis) -> State:
    return State(one.range, one.belief, len(one.studies), len(one.evidence))


def by_year(review: Review, asked: SynthesisSensitivity) -> Timeline:
    """The cumulative synthesis, year by year of publication, from the first study to the last."""
    synthesis = asked.synthesis
    published = {study: review.study(study).bibliography.year for one in synthesis.effects for study in one.studies}
    years = sorted(set(published.values()))
    courses = tuple(
        Course(
            one.effect,
            review.rules.effect(one.effect).title,
            addresses.finding(synthesis.id, one.effect),
            tuple(_until(year, one, asked.of(one.effect, Question.CUMULATIVE), published) for year in years),
        )
        for one in synthesis.effects
    )
    return Timeline(synthesis.id, synthesis.title, tuple(map(str, years)), courses)


def _until(
    year: int, one: EffectSynthesis, results: Iterable[ScenarioResult], published: dict[str, int]
) -> State | None:
    """The last result up to a year; None before the first study that reports the effect."""
    past = [result for result in results if _year(result) <= year]
    if not past:
        return None
    last = max(past, key=_year)
    counted = [piece for piece in one.evidence if published[piece.study] <= year]
    return State(last.range, last.belief, len({piece.study for piece in counted}), len(counted))


def _year(result: ScenarioResult) -> int:
    year = result.value("up_to_year")
    if not isinstance(year, int):
        raise TypeError(f"a year expected, not {year!r}")
    return year
