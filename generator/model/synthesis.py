"""Conclusions: the evidence about each effect, combined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.evidence import EffectEvidence
from generator.model.scale import IntensityRange

MOST_PAIRED = 60
"""Of how many studies each two are compared: a thousand studies have half a million pairs, which nobody would read."""


@dataclass(frozen=True, slots=True)
class Mass:
    """Mass left on one range after combining, 0–1."""

    range: IntensityRange
    mass: float


@dataclass(frozen=True, slots=True)
class Conflict:
    """Conflict among the evidence about an effect.

    ``last_step`` is K of the last pairwise step in aggregation order; ``total`` = 1 − Π(1 − K) does not depend
    on order; ``weight`` = −log10 Π(1 − K) ≥ 0. Under total conflict ``total`` is 1 and the others are None.
    """

    last_step: float | None
    total: float
    weight: float | None


@dataclass(frozen=True, slots=True)
class StudyConflict:
    """Weight of the conflict that two studies (or one study within itself) create when combined alone; inf if total."""

    studies: tuple[str, str]
    weight: float


@dataclass(frozen=True, slots=True)
class EffectSynthesis:
    """The conclusion about one effect.

    ``evidence`` stands in aggregation order; ``masses`` are the non-zero ones by lowest, then highest level.
    ``range`` is the reported range, None under total conflict or when nothing but Θ is left; then ``belief``,
    ``plausibility`` and ``delta_points`` are None too, and under total conflict also ``ignorance``.
    ``pignistic``, ``level_beliefs`` and ``level_plausibilities`` have a value per level from SN to SP, and are empty
    under total conflict.
    ``change`` is reinforced, slightly reinforced, unchanged or weakened.
    """

    effect: str
    evidence: tuple[EffectEvidence, ...]
    masses: tuple[Mass, ...]
    range: IntensityRange | None
    belief: float | None
    plausibility: float | None
    ignorance: float | None
    tied: bool
    conflict: Conflict
    delta_points: int | None
    change: str | None
    pignistic: tuple[float, ...]
    study_conflicts: tuple[StudyConflict, ...]
    level_beliefs: tuple[float, ...] = ()
    level_plausibilities: tuple[float, ...] = ()
    _by_model: dict[str, EffectEvidence] = field(default_factory=dict, init=False, repr=False, compare=False)
    _by_study: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def piece(self, model_id: str) -> EffectEvidence:
        """What an evidence model says about the effect. Raises ``KeyError`` if it says nothing."""
        return self._models()[model_id]

    def has(self, model_id: str) -> bool:
        """Whether an evidence model says something about the effect."""
        return model_id in self._models()

    def _models(self) -> Mapping[str, EffectEvidence]:
        if not self._by_model:
            self._by_model.update((piece.evidence_model, piece) for piece in self.evidence)
        return self._by_model

    @property
    def studies(self) -> tuple[str, ...]:
        """The studies that report the effect, in order of first appearance."""
        return tuple(self.models_by_study)

    @property
    def models_by_study(self) -> Mapping[str, int]:
        """How many evidence models of each study report the effect, in order of first appearance."""
        if not self._by_study:
            self._by_study.update(Counter(piece.study for piece in self.evidence))
        return self._by_study

    @property
    def is_total_conflict(self) -> bool:
        """Whether the evidence contradicts itself completely, so that there is no result."""
        return not self.masses


@dataclass(frozen=True, slots=True)
class Rest:
    """What would be concluded about an effect without one evidence model: the range, None if the others support none
    or contradict each other completely, and its belief."""

    range: IntensityRange | None
    belief: float | None
    is_total_conflict: bool


@dataclass(frozen=True, slots=True)
class Synthesis:
    """Conclusions about every effect that the chosen evidence models report."""

    id: str
    title: str
    reading: str
    discount: str
    evidence_models: tuple[str, ...]
    effects: tuple[EffectSynthesis, ...]
    _by_study: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def models_by_study(self) -> Mapping[str, int]:
        """How many of the evidence models are each study's, in order of first appearance."""
        if not self._by_study:
            self._by_study.update(Counter(model.partition("/")[0] for model in self.evidence_models))
        return self._by_study

    def about(self, piece: EffectEvidence) -> EffectSynthesis | None:
        """The conclusion that a body of evidence takes part in, None if its evidence model is not combined here."""
        if piece.study not in self.models_by_study:
            return None
        found = next((one for one in self.effects if one.effect == piece.effect), None)
        return found if found is not None and found.has(piece.evidence_model) else None

    def effect(self, effect_id: str) -> EffectSynthesis:
        """The conclusion about an effect. Raises ``KeyError`` if nothing reports it."""
        for effect in self.effects:
            if effect.effect == effect_id:
                return effect
        raise KeyError(effect_id)
