"""Every subset of the studies that report an effect, combined at once."""

from __future__ import annotations

from generator.aggregation import batches
from generator.sensitivity.case import Case


def all_subsets(case: Case) -> batches.Subsets:
    """One value per subset of the reporting studies, by bit mask in the order of ``conclusion.studies``."""
    return batches.subsets(case.units(), case.policy, case.range)
