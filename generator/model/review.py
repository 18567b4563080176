"""A whole review: its question, its rules, its studies and its planned syntheses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.problem import Place, Problem
from generator.model.rules import MethodRules
from generator.model.scale import IntensityRange
from generator.model.scenario import SensitivityRules
from generator.model.search import Living, Search
from generator.model.second_extraction import SecondExtraction
from generator.model.study import EvidenceModel, Study


@dataclass(frozen=True, slots=True)
class Archetypes:
    """The four archetypes of an evidence diagram, as this review names them."""

    technology: str
    system: str
    activity: str
    actor: str


@dataclass(frozen=True, slots=True)
class TradeOff:
    """The trade-off the home page draws: one effect on the vertical axis against others."""

    against: str
    resources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication this review rests on."""

    citation: str
    doi: str | None
    arxiv: str | None
    role: str


@dataclass(frozen=True, slots=True)
class Question:
    """What the review asks. ``subject`` reads well in the middle of a sentence (``code review``);
    ``not_known`` are the gaps its curators name."""

    id: str
    title: str
    subject: str
    question: str
    summary: str
    authors: tuple[str, ...]
    publications: tuple[Publication, ...]
    archetypes: Archetypes
    trade_off: TradeOff
    not_known: tuple[str, ...]
    repository: str | None
    licence: str


@dataclass(frozen=True, slots=True)
class ConceptDecision:
    """An aspect whose differing values were joined into a more general concept, removed or kept, and why."""

    aspect: str
    action: str
    into: str | None
    because: str


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """A conclusion as somebody published it. ``belief`` carries ``decimals`` printed decimals."""

    effect: str
    range: IntensityRange
    belief: float
    evidence_models: int | None
    studies: int | None
    note: str | None


@dataclass(frozen=True, slots=True)
class PublishedResults:
    """A publication's results for a synthesis, to be compared with ours."""

    source: str
    url: str | None
    decimals: int
    note: str | None
    results: tuple[PublishedResult, ...]


@dataclass(frozen=True, slots=True)
class SynthesisPlan:
    """Which evidence models are combined, in which order, under which policies."""

    id: str
    title: str
    description: str
    reading: str
    discount: str
    order_note: str
    evidence_models: tuple[str, ...]
    concepts: tuple[ConceptDecision, ...]
    published: PublishedResults | None
    place: Place


@dataclass(frozen=True, slots=True)
class SourceFile:
    """An evidence file as it was read: its path relative to the evidence folder and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """Everything the evidence folder says, checked.

    ``studies`` and ``plans`` are in the order of their file names; ``warnings`` are doubts found while reading.
    ``second_extractions`` are studies that a second person has read too; nothing of them is combined.
    """

    question: Question
    search: Search
    living: Living
    rules: MethodRules
    sensitivity: SensitivityRules
    studies: tuple[Study, ...]
    plans: tuple[SynthesisPlan, ...]
    files: tuple[SourceFile, ...]
    warnings: tuple[Problem, ...]
    second_extractions: tuple[SecondExtraction, ...] = ()
    _studies: Mapping[str, Study] = field(init=False, repr=False, compare=False)
    _models: Mapping[str, EvidenceModel] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_studies", {study.id: study for study in self.studies})
        models = {model.id: model for study in self.studies for model in study.evidence_models}
        object.__setattr__(self, "_models", models)

    def study(self, study_id: str) -> Study:
        """The study with this id. Raises ``KeyError`` if there is none."""
        return self._studies[study_id]

    def evidence_model(self, model_id: str) -> EvidenceModel:
        """The evidence model ``<study>/<slug>``. Raises ``KeyError`` if there is none."""
        return self._models[model_id]

    def plan(self, plan_id: str) -> SynthesisPlan:
        """The planned synthesis with this id. Raises ``KeyError`` if there is none."""
        for plan in self.plans:
            if plan.id == plan_id:
                return plan
        raise KeyError(plan_id)
