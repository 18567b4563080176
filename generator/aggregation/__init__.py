"""Aggregation: Dempster's rule over bodies of evidence, one effect at a time.

``aggregate`` is plain Python. ``combine`` and ``combine_simple_supports`` work on arrays; NumPy and numba are
imported when they are first called.
"""

from generator.aggregation.aggregate import aggregate, aggregate_effect, aggregate_plan, without_each
from generator.aggregation.combine import Combination, TotalConflict, combine, combine_simple_supports
from generator.model.scale import RANGES as _RANGES

RANGES: tuple[int, ...] = tuple(one.mask for one in _RANGES)
"""Bit masks of the 28 contiguous ranges, by lowest and then highest level."""

__all__ = [
    "RANGES",
    "Combination",
    "TotalConflict",
    "aggregate",
    "aggregate_effect",
    "aggregate_plan",
    "combine",
    "combine_simple_supports",
    "without_each",
]
