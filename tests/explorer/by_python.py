"""What a scenario leads to by the engine that builds the site: conversion, aggregation, variants of sensitivity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from generator.aggregation import measures
from generator.aggregation.aggregate import _delta_points, aggregate_effect, change_of_belief
from generator.aggregation.reading import read
from generator.conversion import convert
from generator.conversion.intensity import intensity_range
from generator.conversion.study_belief import study_belief
from generator.model.evidence import EffectEvidence, StudyBelief
from generator.model.review import Review
from generator.model.rules import IntensityBand, Policy, UnansweredRule
from generator.model.scale import THETA, IntensityRange
from generator.model.study import EvidenceModel
from generator.model.synthesis import EffectSynthesis
from generator.sensitivity.combination_rules import RULES, MassFunction, as_masses, simple_support
from generator.sensitivity.dependence import _SHARES, ONE_PER_STUDY, strongest_of_each_study
from generator.sensitivity.discounting import with_belief
from generator.sensitivity.intensity_bounds import _times
from generator.sensitivity.reading import with_threshold

Scenario = Mapping[str, Any]


@dataclass(frozen=True)
class Expected:
    """A conclusion with the masses of the rule on sets of levels, or the evidence models that lack a statistic."""

    effect: str
    missing: tuple[str, ...]
    found: EffectSynthesis | None = None
    masses: Mapping[int, float] | None = None
    empty: float = 0.0


class ByPython:
    """Scenarios of one review."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.models = {model.id: model for study in review.studies for model in study.evidence_models}
        self.belief = cache(self._belief)
        self.pieces: dict[tuple[str, str], EffectEvidence] = {
            (piece.evidence_model, piece.effect): replace(piece, study_belief=self.belief(piece.study, None))
            for piece in convert(review).pieces
        }
        self.believed = cache(self._believed)
        self.share = cache(lambda way, value, number: _SHARES[way](value, number))

    def run(self, scenario: Scenario, *, by_study: bool = True) -> tuple[tuple[str, ...], tuple[Expected, ...]]:
        """The evidence models that it selects, and a conclusion about each effect that they report."""
        chosen = tuple(self._chosen(scenario))
        return chosen, tuple(self._conclusions(scenario, chosen, by_study))

    def _belief(self, study: str, unanswered: str | None) -> StudyBelief:
        found = self.review.study(study)
        rule = found.quality.unanswered if unanswered is None else UnansweredRule(unanswered)
        return study_belief(replace(found, quality=replace(found.quality, unanswered=rule)), self.review.rules)

    def _chosen(self, scenario: Scenario) -> Iterator[str]:
        plan = self.review.plan(scenario.get("synthesis", self.review.plans[0].id))
        listed, without = scenario.get("evidenceModels"), scenario.get("without", [])
        for id_ in plan.evidence_models if listed is None else listed:
            model = self.models[id_]
            if id_ not in without and model.study not in without and self._passes(model, scenario):
                yield id_

    def _passes(self, model: EvidenceModel, scenario: Scenario) -> bool:
        filters, study = scenario.get("filters", {}), self.review.study(model.study)
        belief, year = self.belief(study.id, scenario.get("unanswered")), study.bibliography.year
        first, last = filters.get("years", (None, None))
        least = filters.get("leastQuality", 0)
        return (
            study.design.type in (filters.get("studyTypes") or [study.design.type])
            and (first or year) <= year <= (last or year)
            and belief.value >= filters.get("leastStudyBelief", 0)
            and (not least or (belief.quality is not None and belief.quality >= least))
            and all(_has(model, name, wanted) for name, wanted in filters.get("aspects", {}).items())
        )

    def _conclusions(self, scenario: Scenario, chosen: tuple[str, ...], by_study: bool) -> Iterator[Expected]:
        plan = self.review.plan(scenario.get("synthesis", self.review.plans[0].id))
        rules = self.review.rules
        discount = scenario.get("discount", plan.discount)
        reading = rules.reading_policy(scenario.get("reading", plan.reading))
        reading = with_threshold(reading, scenario.get("threshold", reading.parameter("share")))
        numbers = Counter(model.partition("/")[0] for model in chosen)
        for effect in rules.effects:
            reporting = [self.pieces[model, effect.id] for model in chosen if (model, effect.id) in self.pieces]
            bands = self._bands(effect.family, scenario.get("bounds", {}))
            believed = [self._piece(one, scenario, numbers[one.study], bands, discount) for one in reporting]
            if reporting:
                yield _conclusion(effect.id, reporting, believed, scenario, reading, by_study)

    def _bands(self, family: str, bounds: Any) -> tuple[IntensityBand, ...]:
        bands, own = self.review.rules.bands(family), bounds.get(family, 1) if isinstance(bounds, dict) else bounds
        if own == 1:
            return bands
        if isinstance(own, list):
            return (*(replace(band, up_to=value) for band, value in zip(bands, own, strict=False)), bands[-1])
        return tuple(replace(band, up_to=_times(band.up_to, own)) for band in bands)

    def _piece(
        self,
        piece: EffectEvidence,
        scenario: Scenario,
        number: int,
        bands: tuple[IntensityBand, ...],
        discount: str | None,
    ) -> EffectEvidence | None:
        unanswered = scenario.get("unanswered")
        belief = self.belief(piece.study, unanswered)
        share = self.share(scenario.get("dependence", "as_is"), belief.value, number)
        found = piece.range if piece.improvement is None else intensity_range(piece.improvement.mean, bands)
        return self.believed(piece.evidence_model, piece.effect, found, unanswered, share, discount)

    def _believed(
        self,
        model: str,
        effect: str,
        found: IntensityRange,
        unanswered: str | None,
        share: float,
        discount: str | None,
    ) -> EffectEvidence | None:
        piece = self.pieces[model, effect]
        changed = replace(piece, range=found, study_belief=self.belief(piece.study, unanswered))
        try:
            return with_belief(changed, share, discount and self.review.rules.discount_policy(discount))
        except ValueError:
            return None


def _has(model: EvidenceModel, aspect: str, wanted: list[str | None]) -> bool:
    own = (model.technique,) if aspect == "technique" else model.aspect(aspect)
    return not wanted or bool(set(own) & set(wanted)) or (None in wanted and not own)


def _conclusion(
    effect: str,
    reporting: list[EffectEvidence],
    believed: list[EffectEvidence | None],
    scenario: Scenario,
    reading: Policy,
    by_study: bool,
) -> Expected:
    pairs = zip(reporting, believed, strict=True)
    if missing := tuple(one.evidence_model for one, found in pairs if found is None):
        return Expected(effect, missing)
    evidence = [piece for piece in believed if piece is not None]
    if scenario.get("dependence") == ONE_PER_STUDY:
        evidence = strongest_of_each_study(evidence)
    found = aggregate_effect(tuple(evidence), reading, by_study=by_study)
    rule = scenario.get("rule", "dempster")
    if rule == "dempster":
        return Expected(effect, (), found, {one.range.mask: one.mass for one in found.masses})
    combined = RULES[rule]([simple_support(piece) for piece in evidence])
    masses = {set_: mass for set_, mass in combined.items() if set_ and mass > 0}
    return Expected(effect, (), _otherwise(found, combined, masses, reading), masses, combined.get(0, 0.0))


def _otherwise(
    found: EffectSynthesis, combined: MassFunction, masses: Mapping[int, float], reading: Policy
) -> EffectSynthesis:
    hulls = as_masses(combined)
    found_range, tied = (reported := read(hulls, reading)).range, reported.tied
    delta = _delta_points(hulls, found_range, found.evidence)
    meeting = [] if found_range is None else [mass for set_, mass in masses.items() if set_ & found_range.mask]
    return replace(
        found,
        masses=hulls,
        range=found_range,
        tied=tied,
        belief=None if found_range is None else measures.belief(hulls, found_range),
        plausibility=None if found_range is None else measures._sum(meeting),
        ignorance=min(1.0, masses.get(THETA, 0.0)) if masses else None,
        delta_points=delta,
        change=None if delta is None else change_of_belief(delta),
    )
