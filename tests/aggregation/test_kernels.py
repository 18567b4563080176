"""Every tier, batch and subset against exact fractions, where doubles come to their end."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from fractions import Fraction

import numpy as np
import pytest

from generator.aggregation import RANGES as MASKS
from generator.aggregation import batches, combine_simple_supports, kernels
from generator.aggregation.simple_support import Support
from generator.model.scale import RANGES, IntensityRange
from tests.bodies import EVIDENCE_FACTORY, SANTOS_2015, levels
from tests.conftest import ROOT
from tests.oracles import exact

RELATIVE = Fraction(1, 10**13)
TARGET = levels("NE-IF")
NINE = ((2, 2), (1, 2), (3, 3), (2, 3), (0, 1), (3, 4), (4, 4), (1, 3), (4, 5))


def mask(low: int, high: int) -> int:
    return (1 << (high + 1)) - (1 << low)


def bodies(count: int, seed: int, furthest: float = 1e-12) -> list[Support]:
    """Bodies of evidence whose masses are within 1e-12 … ``furthest`` of 1."""
    source = random.Random(seed)
    return [(*NINE[k % 9], 1 - 10 ** -source.uniform(-np.log10(furthest), 12.0001)) for k in range(count)]


def oracle(supports: list[Support]) -> exact.Exact:
    return exact.combine(exact.simple_support(mask(low, high), mass) for low, high, mass in supports)


def belief(masses: exact.Masses, on: IntensityRange) -> Fraction:
    return exact.belief(masses, on.mask)


def near(found: float, expected: Fraction) -> bool:
    return abs(Fraction(float(found)) - expected) <= RELATIVE * expected or (expected < 1e-150 and found < 1e-150)


@pytest.mark.parametrize("tier", ["plain", "numpy", "numba"])
@pytest.mark.parametrize("count", [1, 19, 50])
@pytest.mark.parametrize("furthest", [1e-12, 0.9])
def test_every_tier_agrees_with_fractions_in_every_mass(tier: str, count: int, furthest: float):
    supports = bodies(count, 3, furthest)
    focal = [mask(low, high) for low, high, _ in supports]
    masses, conflict = combine_simple_supports(focal, [[b for *_, b in supports]] * 5, tier)
    expected = oracle(supports)
    for row, against in zip(masses, conflict, strict=True):
        assert near(against, 1 - expected.kept)
        assert all(near(m, expected.masses.get(one, Fraction(0))) for one, m in zip(MASKS, row, strict=True))


@pytest.mark.parametrize("rows", range(1, 14))
def test_how_a_batch_is_cut_does_not_change_a_bit(rows: int):
    values = np.random.default_rng(4).uniform(0, 1, (rows, 19))
    values[0, 0], values[-1, 3:6] = 1.0, 1 - 1e-16
    focal = [mask(*NINE[k % 9]) for k in range(19)]
    whole = combine_simple_supports(focal, values, "numba")
    each = [combine_simple_supports(focal, row, "numba") for row in values]
    assert np.array_equal(whole[0], [masses for masses, _ in each])
    assert np.array_equal(whole[1], [conflict for _, conflict in each])


@pytest.mark.parametrize("policy", [EVIDENCE_FACTORY, SANTOS_2015], ids=lambda policy: policy.id)
def test_subsets_of_fifty_bodies_within_a_trillionth_of_one(policy):
    units = [bodies(10, seed) for seed in range(5)]
    found = batches.subsets(units, policy, TARGET)
    for chosen in range(1, 32):
        expected = oracle([one for k, unit in enumerate(units) if chosen >> k & 1 for one in unit])
        assert near(found.belief[chosen], belief(expected.masses, TARGET))
        weight = -(np.log10(float(expected.kept)) if expected.kept > 1e-300 else logarithm(expected.kept))
        assert found.weight[chosen] == pytest.approx(weight, rel=1e-13)
        masses = np.array([[float(expected.masses.get(one, 0)) for one in MASKS]])
        assert found.readings[chosen] == batches.readings(masses, policy)[0]


def logarithm(value: Fraction) -> float:
    """log10 of a fraction too small for a double."""
    power = value.denominator.bit_length() - value.numerator.bit_length()
    return float(np.log10(float(value * 2**power))) - power * float(np.log10(2))


def test_a_unit_of_a_thousand_bodies_near_one():
    many, few = [(2, 2, 1 - 1e-12)] * 1000 + [(4, 4, 1 - 1e-12)] * 1000, [(2, 3, 0.5), (4, 4, 0.3)]
    found = batches.subsets([many, few], EVIDENCE_FACTORY, levels("WN"))
    # Nothing but the two sides of the thousand decide, and of the few what speaks for one of them.
    assert found.belief[1] == pytest.approx(0.5, rel=1e-13)
    assert found.belief[3] == pytest.approx(0.7 / 1.2, rel=1e-13)
    lost = -logarithm(2 * (1 - Fraction(1 - 1e-12)) ** 1000)
    assert found.weight[1] == pytest.approx(lost, rel=1e-13)
    assert found.weight[3] == pytest.approx(lost - np.log10((0.7 + 0.5) / 2), rel=1e-13)


def test_a_certain_body_beside_thousands_near_one():
    certain, many = [(2, 3, 1.0)], [(3, 3, 1 - 1e-12)] * 1000 + [(3, 4, 1 - 1e-12)] * 2000
    found = batches.subsets([certain, many, [(5, 6, 1.0)]], EVIDENCE_FACTORY, levels("IF"))
    assert found.belief[[1, 2, 3]] == pytest.approx([0, 1, 1], rel=1e-13)
    assert found.readings[5] == found.readings[7] == batches.NO_RESULT
    assert np.isnan(found.belief[[5, 7]]).all()
    assert np.isposinf(found.weight[[5, 7]]).all()
    assert found.readings[0] == batches.NO_RANGE


@pytest.mark.parametrize("furthest", [1e-12, 0.9])
def test_draws_of_fifty_bodies_agree_with_fractions(furthest: float):
    supports = bodies(50, 6, furthest)
    ranges = [IntensityRange.from_mask(mask(low, high)) for low, high, _ in supports]
    values = [b for *_, b in supports]
    given = (ranges, values, values, [k % 7 for k in range(50)], EVIDENCE_FACTORY)
    found = batches.draws(*given, seed=1, first=0, count=6, target=TARGET)
    expected = oracle(supports)
    assert all(near(one, belief(expected.masses, TARGET)) for one in found.belief)
    assert all(near(one, exact.plausibility(expected.masses, TARGET.mask)) for one in found.plausibility)
    assert all(near(one, 1 - expected.kept) for one in found.conflict)


def test_a_batch_on_all_cores_is_the_same_batch():
    rows, places = np.random.default_rng(5).uniform(0, 1, (4099, 3)), np.array([8, 14, 7])
    for mass in (rows, rows[:3]):
        found = [[np.empty((len(mass), 28)), np.empty(len(mass)), np.empty(len(mass))] for _ in range(2)]
        kernels.simple_supports(places, mass, *found[0])
        kernels.simple_supports_parallel(places, mass, *found[1])
        assert all(np.array_equal(one, other) for one, other in zip(*found, strict=True))


def test_draws_do_not_depend_on_their_block():
    given = ([RANGES[8], RANGES[14], RANGES[8]], [0.1, 0.2, 0.3], [0.9, 0.8, 1.0], [0, 1, 0], EVIDENCE_FACTORY)
    whole = batches.draws(*given, seed=9, first=0, count=23, target=TARGET)
    parts = [batches.draws(*given, seed=9, first=k, count=n, target=TARGET) for k, n in ((0, 1), (1, 6), (7, 16))]
    for name in ("readings", "belief", "plausibility", "conflict"):
        assert np.array_equal(np.concatenate([getattr(one, name) for one in parts]), getattr(whole, name))


@pytest.mark.skipif("NUMBA_DISABLE_JIT" in os.environ, reason="runs as Python already")
def test_every_kernel_runs_as_python():
    files = ["tests/aggregation", "tests/properties/test_simple_supports_agree_with_fractions.py"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files],
        cwd=ROOT, env=dict(os.environ, NUMBA_DISABLE_JIT="1"), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
