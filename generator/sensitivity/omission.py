"""Leaving evidence out: what the two questions about it share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from generator.aggregation.aggregate import masses_of
from generator.aggregation.conflict import conflict, conflict_of, support
from generator.aggregation.leave_out import without_each_unit
from generator.aggregation.measures import belief
from generator.aggregation.reading import read
from generator.aggregation.simple_support import Supports
from generator.model.evidence import EffectEvidence
from generator.model.scale import IntensityRange
from generator.model.scenario import Omission, Question, ScenarioResult
from generator.model.synthesis import Conflict
from generator.sensitivity.case import NO_CONFLICT, Case
from generator.sensitivity.margin import flip_distance

Unit = tuple[EffectEvidence, ...]
Told = tuple[IntensityRange | None, float | None, Omission]


def leave_out(case: Case, question: Question, of: Callable[[EffectEvidence], str]) -> tuple[ScenarioResult, ...]:
    """The conclusion without the evidence that has each value of ``of``, in order of first appearance."""
    units: dict[str, list[EffectEvidence]] = {}
    for piece in case.evidence:
        units.setdefault(of(piece), []).append(piece)
    told = cache(lambda combined: _told(case, combined))  # Evidence that is alike leaves the same.
    left = zip(units, _left(case, tuple(map(tuple, units.values()))), strict=True)
    return tuple(_result(case, question, one, told(combined), conflict) for one, (combined, conflict) in left)


def _result(case: Case, question: Question, omitted: str, told: Told, conflict: Conflict) -> ScenarioResult:
    reported, value, extra = told
    return ScenarioResult(question, case.conclusion.effect, (("omitted", omitted),), reported, value, conflict, extra)


def _left(case: Case, units: tuple[Unit, ...]) -> Iterator[tuple[Supports | None, Conflict]]:
    """What is left without each unit, and its conflict; None where nothing is left."""
    last = case.evidence[-1]
    without = without_each_unit([tuple(map(support, unit)) for unit in units])
    before_last = without_each_unit([tuple(support(piece) for piece in unit if piece is not last) for unit in units])
    for unit, combined, before in zip(units, without, before_last, strict=True):
        if len(unit) == len(case.evidence):
            yield None, NO_CONFLICT
        elif unit[-1] is last:
            yield combined, conflict([piece for piece in case.evidence if piece not in unit], combined)
        else:
            yield combined, conflict_of(combined, before, last)


def _told(case: Case, combined: Supports | None) -> Told:
    """The range that is reported, its belief, and what was lost with what ``combined`` lacks (None: everything)."""
    whole = case.conclusion.belief
    if combined is None:
        return None, None, Omission(None if whole is None else 100 * whole, None)
    masses = masses_of(combined)
    reported = read(masses, case.policy).range
    left = belief(masses, case.range) if masses and case.range is not None else None
    influence = None if whole is None or left is None else 100 * (whole - left)
    value = None if reported is None else belief(masses, reported)
    return reported, value, Omission(influence, flip_distance(masses, case.policy))
