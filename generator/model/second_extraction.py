"""What a second extractor read in a study, field by field beside the first, and how far the two agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from generator.model.problem import Place
from generator.model.study import Study

FEWEST_FOR_KAPPA = 10
"""Fields from which kappa is worked out. Fewer say nothing that chance would not; the number is our convention."""


class FieldGroup(StrEnum):
    """What a field is about. ``EFFECTS``: which configurations and effects are reported, and the improvement and
    range that follow for each; ``MEASUREMENTS``: the values as the files have them."""

    BIBLIOGRAPHY = "bibliography"
    CONTEXT = "context"
    QUALITY = "quality"
    EFFECTS = "effects"
    MEASUREMENTS = "measurements"


class Scale(StrEnum):
    """Sets of answers that are the same for every field of a kind, so that agreement by chance can be told."""

    ANSWER = "answer"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class FieldReading:
    """What one file says in a field; ``text`` is None where it says nothing, ``place`` then where it would belong.

    ``number`` is an improvement in percent that follows from the file, unrounded; None for what the file itself says.
    """

    text: str | None
    place: Place
    number: float | None = None


@dataclass(frozen=True, slots=True)
class FieldPair:
    """A field that at least one of the files has, as both have it. ``field`` is its path inside the file;
    ``same`` tells whether the two say the same; ``scale`` is the set of answers it is one of, if any."""

    group: FieldGroup
    field: str
    first: FieldReading
    second: FieldReading
    same: bool
    scale: Scale | None = None


@dataclass(frozen=True, slots=True)
class SecondExtraction:
    """A study as its second extractor read it, never combined, and the fields of both files that can be compared."""

    study: Study
    fields: tuple[FieldPair, ...]


@dataclass(frozen=True, slots=True)
class Kappa:
    """Agreement beyond chance. ``counts[i][j]`` counts the fields that the first extractor put into category i and
    the second into j, in the order of ``categories``.

    ``observed`` is the share of fields put into the same category, ``by_chance`` the share expected if both had put
    fields into categories as often as they did, but independently; both 0–1, None if nothing was compared. ``value``,
    −1 … 1, is None if there are too few fields, or if chance alone makes both agree everywhere.
    """

    categories: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    observed: Fraction | None
    by_chance: Fraction | None
    value: Fraction | None

    @property
    def compared(self) -> int:
        """Number of fields."""
        return sum(map(sum, self.counts))


@dataclass(frozen=True, slots=True)
class GroupAgreement:
    """The fields of a group, at least one."""

    group: FieldGroup
    fields: tuple[FieldPair, ...]

    @property
    def agreed(self) -> int:
        """In how many of them both files say the same."""
        return sum(pair.same for pair in self.fields)


@dataclass(frozen=True, slots=True)
class ExtractorsAgreement:
    """How far two extractors of ``study`` agree. The kappas are those of the answers to the quality questionnaire and
    of the ranges of the effects; ``first`` and ``second`` are the studies as they were read."""

    first: Study
    second: Study
    groups: tuple[GroupAgreement, ...]
    answers: Kappa
    ranges: Kappa

    def differing(self) -> Iterator[FieldPair]:
        """The fields in which the two do not say the same, group by group."""
        return (pair for group in self.groups for pair in group.fields if not pair.same)
