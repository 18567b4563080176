"""Numbers as they are shown."""

from __future__ import annotations

import math

import pytest

from generator.views.rounding import (
    belief_text,
    belief_text_long,
    count_text,
    exact_text,
    number_text,
    percent_text,
    points_text,
    probability_text,
    share_text,
    signed_text,
    weight_text,
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.705, "0.71"), (0.7049999999999999, "0.71"), (0.7049, "0.70"), (0.985, "0.99"), (1.0, "1.00"), (0.0, "0.00")],
)
def test_a_half_rounds_up_even_where_the_double_lies_below_it(value, shown):
    assert belief_text(value) == shown


def test_a_belief_just_below_one_reads_as_publications_print_it():
    assert belief_text(0.99987) == "1.00"
    assert belief_text_long(0.99987) == "0.9999"


def test_a_missing_belief_is_a_dash():
    assert belief_text(None) == "–"
    assert probability_text(None) == "–"
    assert points_text(None) == "–"


def test_percentages_carry_a_sign_and_a_real_minus():
    assert percent_text(-8.461) == "−8.5 %"
    assert percent_text(94.734) == "+94.7 %"
    assert percent_text(-0.04) == "0.0 %"
    assert percent_text(0.0) == "0.0 %"
    assert percent_text(-8.461, 3) == "−8.461 %"


def test_points_and_counts_agree_with_their_nouns():
    assert [points_text(n) for n in (22, 1, 0, -1, -3)] == [
        "+22 points",
        "+1 point",
        "0 points",
        "−1 point",
        "−3 points",
    ]
    assert count_text(1, "study", "studies") == "1 study"
    assert count_text(12345, "row") == "12,345 rows"


def test_small_probabilities_never_read_as_zero_or_one():
    assert [probability_text(x) for x in (0, 1e-9, 0.004, 0.4036, 0.9981, 1)] == [
        "0.00",
        "<0.01",
        "<0.01",
        "0.40",
        ">0.99",
        "1.00",
    ]
    assert [share_text(x) for x in (0, 0.001, 0.405, 0.9999, 1)] == ["0 %", "under 1 %", "41 %", "over 99 %", "100 %"]


def test_a_weight_without_a_finite_value_is_total():
    assert weight_text(None) == weight_text(math.inf) == "total"
    assert weight_text(1.7262) == "1.73"


def test_exact_numbers_keep_the_digits_they_were_written_with():
    assert [exact_text(x) for x in (-8.461, 75.0, 0.1, -0.0)] == ["−8.461", "75", "0.1", "0"]


def test_huge_numbers_stay_short_and_infinite_ones_are_refused():
    assert number_text(-1.5e300) == "−1.50 × 10^300"
    assert signed_text(2e12) == "+2.00 × 10^12"
    with pytest.raises(ValueError, match="finite"):
        number_text(math.nan)
