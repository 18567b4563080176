"""What happened to conclusions, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.change import RANGE_CHANGES, ChangeKind
from generator.model.release import History
from generator.views.history import DRAFT, Course, State, Timeline
from generator.views.lettering import listed, shortened
from generator.views.rounding import belief_text, count_text

_WORDS: dict[ChangeKind, str] = {
    ChangeKind.NEW: "new",
    ChangeKind.WITHDRAWN: "withdrawn",
    ChangeKind.REVERSED: "reversed",
    ChangeKind.SHIFTED: "moved",
    ChangeKind.WIDENED: "widened",
    ChangeKind.NARROWED: "narrowed",
    ChangeKind.STRONGER: "stronger",
    ChangeKind.WEAKER: "weaker",
    ChangeKind.UNCHANGED: "unchanged",
}


def kind_word(kind: ChangeKind | None) -> str:
    """What happened, in one word; empty for None."""
    return "" if kind is None else _WORDS[kind]


def state_text(state: State | None) -> str:
    """``WN, belief 0.89``; ``no result``; ``–`` where there is no such conclusion."""
    if state is None:
        return "–"
    return "no result" if state.range is None else f"{state.range}, belief {belief_text(state.belief)}"


def course_sentence(course: Course, moments: tuple[str, ...]) -> str:
    """What became of a conclusion: ``New in 1.0 (WN, belief 0.89), weaker in 2.0 (WN, belief 0.61).``"""
    told = list(_told(course, moments))
    still = dict(course.kinds()).get(len(moments) - 1) is ChangeKind.UNCHANGED
    sentence = f"{', '.join(told)}{', unchanged since' if still else ''}."
    return sentence[:1].upper() + sentence[1:]


def _told(course: Course, moments: tuple[str, ...]) -> Iterator[str]:
    existed = False
    for place, kind in course.kinds():
        if kind is ChangeKind.UNCHANGED:
            continue
        word = "back" if kind is ChangeKind.NEW and existed else kind_word(kind)
        existed = True
        state = course.states[place]
        yield f"{word} {moment_text(moments[place])}" + (f" ({state_text(state)})" if state else "")


def moment_text(moment: str) -> str:
    """``in 2.0``, ``in the draft``."""
    return "in the draft" if moment == DRAFT else f"in {moment}"


def timeline_sentence(timeline: Timeline, history: History) -> str:
    """What the last step did to the conclusions of a synthesis, counted by kind."""
    moments, count = timeline.moments, len(timeline.courses)
    if len(moments) == 1:
        return first_sentence(history, count)
    last = len(moments) - 1
    kinds = [kind for course in timeline.courses if (kind := course.happened(last))]
    if not kinds:
        return f"This synthesis was gone before {moments[last]}."
    step = f"From {moments[last - 1]} to {'the draft' if moments[last] == DRAFT else moments[last]}"
    if all(kind is ChangeKind.UNCHANGED for kind in kinds):
        return f"{step}, {_all(len(kinds))} stayed as {'it was' if len(kinds) == 1 else 'they were'}."
    return f"{step}, of {count_text(len(kinds), 'conclusion')} {listed(_counted(kinds))}."


def _all(count: int) -> str:
    return "the only conclusion" if count == 1 else f"all {count} conclusions"


def _counted(kinds: list[ChangeKind]) -> Iterator[str]:
    ranged = sum(kind in RANGE_CHANGES for kind in kinds)
    if ranged:
        yield f"{ranged} {'has' if ranged == 1 else 'have'} another range"
    for kind in ChangeKind:
        count = kinds.count(kind)
        if count and kind not in RANGE_CHANGES:
            yield f"{count} {'is' if count == 1 else 'are'} {kind_word(kind)}"


def first_sentence(history: History, count: int) -> str:
    """What there is to say where there is only one version, or none yet."""
    if history.version is None:
        return "No version has been released yet. Once there is one, this page compares every later one with it."
    return (
        f"This is the first version: {_all(count)} {'is' if count == 1 else 'are'} new in it. "
        "Each later version will stand beside it here."
    )


def year_sentence(timeline: Timeline, place: int, studies: int, before: int) -> str:
    """What the studies of a year added; ``studies`` and ``before`` are their numbers up to it and up to the one
    before."""
    added = count_text(studies - before, "study", "studies")
    more = f"{added}, {studies} so far" if before else added
    kinds = {course.title: course.happened(place) for course in timeline.courses}
    new = [title for title, kind in kinds.items() if kind is ChangeKind.NEW]
    moved = [
        f"{course.title} ({_range(course, place - 1)} → {_range(course, place)})"
        for course in timeline.courses
        if course.happened(place) in RANGE_CHANGES
    ]
    parts = [f"first reported: {listed(shortened(tuple(new)))}"] if new else []
    parts += [f"another range: {listed(shortened(tuple(moved)))}"] if moved else []
    return f"{more}; {'; '.join(parts) or 'every range as before'}."


def _range(course: Course, place: int) -> str:
    state = course.states[place]
    return "no result" if state is None or state.range is None else str(state.range)
