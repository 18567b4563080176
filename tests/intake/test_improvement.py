from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.improvement import improvement_percent, iqr_nearest_rank, mean, sample_std
from generator.model.rules import Direction

VALUES = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30)


def test_positive_is_better_whichever_way_the_metric_improves() -> None:
    assert improvement_percent(Direction.HIGHER, 80, 90) == 12.5
    assert improvement_percent(Direction.LOWER, 80, 60) == 25
    assert improvement_percent(Direction.LOWER, 80, 100) == -25


def test_a_scale_that_reaches_below_zero_keeps_its_sign() -> None:
    assert improvement_percent(Direction.HIGHER, -4, -2) == 50
    assert improvement_percent(Direction.LOWER, -4, -2) == -50


def test_one_observation_has_no_standard_deviation() -> None:
    assert sample_std([3.5]) is None
    assert sample_std([1, 3]) == pytest.approx(math.sqrt(2))


@pytest.mark.parametrize(
    ("values", "iqr"),
    [([5], 0), ([1, 9], 8), ([1, 2, 9], 8), ([1, 2, 3, 9], 1), ([1, 2, 3, 4, 9], 2), ([1, 2, 3, 4, 5, 9], 3)],
)
def test_quartiles_are_values_at_the_nearest_rank_rounded_half_to_even(values: list[float], iqr: float) -> None:
    assert iqr_nearest_rank(values) == iqr


@given(VALUES, st.randoms())
def test_no_statistic_depends_on_order(values: list[float], random: object) -> None:
    shuffled = list(values)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert mean(shuffled) == mean(values)
    assert sample_std(shuffled) == sample_std(values)
    assert iqr_nearest_rank(shuffled) == iqr_nearest_rank(values)
