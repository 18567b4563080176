"""What spread and sample size take from a study belief (method page, equations 6 and 7).

The roundings belong to the published rules: without them some published belief values differ in their last digit.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from generator.model.evidence import Discount, Improvement
from generator.model.rules import Policy


def discounted(study_belief: float, improvement: Improvement | None, policy: Policy) -> Discount:
    """The belief value, 0–1, that ``policy`` leaves of ``study_belief``.

    A stated range has no spread and no count: only the final rounding applies. Raises ``KeyError`` if nothing
    here implements the policy, ``ValueError`` if it needs a statistic that is missing (the intake refuses both).
    """
    decimals = int(policy.parameter("decimals"))
    factors = _POLICIES[policy.id](improvement, policy, decimals) if improvement is not None else ()
    keep = kept_share(factors)
    return Discount(policy.id, factors, round(study_belief * keep[0] * keep[1], decimals))


def kept_share(factors: tuple[tuple[str, float], ...]) -> tuple[float, float]:
    """The two shares of a study belief, 0–1, that multiply it to the belief value before the last rounding."""
    named = dict(factors)
    if "d" in named:
        return 1 - named["d"], 1.0
    return named.get("alpha_n", 1.0), named.get("alpha_v", 1.0)


def _iqr(improvement: Improvement, policy: Policy, decimals: int) -> tuple[tuple[str, float], ...]:
    """D = round(1 − exp(−rate · |IQR / mean|)); a mean of 0 gives 0 for no spread and 1 for any."""
    if (improvement.count or improvement.clusters) == 1:
        return (("d", 0.0),)
    if improvement.iqr is None:
        raise ValueError("the discount policy iqr needs the interquartile range")
    if improvement.mean == 0:
        return (("d", 0.0 if improvement.iqr == 0 else 1.0),)
    ratio = abs(improvement.iqr / improvement.mean)
    return (("ratio", ratio), ("d", round(1 - math.exp(-policy.parameter("rate") * ratio), decimals)))


def _sample_and_variation(improvement: Improvement, policy: Policy, decimals: int) -> tuple[tuple[str, float], ...]:
    """αn = 1 − exp(−n / cluster_scale); αv = exp(−rate · σ / √(σ² + μ²)), 1 for few clusters or no spread."""
    alpha_n = 1 - math.exp(-improvement.clusters / policy.parameter("cluster_scale"))
    return (
        ("clusters", float(improvement.clusters)),
        ("alpha_n", round(alpha_n, decimals)),
        ("alpha_v", round(_alpha_v(improvement, policy), decimals)),
    )


def _alpha_v(improvement: Improvement, policy: Policy) -> float:
    if improvement.clusters <= policy.parameter("few_clusters"):
        return 1.0
    if improvement.std is None:
        raise ValueError("the discount policy sample-and-variation needs the standard deviation")
    total = math.hypot(improvement.std, improvement.mean)
    return 1.0 if total == 0 else math.exp(-policy.parameter("rate") * improvement.std / total)


def _none(improvement: Improvement, policy: Policy, decimals: int) -> tuple[tuple[str, float], ...]:
    return ()


_POLICIES: dict[str, Callable[[Improvement, Policy, int], tuple[tuple[str, float], ...]]] = {
    "iqr": _iqr,
    "sample-and-variation": _sample_and_variation,
    "none": _none,
}
"""Discount policies by id. Their parameters and sources are review data."""
