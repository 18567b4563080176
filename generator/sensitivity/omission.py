"""Leaving evidence out: what the two questions about it share."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.aggregation.measures import belief
from generator.model.evidence import EffectEvidence
from generator.model.scenario import Omission, Question, ScenarioResult
from generator.model.synthesis import EffectSynthesis
from generator.sensitivity.case import Case, scenario
from generator.sensitivity.margin import flip_distance


def leave_out(
    case: Case, question: Question, omitted: Iterable[str], of: Callable[[EffectEvidence], str]
) -> tuple[ScenarioResult, ...]:
    """The conclusion without the evidence whose ``of`` is each of ``omitted``."""
    return tuple(
        scenario(
            case,
            question,
            (("omitted", one),),
            tuple(piece for piece in case.evidence if of(piece) != one),
            extra=lambda found: omission(case, found),
        )
        for one in omitted
    )


def omission(case: Case, rest: EffectSynthesis | None) -> Omission:
    """What was lost with the evidence that ``rest`` lacks (None: all of it)."""
    left = 0.0 if rest is None else _belief(case, rest)
    whole = case.conclusion.belief
    influence = None if whole is None or left is None else 100 * (whole - left)
    return Omission(influence, None if rest is None else flip_distance(rest.masses, case.policy))


def _belief(case: Case, rest: EffectSynthesis) -> float | None:
    if case.range is None or rest.is_total_conflict:
        return None
    return belief(rest.masses, case.range)
