"""Every subset of the studies that report an effect, combined at once."""

from __future__ import annotations

from threading import Lock

from generator.aggregation import batches
from generator.sensitivity.case import Case

_ONE_AT_A_TIME = Lock()
"""The kernel uses all cores by itself, and not every threading layer lets it run twice at once."""


def all_subsets(case: Case) -> batches.Subsets:
    """One value per subset of the reporting studies, by bit mask in the order of ``conclusion.studies``."""
    with _ONE_AT_A_TIME:
        return batches.subsets(case.units(), case.policy, case.range)
