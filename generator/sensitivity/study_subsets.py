"""In what share of all combinations of the synthesis' studies does the conclusion hold?

Studies that do not report the effect change nothing: each of them doubles the number of combinations, exactly. So
the kernel looks at every combination of the reporting studies, and whole numbers do the rest. A combination
without any study that reports the effect has no conclusion, and does not hold; the empty combination is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.model.scenario import Question, ScenarioResult, StudyShare, SubsetShares
from generator.sensitivity.case import MOST_STUDIES, Case, unchanged
from generator.sensitivity.subsets import all_subsets

QUESTION = Question.STUDY_SUBSETS


def run(case: Case) -> tuple[ScenarioResult, ...]:
    """One result; none if more than ``MOST_STUDIES`` studies report the effect."""
    reporting, everyone = case.conclusion.studies, len(case.all_studies)
    if len(reporting) > MOST_STUDIES:
        return ()
    holds = holding(case)
    double = 2 ** (everyone - len(reporting))
    count = 2**everyone - 1
    setting = (("share_holding", int(holds.sum()) * double / count), ("subsets", count))
    with_each = [int(half(holds, place, present=True).sum()) * double for place in range(len(reporting))]
    return (unchanged(case, QUESTION, setting, _shares(reporting, with_each, int(holds.sum()) * double, everyone)),)


def holding(case: Case) -> NDArray[np.bool_]:
    """For every subset of the reporting studies, by bit mask: whether it leads to the reported range."""
    if case.place is None:
        return np.zeros(2 ** len(case.conclusion.studies), dtype=np.bool_)
    holds: NDArray[np.bool_] = np.equal(all_subsets(case).readings, case.place)
    holds[0] = False
    return holds


def half(values: NDArray[np.bool_], place: int, *, present: bool) -> NDArray[np.bool_]:
    """The values of the subsets with, or without, the study at ``place``."""
    return values.reshape(-1, 2, 2**place)[:, int(present), :]


def _shares(studies: Sequence[str], with_each: Sequence[int], holding_at_all: int, everyone: int) -> SubsetShares:
    having, lacking = 2 ** (everyone - 1), 2 ** (everyone - 1) - 1
    failing = having + lacking - holding_at_all
    failing_with = [having - count for count in with_each]
    shares = tuple(
        StudyShare(study, _share(count, having), _share(holding_at_all - count, lacking), _share(fails, failing))
        for study, count, fails in zip(studies, with_each, failing_with, strict=True)
    )
    return SubsetShares(
        shares, _single(studies, failing_with), _single(studies, [failing - fails for fails in failing_with])
    )


def _share(count: int, among: int) -> float | None:
    return count / among if among else None


def _single(studies: Sequence[str], counts: Sequence[int]) -> str | None:
    """The study with the largest count, if it is the only one and not 0."""
    largest = max(counts)
    return studies[counts.index(largest)] if largest and list(counts).count(largest) == 1 else None
