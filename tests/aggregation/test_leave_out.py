"""Leaving each body of evidence out at once is the same as combining all others anew."""

from __future__ import annotations

import random

import pytest

from generator.aggregation.leave_out import FROM, without_each_support, without_each_unit
from generator.aggregation.simple_support import combine_supports


def supports(count: int, seed: int, certain: int = 0) -> list[tuple[int, int, float]]:
    chance = random.Random(seed)
    made = []
    for number in range(count):
        low = chance.randint(0, 6)
        mass = 1.0 if number < certain else round(chance.random(), 3)
        made.append((low, chance.randint(low, 6), mass))
    return made


@pytest.mark.parametrize(("count", "certain"), [(1, 0), (5, 0), (FROM, 0), (300, 0), (FROM, 1), (FROM, 2), (300, 1)])
def test_it_is_what_the_others_combine_to(count, certain):
    given = supports(count, seed=count, certain=certain)
    found = list(without_each_support(given))
    assert len(found) == count
    for number in range(0, count, max(1, count // 25)):
        again = combine_supports(given[:number] + given[number + 1 :])
        assert found[number].masses == pytest.approx(again.masses, rel=1e-12, abs=1e-300)
        assert found[number].conflict == pytest.approx(again.conflict, rel=1e-12)
        assert found[number].weight == pytest.approx(again.weight, rel=1e-12)


def test_thousands_of_bodies_that_doubles_could_not_hold():
    given = [(number % 3, 3, 0.999) for number in range(3000)]
    found = list(without_each_support(given))
    for number in (0, 1500, 2999):
        again = combine_supports(given[:number] + given[number + 1 :])
        assert found[number].masses == pytest.approx(again.masses, rel=1e-12, abs=1e-300)


def test_without_the_only_body_nothing_is_known():
    (found,) = without_each_support([(0, 0, 0.5)])
    assert found.masses[6] == 1


@pytest.mark.parametrize("count", [40, 2 * FROM])
def test_bodies_that_are_left_out_together(count):
    given = supports(count, seed=count, certain=1)
    units = [given[start : start + 1 + start % 7] for start in range(0, count, 7)]
    everything = [one for unit in units for one in unit]
    for unit, found in zip(units, without_each_unit(units), strict=True):
        others = list(everything)
        for one in unit:
            others.remove(one)
        again = combine_supports(others)
        assert found.masses == pytest.approx(again.masses, rel=1e-12, abs=1e-300)
        assert found.weight == pytest.approx(again.weight, rel=1e-12)


def test_the_order_of_many_bodies_changes_no_digit():
    given = supports(2 * FROM, seed=7)
    found = dict(zip(given, without_each_support(given), strict=True))
    assert dict(zip(given[::-1], without_each_support(given[::-1]), strict=True)) == found
