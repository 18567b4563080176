"""The choices of method a review makes, each with its source: read from ``evidence/review/``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from generator.model.scale import IntensityRange


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_R = TypeVar("_R", bound=_Identified)


class SourceStatus(StrEnum):
    """How we know a rule: read in a primary source, read in another work's account of it, or inferred."""

    SEEN = "seen"
    SECOND_HAND = "second-hand"
    INFERRED = "inferred"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a choice comes from."""

    text: str
    status: SourceStatus
    url: str | None = None


class Direction(StrEnum):
    """Which way a metric improves."""

    HIGHER = "higher_is_better"
    LOWER = "lower_is_better"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measured values with the closed range of values that are possible in it."""

    id: str
    symbol: str
    minimum: float | None
    maximum: float | None


@dataclass(frozen=True, slots=True)
class Metric:
    """What was measured for an effect, in which units, and which way it improves."""

    id: str
    title: str
    direction: Direction
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Effects that share intensity bounds (``correctness``, ``resource_efficiency``)."""

    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Effect:
    """One quality of the system that the technology may change.

    ``better`` and ``worse`` are the phrases for a change to the user's benefit and detriment
    (``storage shrinks``, ``storage grows``). ``metrics`` starts with the default one.
    """

    id: str
    title: str
    family: str
    metrics: tuple[str, ...]
    meaning: str
    better: str
    worse: str


@dataclass(frozen=True, slots=True)
class Technique:
    """A way of applying the technology."""

    id: str
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class VocabularyTerm:
    """An allowed value of an aspect, with numeric attributes."""

    id: str
    title: str
    attributes: tuple[tuple[str, float], ...]

    def attribute(self, name: str) -> float | None:
        """The value of a numeric attribute, or None."""
        return dict(self.attributes).get(name)


@dataclass(frozen=True, slots=True)
class Aspect:
    """A contextual aspect of an evidence model.

    ``archetype`` is technology, system, activity or actor: where it stands in the evidence diagram.
    ``vocabulary`` names the allowed terms; None means free text. ``uniform`` aspects should be the
    same throughout a synthesis; a mixture is a warning.
    """

    id: str
    title: str
    archetype: str
    vocabulary: str | None
    many: bool
    required: bool
    uniform: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class IntensityBand:
    """|mean improvement| up to ``up_to`` percent (inclusive; None is no limit) reads as ``range``, mirrored below 0."""

    up_to: float | None
    range: IntensityRange


@dataclass(frozen=True, slots=True)
class StudyType:
    """A band of study beliefs: ``lower`` to ``lower + 0.25``."""

    id: str
    title: str
    lower: float
    meaning: str
    source: Source


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One item of the quality questionnaire."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ChecklistQuestion:
    """A question with its items; its score is yes / (yes + no)."""

    id: str
    text: str
    items: tuple[ChecklistItem, ...]


class UnansweredRule(StrEnum):
    """What becomes of a question whose items are all n/a."""

    DROPPED = "dropped"
    ZERO = "count_as_zero"


@dataclass(frozen=True, slots=True)
class Policy:
    """A named discount or reading policy with its parameters."""

    id: str
    title: str
    meaning: str
    parameters: tuple[tuple[str, float], ...]
    source: Source

    def parameter(self, name: str) -> float:
        """A parameter by name. Raises ``KeyError`` if the policy has none of that name."""
        return dict(self.parameters)[name]


@dataclass(frozen=True, slots=True)
class RatioLimit:
    """An improvement of ``effect`` in percent is implausible above 100·(1 − new/old).

    ``new`` and ``old`` are aspects whose terms carry the numeric ``attribute``.
    """

    effect: str
    new: str
    old: str
    attribute: str
    because: str


@dataclass(frozen=True, slots=True)
class DoubtRules:
    """When to warn. ``study_share`` is a share of a synthesis' evidence models, 0–1; a mean within ±
    ``near_zero_percent`` with a spread (std or IQR) over ``large_spread_percent`` is doubtful."""

    study_share: float
    near_zero_percent: float
    large_spread_percent: float
    ratio_limits: tuple[RatioLimit, ...]


@dataclass(frozen=True, slots=True)
class MethodRules:
    """Every method choice of a review."""

    families: tuple[Family, ...]
    effects: tuple[Effect, ...]
    units: tuple[Unit, ...]
    metrics: tuple[Metric, ...]
    techniques: tuple[Technique, ...]
    aspects: tuple[Aspect, ...]
    vocabularies: tuple[tuple[str, tuple[VocabularyTerm, ...]], ...]
    intensity_bands: tuple[tuple[str, tuple[IntensityBand, ...]], ...]
    intensity_source: Source
    study_types: tuple[StudyType, ...]
    band_width: float
    checklist: tuple[ChecklistQuestion, ...]
    checklist_source: Source
    unanswered: UnansweredRule
    unanswered_source: Source
    discount_policies: tuple[Policy, ...]
    reading_policies: tuple[Policy, ...]
    doubts: DoubtRules

    def effect(self, effect_id: str) -> Effect:
        """The effect with this id. Raises ``KeyError`` if there is none."""
        return _by_id(self.effects, effect_id)

    def family(self, family_id: str) -> Family:
        """The family with this id. Raises ``KeyError`` if there is none."""
        return _by_id(self.families, family_id)

    def metric(self, metric_id: str) -> Metric:
        """The metric with this id. Raises ``KeyError`` if there is none."""
        return _by_id(self.metrics, metric_id)

    def unit(self, unit_id: str) -> Unit:
        """The unit with this id. Raises ``KeyError`` if there is none."""
        return _by_id(self.units, unit_id)

    def technique(self, technique_id: str) -> Technique:
        """The technique with this id. Raises ``KeyError`` if there is none."""
        return _by_id(self.techniques, technique_id)

    def aspect(self, aspect_id: str) -> Aspect:
        """The aspect with this id. Raises ``KeyError`` if there is none."""
        return _by_id(self.aspects, aspect_id)

    def study_type(self, type_id: str) -> StudyType:
        """The study type with this id. Raises ``KeyError`` if there is none."""
        return _by_id(self.study_types, type_id)

    def discount_policy(self, policy_id: str) -> Policy:
        """The discount policy with this id. Raises ``KeyError`` if there is none."""
        return _by_id(self.discount_policies, policy_id)

    def reading_policy(self, policy_id: str) -> Policy:
        """The reading policy with this id. Raises ``KeyError`` if there is none."""
        return _by_id(self.reading_policies, policy_id)

    def bands(self, family_id: str) -> tuple[IntensityBand, ...]:
        """The intensity bands of a family, from IF outwards. Raises ``KeyError`` if there are none."""
        return dict(self.intensity_bands)[family_id]

    def terms(self, vocabulary_id: str) -> tuple[VocabularyTerm, ...]:
        """The terms of a vocabulary. Raises ``KeyError`` if there is none of that name."""
        return dict(self.vocabularies)[vocabulary_id]

    def term(self, aspect_id: str, term_id: str) -> VocabularyTerm | None:
        """The term an aspect's value stands for; None for free text or an unknown term."""
        vocabulary = self.aspect(aspect_id).vocabulary
        if vocabulary is None:
            return None
        return next((term for term in self.terms(vocabulary) if term.id == term_id), None)


def _by_id(records: tuple[_R, ...], wanted: str) -> _R:
    for record in records:
        if record.id == wanted:
            return record
    raise KeyError(wanted)
