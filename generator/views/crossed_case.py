"""Answers for two things at a time: how a technology is used, and where or on what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.coverage import TECHNIQUE, CoverageMap
from generator.model.review import Review
from generator.model.scenario import Subgroup
from generator.model.synthesis import Synthesis
from generator.views.axes import axis_title, value_title
from generator.views.case import Answer, answer
from generator.views.table import Link


@dataclass(frozen=True, slots=True)
class CrossedCase:
    """The answers for one ``value`` of an aspect, by the other aspect: its id, its title, an answer for each value
    of it that some study combined with this one."""

    aspect: str
    value: str
    aspect_title: str
    title: str
    groups: tuple[tuple[str, str, tuple[Answer, ...]], ...]


@dataclass(frozen=True, slots=True)
class Combination:
    """The way to the answer for a thing together with the one named ``title``."""

    title: str
    link: Link
    size: str


def page_of(aspect: str, value: str) -> str:
    """The page of the answers for a value."""
    return f"case/{aspect}/{value}"


def anchor_of(aspect: str, value: str) -> str:
    """The place of the answer for a value on any page of answers."""
    return f"{aspect}-{value}"


def crossed_cases(
    review: Review, full: Synthesis, groups: Iterable[Subgroup], maps: Sequence[CoverageMap]
) -> tuple[CrossedCase, ...]:
    """For each subgroup that tells how the technology was used, all that it was combined with; ``maps`` lay out the
    evidence of ``full`` by both."""
    how = {one.axes[0] for one in maps}
    found = (_crossed(review, full, group, maps) for group in groups if group.aspect in how)
    return tuple(one for one in found if one.groups)


def combinations(crossed: Iterable[CrossedCase]) -> dict[tuple[str, str], tuple[Combination, ...]]:
    """The ways to the answers by (aspect, value) of the other thing."""
    found: dict[tuple[str, str], list[Combination]] = {}
    for case in crossed:
        for aspect, _, answers in case.groups:
            for one in answers:
                link = Link(page_of(case.aspect, case.value), anchor_of(aspect, one.value))
                found.setdefault((aspect, one.value), []).append(Combination(case.title, link, one.size))
    return {other: tuple(ways) for other, ways in found.items()}


def _crossed(review: Review, full: Synthesis, group: Subgroup, maps: Sequence[CoverageMap]) -> CrossedCase:
    ours = [one for one in maps if one.axes[0] == group.aspect]
    parts = ((one.axes[1], axis_title(review, one.axes[1]), _answers(review, full, group, one)) for one in ours)
    return CrossedCase(
        group.aspect,
        group.value,
        axis_title(review, group.aspect),
        value_title(review, group.aspect, group.value),
        tuple(part for part in parts if part[2]),
    )


def _answers(review: Review, full: Synthesis, group: Subgroup, laid_out: CoverageMap) -> tuple[Answer, ...]:
    technique = group.value if group.aspect == TECHNIQUE else None
    return tuple(
        answer(review, full, (laid_out.axes[1], other), row.evidence_models, row.conclusions, technique=technique)
        for row in laid_out.rows
        if row.values[0] == group.value and (other := row.values[1]) is not None
    )
