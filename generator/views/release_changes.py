"""What became of each conclusion from one release to the next, in sentences that stand alone: for feeds and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.change import ChangeKind, kind_of
from generator.model.release import Release, ReleasedConclusion
from generator.views.rounding import belief_text, count_text

_ORDER = (
    ChangeKind.REVERSED, ChangeKind.SHIFTED, ChangeKind.WIDENED, ChangeKind.NARROWED, ChangeKind.NEW,
    ChangeKind.WITHDRAWN, ChangeKind.WEAKER, ChangeKind.STRONGER,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReleasedChange:
    """What became of a claim; ``before`` or ``after`` is None where that release did not have it."""

    synthesis: str
    kind: ChangeKind
    before: ReleasedConclusion | None
    after: ReleasedConclusion | None

    @property
    def sentence(self) -> str:
        """``Comfort: widened, from WN (belief 0.89) to WN–IF (belief 0.75).``"""
        title = next(each.title for each in (self.after, self.before) if each)
        was, now = (_shown(each) for each in (self.before, self.after))
        if self.before is None:
            return f"{title}: new, {now}."
        if self.after is None:
            return f"{title}: withdrawn, was {was}."
        return f"{title}: {self.kind.value}, from {was} to {now}."


def release_changes(before: Release, after: Release) -> tuple[ReleasedChange, ...]:
    """Every claim of either release that changed, great changes first, then in the order of the later release."""
    found = [one for one in _all(before, after) if one.kind is not ChangeKind.UNCHANGED]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.kind)))


def release_summary(before: Release | None, after: Release) -> str:
    """One sentence about a release as a whole."""
    concluded = sum(len(one.conclusions) for one in after.syntheses)
    holds = f"{count_text(concluded, 'conclusion')} from {count_text(len(after.studies), 'study', 'studies')}"
    if before is None:
        return f"First version: {holds}."
    changed = [one for one in release_changes(before, after) if one.before and one.after]
    what = count_text(len(changed), "conclusion")
    return f"{holds}. Since version {before.version}, {what} of that version changed."


def several_syntheses(*releases: Release) -> dict[str, str]:
    """Title by id of the syntheses of several releases, later ones last."""
    return {one.id: one.title for release in releases for one in release.syntheses}


def _all(before: Release, after: Release) -> Iterator[ReleasedChange]:
    for synthesis in several_syntheses(after, before):
        old, new = (
            {} if found is None else {each.effect: each for each in found.conclusions}
            for found in (before.synthesis(synthesis), after.synthesis(synthesis))
        )
        for effect in dict.fromkeys((*new, *old)):
            pair = old.get(effect), new.get(effect)
            yield ReleasedChange(synthesis, kind_of(*pair), *pair)


def _shown(one: ReleasedConclusion | None) -> str:
    if one is None or one.range is None:
        return "no result"
    return f"{one.range} (belief {belief_text(one.belief)})"
