"""The algebra of Dempster's rule, on mass functions of any shape."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.aggregation import TotalConflict, combine
from tests.oracles import exact
from tests.properties.strategies import exactly, mass_functions

BODIES = st.lists(mass_functions(), max_size=6)


def combined(rows: list[np.ndarray]) -> np.ndarray | None:
    try:
        return combine(np.array(rows).reshape(len(rows), 128)).mass
    except TotalConflict:
        return None


def same(one: np.ndarray | None, other: np.ndarray | None) -> bool:
    return (one is None) == (other is None) and (one is None or bool(np.allclose(one, other, rtol=0, atol=1e-12)))


@given(BODIES)
def test_combination_agrees_with_exact_fractions(rows):
    expected = exact.combine(map(exactly, rows))
    if expected.masses is None:
        with pytest.raises(TotalConflict):
            combine(np.array(rows))
        return
    found = combine(np.array(rows).reshape(len(rows), 128))
    for mask in range(128):
        assert abs(Fraction(float(found.mass[mask])) - expected.masses.get(mask, 0)) <= Fraction(1, 10**12)
    assert abs(found.conflict_last_step - float(expected.last_step)) <= 1e-12
    assert abs(found.conflict_total - float(1 - expected.kept)) <= 1e-12


@given(BODIES, st.randoms())
def test_order_does_not_matter(rows, random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert same(combined(rows), combined(shuffled))


@given(BODIES, BODIES)
def test_combining_in_two_groups_changes_nothing(one, other):
    first, second = combined(one), combined(other)
    parts = None if first is None or second is None else combined([first, second])
    assert same(parts, combined([*one, *other]))


@given(BODIES)
def test_saying_nothing_changes_nothing(rows):
    vacuous = np.zeros(128)
    vacuous[127] = 1
    assert same(combined(rows), combined([vacuous, *rows]))


@given(BODIES)
def test_masses_sum_to_one_and_belief_never_exceeds_plausibility(rows):
    found = combined(rows)
    if found is None:
        return
    assert found.sum() == pytest.approx(1, abs=1e-12)
    for mask in range(1, 128):
        belief = sum(found[inner] for inner in range(1, 128) if inner & ~mask == 0)
        plausibility = sum(found[other] for other in range(1, 128) if other & mask)
        against = sum(found[inner] for inner in range(1, 128) if inner & mask == 0)
        assert belief <= plausibility + 1e-12
        assert plausibility == pytest.approx(1 - against, abs=1e-12)
