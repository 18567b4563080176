"""A primary study as its evidence file tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.problem import Place
from generator.model.rules import UnansweredRule
from generator.model.scale import IntensityRange


@dataclass(frozen=True, slots=True)
class Pair:
    """One paired observation: the same subject without and with the technology, in the unit of its ``Pairs``.

    ``runs`` is how many runs each value averages; ``subject`` says what was observed (model, data set).
    """

    baseline: float
    treated: float
    runs: int | None
    subject: str | None
    where: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Pairs:
    """Measured pairs; ``clusters`` is the number of independent groups among them, if the file states it.

    ``stated_mean`` is the mean improvement in percent that the source itself states. Nothing is computed from it.
    """

    unit: str
    values: tuple[Pair, ...]
    clusters: int | None
    stated_mean: float | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """Statistics of the relative improvement as a publication reports them.

    ``mean``, ``std`` and ``iqr`` are in percentage points of improvement (positive is better);
    ``count`` is the number of paired observations behind them, ``clusters`` the number of independent groups;
    at least one of the two is known.
    """

    mean: float
    std: float | None
    iqr: float | None
    count: int | None
    clusters: int | None


@dataclass(frozen=True, slots=True)
class Stated:
    """A range stated by a qualitative study, with the reason for reading it so."""

    range: IntensityRange
    because: str


Measurement = Pairs | Reported | Stated


@dataclass(frozen=True, slots=True)
class EffectRecord:
    """What one evidence model says about one effect."""

    effect: str
    metric: str
    measurement: Measurement
    where: str | None
    note: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class EvidenceModel:
    """What one study says about one configuration. ``id`` is ``<study>/<slug>``.

    ``aspects`` holds (aspect id, values) in the order of the review's aspects, the study's common
    context included; an aspect that is not known is absent.
    """

    id: str
    study: str
    slug: str
    technique: str
    aspects: tuple[tuple[str, tuple[str, ...]], ...]
    effects: tuple[EffectRecord, ...]
    where: str | None
    note: str | None
    place: Place

    def aspect(self, aspect_id: str) -> tuple[str, ...]:
        """The values of an aspect; empty if it is not known."""
        return next((values for name, values in self.aspects if name == aspect_id), ())


class Answer(StrEnum):
    """An answer to one item of the quality questionnaire."""

    YES = "yes"
    NO = "no"
    NA = "n/a"


@dataclass(frozen=True, slots=True)
class Quality:
    """Either the answers to the questionnaire, or a study belief given by a publication without them.

    ``unanswered`` is the rule that applies to this study, the review's own unless the file says otherwise.
    """

    answers: tuple[tuple[str, Answer], ...]
    unanswered: UnansweredRule
    unanswered_because: str | None
    given: float | None
    given_because: str | None
    place: Place


class ExtractionKind(StrEnum):
    """Whether the values were read in the paper itself or taken from somebody's summary of it."""

    PAPER = "paper"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Extraction:
    """Where the values of a study file come from."""

    kind: ExtractionKind
    source: str
    url: str | None
    by: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Who published the study, and where."""

    title: str
    authors: tuple[str, ...]
    year: int
    venue: str | None
    doi: str | None
    arxiv: str | None
    url: str | None
    also_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Design:
    """The study's type (its belief band), the name the paper gives itself, and why we chose the band."""

    type: str
    type_in_paper: str | None
    because: str


@dataclass(frozen=True, slots=True)
class StudyChange:
    """What a version of the review changed in the file of a study, and why."""

    version: str
    what: str
    because: str | None


@dataclass(frozen=True, slots=True)
class Study:
    """A primary study. ``label`` is its short name in the review (``S1``)."""

    id: str
    label: str
    bibliography: Bibliography
    design: Design
    extraction: Extraction
    quality: Quality
    evidence_models: tuple[EvidenceModel, ...]
    changes: tuple[StudyChange, ...]
    notes: tuple[str, ...]
    place: Place
