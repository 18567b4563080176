"""The formulas of the discount policies with the numbers of one body of evidence put in."""

from __future__ import annotations

from collections.abc import Callable

from generator.model.evidence import EffectEvidence, Improvement
from generator.model.rules import Policy
from generator.views.rounding import belief_text_long, exact_text, number_text


def discount_formulas(piece: EffectEvidence, policy: Policy) -> tuple[str, ...]:
    """Formulas from study belief to belief value; unknown factors are listed by name, so that nothing is hidden."""
    factors = dict(piece.discount.factors)
    decimals = int(dict(policy.parameters).get("decimals", 3))
    formula = next((make for names, make in _KNOWN if names <= factors.keys()), _listed)
    first = formula(factors, piece.improvement, policy)
    return (*first, _final(piece, factors, decimals))


def _final(piece: EffectEvidence, factors: dict[str, float], decimals: int) -> str:
    b = belief_text_long(piece.study_belief.value)
    if "d" in factors:
        inside = f"{b} × (1 − {exact_text(factors['d'])})"
    elif "alpha_n" in factors:
        inside = f"{b} × {exact_text(factors['alpha_n'])} × {exact_text(factors['alpha_v'])}"
    else:
        inside = b
    return f"m = {inside}, rounded to {decimals} decimals = {exact_text(piece.belief_value)}"


def _by_iqr(factors: dict[str, float], found: Improvement | None, policy: Policy) -> tuple[str, ...]:
    if "ratio" not in factors or found is None or found.iqr is None:
        return (f"d = {exact_text(factors['d'])}",)
    rate = exact_text(policy.parameter("rate"))
    return (
        f"|IQR / mean| = |{number_text(found.iqr, 3)} / {number_text(found.mean, 3)}| = "
        f"{number_text(factors['ratio'], 4)}",
        f"d = 1 − exp(−{rate} × {number_text(factors['ratio'], 4)}) = {exact_text(factors['d'])}",
    )


def _by_sample(factors: dict[str, float], found: Improvement | None, policy: Policy) -> tuple[str, ...]:
    scale, rate = exact_text(policy.parameter("cluster_scale")), exact_text(policy.parameter("rate"))
    few = int(policy.parameter("few_clusters"))
    clusters = int(factors["clusters"])
    size = f"αn = 1 − exp(−{clusters} / {scale}) = {exact_text(factors['alpha_n'])}"
    if clusters <= few or found is None or found.std is None:
        return (size, f"αv = {exact_text(factors['alpha_v'])} (no more than {few} independent groups)")
    std, mean = number_text(found.std, 3), number_text(found.mean, 3)
    variation = f"αv = exp(−{rate} × {std} / √({std}² + ({mean})²)) = {exact_text(factors['alpha_v'])}"
    return (size, variation)


def _listed(factors: dict[str, float], found: Improvement | None, policy: Policy) -> tuple[str, ...]:
    return tuple(f"{name} = {exact_text(value)}" for name, value in factors.items())


_Formula = Callable[[dict[str, float], Improvement | None, Policy], tuple[str, ...]]
_KNOWN: tuple[tuple[frozenset[str], _Formula], ...] = (
    (frozenset({"d"}), _by_iqr),
    (frozenset({"clusters", "alpha_n", "alpha_v"}), _by_sample),
)
"""By the names of the factors a policy leaves, not by its id: a renamed policy keeps its formulas."""
