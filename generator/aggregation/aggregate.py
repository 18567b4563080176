"""The stage: each planned synthesis becomes conclusions, one effect at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from generator.aggregation import measures
from generator.aggregation.conflict import conflict, study_conflicts, support
from generator.aggregation.leave_out import without_each_support
from generator.aggregation.reading import read
from generator.aggregation.simple_support import Supports, combine_supports
from generator.model.evidence import EffectEvidence
from generator.model.review import Review, SynthesisPlan
from generator.model.rules import Policy
from generator.model.scale import LEVELS, RANGES, IntensityRange
from generator.model.synthesis import EffectSynthesis, Mass, Rest, Synthesis

_SINGLES = tuple(map(IntensityRange.of, LEVELS))


def aggregate(review: Review, evidence: Mapping[str, Sequence[EffectEvidence]]) -> tuple[Synthesis, ...]:
    """Every planned synthesis, in the order of the plans. ``evidence`` holds the bodies by discount policy."""
    return tuple(aggregate_plan(review, plan, evidence[plan.discount]) for plan in review.plans)


def aggregate_plan(
    review: Review,
    plan: SynthesisPlan,
    evidence: Sequence[EffectEvidence],
    reading: str | None = None,
    *,
    by_study: bool = True,
) -> Synthesis:
    """One synthesis; ``reading`` overrides the plan's own reading policy, ``by_study`` as in ``aggregate_effect``."""
    policy = review.rules.reading_policy(reading or plan.reading)
    turn = {model: place for place, model in enumerate(plan.evidence_models)}
    chosen = sorted((one for one in evidence if one.evidence_model in turn), key=lambda one: turn[one.evidence_model])
    effects = []
    for effect in review.rules.effects:
        about = tuple(piece for piece in chosen if piece.effect == effect.id)
        if about:
            effects.append(aggregate_effect(about, policy, by_study=by_study))
    return Synthesis(plan.id, plan.title, policy.id, plan.discount, plan.evidence_models, tuple(effects))


def without_each(review: Review, synthesis: Synthesis) -> Iterator[tuple[tuple[str, str, str], Rest]]:
    """Each conclusion again without each evidence model that reports it, by (synthesis, effect, evidence model).

    A conclusion that rests on one evidence model is not repeated: nothing would be left.
    """
    policy = review.rules.reading_policy(synthesis.reading)
    for effect in synthesis.effects:
        if len(effect.evidence) > 1:
            left = without_each_support([support(piece) for piece in effect.evidence])
            for piece, combined in zip(effect.evidence, left, strict=True):
                yield (synthesis.id, effect.effect, piece.evidence_model), _rest(combined, policy)


def aggregate_effect(evidence: tuple[EffectEvidence, ...], policy: Policy, *, by_study: bool = True) -> EffectSynthesis:
    """The conclusion that ``evidence`` about one effect, in aggregation order, leads to.

    ``by_study`` also asks which studies contradict each other, at a cost that grows with the square of their number.
    """
    combined = combine_supports(map(support, evidence))
    masses = masses_of(combined)
    reading = read(masses, policy)
    delta = _delta_points(masses, reading.range, evidence)
    return EffectSynthesis(
        effect=evidence[0].effect,
        evidence=evidence,
        masses=masses,
        range=reading.range,
        belief=None if reading.range is None else measures.belief(masses, reading.range),
        plausibility=None if reading.range is None else measures.plausibility(masses, reading.range),
        ignorance=measures.ignorance(masses) if masses else None,
        tied=reading.tied,
        conflict=conflict(evidence, combined),
        delta_points=delta,
        change=None if delta is None else change_of_belief(delta),
        pignistic=measures.pignistic(masses) if masses else (),
        study_conflicts=study_conflicts(evidence) if by_study else (),
        level_beliefs=tuple(measures.belief(masses, one) for one in _SINGLES) if masses else (),
        level_plausibilities=tuple(measures.plausibility(masses, one) for one in _SINGLES) if masses else (),
    )


def _rest(combined: Supports, policy: Policy) -> Rest:
    masses = masses_of(combined)
    found = read(masses, policy).range
    return Rest(found, None if found is None else measures.belief(masses, found), not masses)


def masses_of(combined: Supports) -> tuple[Mass, ...]:
    """The masses above 0, from negative to positive; none under total conflict."""
    return tuple(
        Mass(one, mass) for one, mass in zip(RANGES, combined.masses or (0.0,) * len(RANGES), strict=True) if mass > 0
    )


def _delta_points(
    masses: tuple[Mass, ...], reported: IntensityRange | None, evidence: Sequence[EffectEvidence]
) -> int | None:
    """Change of belief in whole percentage points, half away from zero (method page, equation 14)."""
    if reported is None:
        return None
    delta = 100 * (measures.belief(masses, reported) - max(piece.belief_value for piece in evidence))
    return int(Decimal(repr(round(delta, 9))).quantize(Decimal(1), ROUND_HALF_UP))


def change_of_belief(delta_points: int) -> str:
    """The class of a change of belief: what combining did to the strongest single body of evidence."""
    if delta_points >= 5:
        return "reinforced"
    if delta_points >= 1:
        return "slightly reinforced"
    return "unchanged" if delta_points == 0 else "weakened"
