"""The closed form for ranges: plain, compiled, uncompiled, and against exact fractions."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.aggregation import RANGES, combine_simple_supports, kernels
from generator.aggregation.simple_support import combine_supports
from tests.oracles import exact
from tests.properties.strategies import SUPPORTS

RELATIVE = Fraction(1, 10**13)


def close(found: float, expected: Fraction) -> bool:
    # Below 1e-280 a product on the way may be a denormal double, which has fewer digits.
    return abs(Fraction(found) - expected) <= RELATIVE * expected or expected < Fraction(1, 10**280)


def plain(supports):
    return combine_supports((int(one.low), int(one.high), mass) for one, mass in supports)


def oracle(supports):
    return exact.combine(exact.simple_support(one.mask, mass) for one, mass in supports)


@given(SUPPORTS)
def test_plain_python_agrees_with_exact_fractions_in_every_mass(supports):
    found, expected = plain(supports), oracle(supports)
    if expected.masses is None:
        assert (found.masses, found.conflict, found.weight) == ((), 1.0, math.inf)
        return
    for mask, mass in zip(RANGES, found.masses, strict=True):
        assert close(mass, expected.masses.get(mask, Fraction(0)))
    assert close(found.conflict, 1 - expected.kept)


@given(SUPPORTS, st.randoms())
def test_order_does_not_change_a_single_bit(supports, random):
    shuffled = list(supports)
    random.shuffle(shuffled)
    assert plain(supports) == plain(shuffled)


@given(SUPPORTS)
def test_compiled_and_uncompiled_and_plain_are_equal(supports):
    focal = np.array([one.mask for one, _ in supports], dtype=np.uint8)
    mass = np.array([[value for _, value in supports]])
    masses, conflict = combine_simple_supports(focal, mass)
    places = np.array([RANGES.index(one.mask) for one, _ in supports], dtype=np.int64)
    out, against, kept = np.empty((1, 28)), np.empty(1), np.empty(1)
    with np.errstate(divide="ignore", invalid="ignore"):
        kernels.simple_supports(places, mass, out, against, kept)
    found = plain(supports)
    if found.masses and kept[0] > 1e-250:
        np.testing.assert_allclose(masses[0], found.masses, rtol=1e-13, atol=1e-300)
        np.testing.assert_allclose(out, masses, rtol=1e-14, atol=1e-300)
        np.testing.assert_allclose(conflict[0], found.conflict, rtol=1e-13, atol=1e-300)
    elif not found.masses:
        assert np.isnan(masses).all()
        assert conflict[0] == 1


@given(st.lists(SUPPORTS.filter(lambda found: len(found) == 3), min_size=1, max_size=5))
def test_the_general_rule_and_the_closed_form_agree(batches):
    for supports in batches:
        expected, found = oracle(supports), plain(supports)
        assert (expected.masses is None) == (not found.masses)
