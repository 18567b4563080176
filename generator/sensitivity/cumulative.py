"""Since when has the conclusion been what it is? The synthesis of the studies published up to each year."""

from __future__ import annotations

from generator.model.scenario import Question, ScenarioResult
from generator.sensitivity.case import Case, scenario

QUESTION = Question.CUMULATIVE


def run(case: Case) -> tuple[ScenarioResult, ...]:
    """One result per year in which a study that reports the effect was published, from the first on."""
    years = {study: case.review.study(study).bibliography.year for study in case.conclusion.studies}
    return tuple(
        scenario(
            case,
            QUESTION,
            (("up_to_year", year),),
            tuple(piece for piece in case.evidence if years[piece.study] <= year),
        )
        for year in sorted(set(years.values()))
    )
