"""What happens at the edges of double precision."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest

from generator.aggregation import RANGES, TotalConflict, combine, combine_simple_supports
from generator.aggregation.simple_support import combine_supports
from tests.oracles import exact


def test_alternating_evidence_far_beyond_the_smallest_double():
    supports = [(0, 0, 0.999), (6, 6, 0.999)] * 500
    found = combine_supports(supports)
    assert found.masses[0] == pytest.approx(0.5, rel=1e-13)
    assert sum(found.masses) == pytest.approx(1, abs=1e-13)
    # 1 − K = 2·10⁻¹⁵⁰⁰ less 10⁻³⁰⁰⁰: each side kept only where the other's thousandth powers are not active.
    inactive = Fraction(1) - Fraction(0.999)
    expected = 2 * inactive**500 - inactive**1000
    logarithm = (expected.denominator.bit_length() - expected.numerator.bit_length()) * math.log10(2)
    assert found.weight == pytest.approx(logarithm, abs=0.31)
    assert found.conflict == 1.0


def test_conflict_that_rounds_to_one_is_not_total():
    masses, conflict = combine_simple_supports([1, 64], [[1 - 2**-53, 1 - 2**-53], [1.0, 1.0]])
    assert masses[0][RANGES.index(1)] == pytest.approx(0.5, rel=1e-12)
    assert conflict.tolist() == [pytest.approx(1.0), 1.0]
    assert np.isnan(masses[1]).all()


def test_a_mass_too_small_for_a_double_still_decides_when_it_is_all_that_is_left():
    table = np.zeros((3, 128))
    table[:2, 1], table[:2, 2] = 1.0, 1e-200
    table[2, 2] = 1.0
    found = combine(table)
    assert found.mass[2] == 1.0
    assert found.conflict_total == 1.0


def alternating(count: int, likely: float) -> np.ndarray:
    table = np.zeros((2 * count, 128))
    table[:count, 1], table[:count, 64] = likely, 1 - likely
    table[count:, 1], table[count:, 64] = 1 - likely, likely
    return table


@pytest.mark.parametrize(("count", "likely"), [(60, 0.999999), (330, 0.9), (400, 0.9), (1000, 0.75)])
def test_a_mass_that_looked_lost_comes_back_when_later_evidence_supports_it(count, likely):
    table = alternating(count, likely)
    found = combine(table)
    expected = exact.combine({int(k): Fraction(float(row[k])) for k in np.flatnonzero(row)} for row in table)
    for mask in (1, 64):
        assert found.mass[mask] == pytest.approx(float(expected.masses[mask]), abs=1e-12)
    assert found.conflict_last_step == pytest.approx(float(expected.last_step), abs=1e-12)


def test_masses_that_no_double_can_hold_still_decide():
    table = np.zeros((4, 128))
    table[:2, 1], table[:2, 64] = 1.0, 1e-200
    table[2:, 64], table[2:, 127] = 1.0, 1e-240
    found = combine(table)
    assert found.mass[64] == 1.0
    assert found.conflict_total == 1.0


def test_denormal_masses_keep_their_proportion():
    table = np.zeros((2, 128))
    table[0, 1], table[0, 2], table[0, 64] = 3e-320, 1e-320, 1.0
    table[1, 3] = 1.0
    found = combine(table)
    assert found.mass[1] / found.mass[2] == pytest.approx(3e-320 / 1e-320, rel=1e-12)


def test_total_conflict_is_an_exception_for_masses_and_nan_for_supports():
    table = np.zeros((2, 128))
    table[0, 0b0000101], table[1, 0b1010000] = 1, 1
    with pytest.raises(TotalConflict):
        combine(table)
    masses, conflict = combine_simple_supports([1, 64], [1.0, 1.0])
    assert np.isnan(masses).all()
    assert conflict == 1


def test_many_bodies_stay_normalised():
    rng = np.random.default_rng(7)
    table = np.zeros((400, 128))
    for row in table:
        focal = rng.integers(1, 128, size=3)
        row[focal] += rng.dirichlet(np.ones(3)) * 0.9
        row[127] += 1 - row.sum()
    found = combine(table)
    expected = exact.combine({int(k): Fraction(float(row[k])) for k in np.flatnonzero(row)} for row in table[:150])
    first = combine(table[:150])
    assert found.mass.sum() == pytest.approx(1, abs=1e-12)
    assert max(abs(first.mass[k] - float(v)) for k, v in expected.masses.items()) < 1e-12


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({(1, 3): -0.1, (1, 127): 1.1}, "row 1: a mass is negative"),
        ({(1, 127): float("nan")}, "row 1: a mass is not a finite number"),
        ({(1, 0): 0.5, (1, 127): 0.5}, "row 1: there is mass on the empty set"),
        ({(1, 127): 0.9}, "row 1: the masses sum to 0.9"),
    ],
)
def test_bad_masses_name_their_row(change, message):
    table = np.zeros((2, 128))
    table[:, 127] = 1
    for place, value in change.items():
        table[place] = value
    with pytest.raises(ValueError, match=message):
        combine(table)


@pytest.mark.parametrize("mass", [[-0.1], [1.1], [float("nan")], [float("inf")]])
def test_a_support_outside_zero_and_one_is_refused(mass):
    with pytest.raises(ValueError, match="not in 0–1"):
        combine_simple_supports([1], mass)


@pytest.mark.parametrize("focal", [[0b101], [0], [257], [-1], [1.5], [[1]], ["1"]])
def test_what_is_not_a_range_is_refused(focal):
    with pytest.raises(ValueError, match=r"not a contiguous range|whole numbers in one dimension"):
        combine_simple_supports(focal, [0.5])


def test_no_bodies_leave_everything_open():
    masses, conflict = combine_simple_supports([], [])
    assert masses[RANGES.index(127)] == 1
    assert conflict == 0
    assert combine(np.zeros((0, 128))).mass[127] == 1


def test_ten_thousand_bodies_of_evidence():
    found = combine_supports([(3, 3, 0.001)] * 5000 + [(3, 4, 0.002)] * 5000)
    only_if = 1 - (1 - Fraction(0.001)) ** 5000
    assert found.masses[[(r & 0b0001000) == 8 and r == 0b0001000 for r in RANGES].index(True)] == pytest.approx(
        float(only_if), rel=1e-13
    )


@pytest.mark.parametrize("tier", ["plain", "numpy", "numba"])
def test_a_mass_that_underflows_while_others_stay_is_not_lost(tier):
    sure = 1 - 1e-12
    ranges, count = (0b0000011, 0b0000110, 0b0000010, 0b1100000), 30
    focal = [mask for mask in ranges[:3] for _ in range(count)] + [ranges[3]] * count
    masses, _ = combine_simple_supports(focal, [[sure] * len(focal)] * 20, tier)
    expected = exact.combine(exact.simple_support(mask, sure) for mask in focal)
    for mask, mass in zip(RANGES, masses[0], strict=True):
        assert mass == pytest.approx(float(expected.masses.get(mask, 0)), rel=1e-12, abs=1e-280)
