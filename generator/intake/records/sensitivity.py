"""The record of what a review asks of its conclusions."""

from __future__ import annotations

from generator.intake.schema.sensitivity import SensitivityForm, VerdictForm
from generator.model.scenario import (
    IntensityBoundsRule,
    Question,
    ReadingRule,
    SensitivityRules,
    StudyBeliefRule,
    SubgroupRule,
    VerdictRule,
)


def sensitivity_record(form: SensitivityForm) -> SensitivityRules:
    """The rules of asking."""
    belief, bounds, groups = form.study_belief, form.intensity_bounds, form.subgroups
    return SensitivityRules(
        study_belief=StudyBeliefRule(belief.half_width, belief.draws, belief.seed, belief.because),
        intensity_bounds=IntensityBoundsRule(bounds.scale, bounds.move, bounds.because),
        reading=ReadingRule(form.reading.thresholds, form.reading.because),
        verdict=_verdict(form.verdict),
        subgroups=SubgroupRule(groups.least_studies, groups.unsupported_below, groups.because),
    )


def _verdict(form: VerdictForm) -> VerdictRule:
    counting = tuple((Question(name), share) for name, share in form.holds_from.items())
    return VerdictRule(counting, form.fragile_from, form.because)
