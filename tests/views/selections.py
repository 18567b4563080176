"""A selection flow as a review may have it, with the published numbers of the journal extension."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.conclude import conclude
from generator.model.release import (
    History,
    Release,
    ReleasedConclusion,
    ReleasedStudy,
    ReleasedSynthesis,
    evidence_digest,
)
from generator.model.review import Review
from generator.model.search import Count, FlowStep, WithdrawnStudy
from generator.model.synthesis import EffectSynthesis

FLOW = (
    FlowStep(
        "Records found",
        "identification",
        "records",
        1226,
        (Count("Scopus", 1176, None), Count("arXiv", 50, None)),
        (),
        (Count("Calibration", 165, "Judged by people."), Count("Turned down", 490, None)),
        None,
    ),
    FlowStep("Judged by abstract", "screening", "records", 571, (), (), (Count("Excluded", 487, None),), "By two."),
    FlowStep("Read in full", "screening", "records", 84, (), (), (Count("Excluded after reading", 68, None),), None),
    FlowStep("Studies included", "included", "studies", 21, (), (Count("Snowballing", 5, None),), (), None),
    FlowStep("Evidence models", "included", "evidence models", 76, (), (), (), None),
)

GONE = WithdrawnStudy(
    "geens-2024", "S4", "Energy Cost Modelling", "10.1/x", None, "2.0", "The reason was not published."
)


def unknown(flow: tuple[FlowStep, ...]) -> tuple[FlowStep, ...]:
    """The same flow with no number known."""
    return tuple(
        replace(
            step,
            number=None,
            parts=tuple(replace(one, number=None) for one in step.parts),
            joined=tuple(replace(one, number=None) for one in step.joined),
            left=tuple(replace(one, number=None) for one in step.left),
        )
        for step in flow
    )


def second(review: Review) -> Review:
    """The case study as a second version might be: a study less, with its selection flow."""
    plans = tuple(
        replace(plan, evidence_models=tuple(one for one in plan.evidence_models if not one.startswith(GONE.study)))
        for plan in review.plans
    )
    return replace(
        review,
        search=replace(review.search, flow=FLOW, withdrawn=(GONE,), next_promised=date(2027, 5, 31)),
        studies=tuple(study for study in review.studies if study.id != GONE.study),
        plans=plans,
        files=tuple(file for file in review.files if GONE.study not in file.path),
        warnings=(),
    )


def first_release(review: Review) -> Release:
    """Version 1.0 as if ``review`` had been released so."""
    syntheses = tuple(
        ReleasedSynthesis(
            one.id,
            one.title,
            one.reading,
            one.discount,
            one.evidence_models,
            tuple(_conclusion(review, e) for e in one.effects),
        )
        for one in conclude(review).syntheses
    )
    studies = tuple(ReleasedStudy(one.id, one.label, one.bibliography.title) for one in review.studies)
    return Release("1.0", date(2026, 11, 25), evidence_digest(review.files), None, studies, syntheses)


def _conclusion(review: Review, one: EffectSynthesis) -> ReleasedConclusion:
    return ReleasedConclusion(
        one.effect,
        review.rules.effect(one.effect).title,
        len(one.studies),
        len(one.evidence),
        one.range,
        one.belief,
        one.plausibility,
        one.ignorance,
        one.conflict.last_step,
        one.conflict.total,
        one.conflict.weight,
    )


def second_history(first: Release, review: Review) -> History:
    """Where ``second(review)`` would stand after release 1.0."""
    release = Release("2.0", date(2026, 12, 2), "f" * 64, date(2026, 11, 30), (), ())
    return History("f" * 64, "2.0", date(2026, 12, 2), (first, release), review, "1.0")
