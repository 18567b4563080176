"""The reported range where two candidates all but tie, against whole numbers."""

from __future__ import annotations

import os

import pytest

from benchmarks.accuracy import near_ties
from benchmarks.effort import Effort


@pytest.mark.skipif("NUMBA_DISABLE_JIT" in os.environ, reason="ten thousand cases")
def test_the_reported_range_is_never_wrong_unless_the_gap_is_under_a_trillionth():
    found = near_ties(Effort(near_ties=10_000))
    assert found.wrong == 0
    assert found.clear > 5_000
