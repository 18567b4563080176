"""Does the conclusion hold if evidence models of one study are not taken for independent?

For a study with N evidence models in the synthesis, whether or not they report this effect: as it is; the
mass-preserving 1 − (1 − B)^(1/N), which combines to B again when all N agree; the equal split B/N; or one evidence
model per study, the one with the largest belief value (tie: the first in order). Each on study beliefs without a
discount (unrounded), and with the policy's discount factors and roundings (method page, section 4).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Context, Decimal, localcontext
from functools import lru_cache

from generator.model.evidence import EffectEvidence
from generator.model.rules import Policy
from generator.model.scenario import Question, ScenarioResult
from generator.sensitivity.case import Case, scenario
from generator.sensitivity.discounting import NONE, with_belief

QUESTION = Question.DEPENDENCE
ONE_PER_STUDY = "one_per_study"
_WIDE = Context(prec=80)


def run(case: Case) -> tuple[ScenarioResult, ...]:
    """Each way to see dependence, without and with the synthesis' discount policy."""
    return tuple(
        scenario(case, QUESTION, (("dependence", way), ("discount", discount)), _variant(case, way, policy))
        for way in _SHARES
        for discount, policy in ((NONE, None), ("policy", case.review.rules.discount_policy(case.plan.discount)))
    )


def _variant(case: Case, way: str, policy: Policy | None) -> Sequence[EffectEvidence]:
    split, models = _SHARES[way], case.models_by_study()
    evidence = [
        with_belief(piece, split(piece.study_belief.value, models[piece.study]), policy) for piece in case.evidence
    ]
    return strongest_of_each_study(evidence) if way == ONE_PER_STUDY else evidence


@lru_cache(maxsize=65536)
def mass_preserving(belief: float, models: int) -> float:
    """1 − (1 − B)^(1/N), to the nearest double: a policy rounds it, and no library of logarithms may decide a tie."""
    with localcontext(_WIDE):
        return float(1 - (1 - Decimal(belief)) ** (1 / Decimal(models)))


def strongest_of_each_study(evidence: Sequence[EffectEvidence]) -> list[EffectEvidence]:
    """The body with the largest belief value of each study, in aggregation order."""
    best: dict[str, EffectEvidence] = {}
    for piece in evidence:
        if piece.study not in best or piece.belief_value > best[piece.study].belief_value:
            best[piece.study] = piece
    return [piece for piece in evidence if best[piece.study] is piece]


_SHARES: dict[str, Callable[[float, int], float]] = {
    "as_is": lambda belief, models: belief,
    "mass_preserving": mass_preserving,
    "equal_split": lambda belief, models: belief / models,
    ONE_PER_STUDY: lambda belief, models: belief,
}
