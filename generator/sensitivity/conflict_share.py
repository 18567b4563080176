"""Which studies does the conflict come from?

By study: Shapley's shares of the weight of conflict, the average of what a study adds to it over all orders in which
studies could be combined; no study adds less than 0, and the shares add up to 1. By pair: the weight that two
studies alone create beyond what each creates within itself, and (as a pair of a study with itself) the weight it
creates within itself, as shares of all of these together. Without conflict there is nothing to share.

Under total conflict the weight is infinite, and what is shared is the contradiction itself: a study's share is that
of the orders in which it is the one that makes the conflict total, and pairs that are in total conflict share alike.
"""

from __future__ import annotations

import math

import numpy as np

from generator.aggregation.conflict import study_conflicts
from generator.model.scenario import Question, ScenarioResult, Setting
from generator.sensitivity.case import MOST_STUDIES, Case, unchanged
from generator.sensitivity.subsets import all_subsets
from generator.shapley import over_all_orders

QUESTION = Question.CONFLICT_SHARE


def run(case: Case) -> tuple[ScenarioResult, ...]:
    """Each study that reports the effect, in order, then each pair with conflict, the largest first."""
    if case.conclusion.conflict.weight == 0:
        return ()
    return tuple(
        unchanged(case, QUESTION, _setting(names, share)) for names, share in (*by_study(case), *by_pair(case))
    )


def _setting(studies: tuple[str, ...], share: float) -> Setting:
    return (("studies", studies), ("share", share))


def by_study(case: Case) -> tuple[tuple[tuple[str], float], ...]:
    """Shapley's shares, 0–1; none if more than ``MOST_STUDIES`` studies report the effect."""
    studies = case.conclusion.studies
    if len(studies) > MOST_STUDIES:
        return ()
    weights = all_subsets(case).weight
    worth = np.isinf(weights).astype(np.float64) if np.isinf(weights[-1]) else weights
    values = [max(0.0, value) for value in over_all_orders(worth)]
    total = math.fsum(values)
    return tuple(((study,), value / total) for study, value in zip(studies, values, strict=True)) if total else ()


def by_pair(case: Case) -> tuple[tuple[tuple[str, str], float], ...]:
    """The shares, 0–1, of pairs of studies and of studies within themselves."""
    found = study_conflicts(case.evidence)
    if any(math.isinf(one.weight) for one in found):
        infinite = [one for one in found if math.isinf(one.weight)]
        return tuple((one.studies, 1 / len(infinite)) for one in infinite)
    total = math.fsum(one.weight for one in found)
    return tuple((one.studies, one.weight / total) for one in found)
