"""What earlier versions held and this one does not: studies, and conclusions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.release import History, Release, ReleasedConclusion, ReleasedStudy, ReleasedSynthesis
from generator.model.review import Review
from generator.model.search import WithdrawnStudy
from generator.model.synthesis import Synthesis


@dataclass(frozen=True, slots=True)
class GoneStudy:
    """A study that left. ``last`` is the last version that held it, None if no release did; ``since`` the first
    version without it, None if there is none yet. ``because`` is None where no reason was recorded."""

    id: str
    label: str
    title: str
    last: str | None
    since: str | None
    because: str | None
    record: WithdrawnStudy | None


@dataclass(frozen=True, slots=True)
class GoneConclusion:
    """A conclusion that was withdrawn, as ``last`` published it; ``since`` as for a study. ``synthesis_left`` tells
    whether its whole synthesis is gone."""

    synthesis: ReleasedSynthesis
    conclusion: ReleasedConclusion
    last: Release
    since: str | None
    synthesis_left: bool


def gone_studies(review: Review, history: History) -> tuple[GoneStudy, ...]:
    """The studies of earlier versions, or on record as withdrawn, that the review no longer holds; by label."""
    here = {study.id for study in review.studies}
    recorded = {one.study: one for one in review.search.withdrawn if one.study not in here}
    last = {one.id: (release, one) for release in history.releases for one in release.studies if one.id not in here}
    gone = [_gone_study(history, *last[study], recorded.get(study)) for study in last]
    gone += [
        GoneStudy(one.study, one.label, one.title, None, one.since, one.because, one)
        for one in recorded.values()
        if one.study not in last
    ]
    return tuple(sorted(gone, key=lambda one: (len(one.label), one.label, one.id)))


def _gone_study(history: History, release: Release, study: ReleasedStudy, record: WithdrawnStudy | None) -> GoneStudy:
    because = None if record is None else record.because
    since = _after(history, release) or (None if record is None else record.since)
    return GoneStudy(study.id, study.label, study.title, release.version, since, because, record)


def gone_conclusions(syntheses: Iterable[Synthesis], history: History) -> Iterator[GoneConclusion]:
    """The conclusions of earlier versions that this state no longer has, oldest first."""
    here = {synthesis.id: {one.effect for one in synthesis.effects} for synthesis in syntheses}
    last = {
        (synthesis.id, one.effect): (synthesis, one, release)
        for release in history.releases
        for synthesis in release.syntheses
        for one in synthesis.conclusions
    }
    for (synthesis_id, effect), (synthesis, one, release) in last.items():
        if effect not in here.get(synthesis_id, set()):
            since, left = _after(history, release), synthesis_id not in here
            yield GoneConclusion(synthesis, one, release, since, left)


def _after(history: History, release: Release) -> str | None:
    """The version after a release, if there is one yet."""
    later = history.releases[history.releases.index(release) + 1 :]
    return later[0].version if later else None
