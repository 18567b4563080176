"""The record of a review's choices of method."""

from __future__ import annotations

from dataclasses import dataclass

from generator.intake.records.scale import range_of
from generator.intake.schema.aspects import AspectsForm, TermForm
from generator.intake.schema.belief_rules import BeliefRulesForm, ChecklistForm, PolicyForm, StudyTypeForm
from generator.intake.schema.common import SourceForm
from generator.intake.schema.doubts import DoubtsForm
from generator.intake.schema.effects import EffectsForm
from generator.intake.schema.intensity_rules import IntensityRulesForm
from generator.intake.schema.metrics import MetricsForm
from generator.intake.schema.techniques import TechniquesForm
from generator.model.rules import (
    Aspect,
    ChecklistItem,
    ChecklistQuestion,
    Direction,
    DoubtRules,
    Effect,
    Family,
    IntensityBand,
    MethodRules,
    Metric,
    Policy,
    RatioLimit,
    Source,
    SourceStatus,
    StudyType,
    Technique,
    UnansweredRule,
    Unit,
    VocabularyTerm,
)


@dataclass(frozen=True, slots=True)
class RuleForms:
    """The files of ``review/`` that hold choices of method."""

    effects: EffectsForm
    metrics: MetricsForm
    techniques: TechniquesForm
    aspects: AspectsForm
    intensity: IntensityRulesForm
    belief: BeliefRulesForm
    doubts: DoubtsForm


def rules_record(forms: RuleForms) -> MethodRules:
    """Every choice of method of the review."""
    belief = forms.belief
    return MethodRules(
        families=tuple(Family(name, each.title, each.description) for name, each in forms.effects.families.items()),
        effects=_effects(forms.effects),
        units=tuple(Unit(name, each.symbol, each.min, each.max) for name, each in forms.metrics.units.items()),
        metrics=tuple(
            Metric(name, each.title, Direction(each.direction), each.units)
            for name, each in forms.metrics.metrics.items()
        ),
        techniques=tuple(
            Technique(name, each.title, each.meaning) for name, each in forms.techniques.techniques.items()
        ),
        aspects=_aspects(forms.aspects),
        vocabularies=_vocabularies(forms.aspects),
        intensity_bands=_bands(forms.intensity),
        intensity_source=_source(forms.intensity.source),
        study_types=tuple(_study_type(name, each) for name, each in belief.study_types.items()),
        band_width=belief.band_width,
        checklist=_checklist(belief.checklist),
        checklist_source=_source(belief.checklist.source),
        unanswered=UnansweredRule(belief.unanswered_questions.rule),
        unanswered_source=_source(belief.unanswered_questions.source),
        discount_policies=_policies(belief.discount_policies),
        reading_policies=_policies(belief.reading_policies),
        doubts=_doubts(forms.doubts),
    )


def _source(form: SourceForm) -> Source:
    return Source(form.text, SourceStatus(form.status), form.url)


def _effects(form: EffectsForm) -> tuple[Effect, ...]:
    return tuple(
        Effect(name, each.title, each.family, each.metrics, each.meaning, each.better, each.worse)
        for name, each in form.effects.items()
    )


def _aspects(form: AspectsForm) -> tuple[Aspect, ...]:
    return tuple(
        Aspect(
            name,
            each.title,
            each.archetype,
            each.vocabulary,
            each.many,
            each.required,
            each.uniform,
            each.meaning,
        )
        for name, each in form.aspects.items()
    )


def _vocabularies(form: AspectsForm) -> tuple[tuple[str, tuple[VocabularyTerm, ...]], ...]:
    return tuple(
        (name, tuple(_term(term, each) for term, each in terms.items()))
        for name, terms in (form.vocabularies or {}).items()
    )


def _term(name: str, form: TermForm) -> VocabularyTerm:
    return VocabularyTerm(name, form.title, tuple((form.model_extra or {}).items()))


def _bands(form: IntensityRulesForm) -> tuple[tuple[str, tuple[IntensityBand, ...]], ...]:
    return tuple(
        (family, tuple(IntensityBand(band.up_to, range_of(band.range)) for band in bands))
        for family, bands in form.bands.items()
    )


def _study_type(name: str, form: StudyTypeForm) -> StudyType:
    return StudyType(name, form.title, form.lower, form.meaning, _source(form.source))


def _checklist(form: ChecklistForm) -> tuple[ChecklistQuestion, ...]:
    return tuple(
        ChecklistQuestion(
            name, question.text, tuple(ChecklistItem(item, text) for item, text in question.items.items())
        )
        for name, question in form.questions.items()
    )


def _policies(forms: dict[str, PolicyForm]) -> tuple[Policy, ...]:
    return tuple(
        Policy(name, each.title, each.meaning, tuple((each.parameters or {}).items()), _source(each.source))
        for name, each in forms.items()
    )


def _doubts(form: DoubtsForm) -> DoubtRules:
    near_zero = form.near_zero_mean
    limits = tuple(
        RatioLimit(each.effect, each.new, each.old, each.attribute, each.because) for each in form.ratio_limits
    )
    return DoubtRules(form.study_share.over, near_zero.within_percent, near_zero.spread_over_percent, limits)
