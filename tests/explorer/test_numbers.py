"""The numbers of the engine: rounding, sums, discounts, bounds and how they are shown, each as Python does it."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from fractions import Fraction
from random import Random

import pytest

from generator.conversion.spread_discount import discounted
from generator.model.evidence import Improvement
from generator.model.review import Review
from generator.model.rules import Policy
from generator.sensitivity.intensity_bounds import _times
from generator.views import rounding
from tests.explorer.conftest import Engine

HALVES = [k / 2**p for p in range(1, 12) for k in (1, 3, 5, 7, 125, 1001, 99999)]
TIES = [sign * value for value in HALVES for sign in (1, -1)]
"""Doubles that stand exactly between two decimal numbers of some length."""
ODD = [
    0.0,
    0.705,
    1.005,
    2.675,
    0.045,
    1 - 2**-53,
    0.9999999995,
    0.0049999999995,
    1e-9,
    5e-10,
    5e-324,
    1e8,
    999999999.5,
]


def plain_numbers(seed: int, number: int) -> list[float]:
    random = Random(seed)
    near_halves = [random.randint(0, 2000) / 2000 + random.choice([0, 1e-16, -1e-16, 1e-12]) for _ in range(number)]
    return [*near_halves, *(random.uniform(-200, 200) for _ in range(number)), *TIES, *ODD]


def any_double(random: Random) -> float:
    (value,) = struct.unpack("<d", random.randbytes(8))
    return value if math.isfinite(value) else any_double(random)


@pytest.mark.parametrize("decimals", [0, 1, 2, 3, 9, 11])
def test_rounding_to_decimals_is_half_even_on_the_exact_value(engine: Engine, decimals: int):
    values = plain_numbers(decimals, 1000)
    assert engine.call("round", *((value, decimals) for value in values)) == [round(one, decimals) for one in values]


def test_sums_lose_nothing(engine: Engine):
    random = Random(5)
    lists = [[random.choice([1, -1]) * 10 ** random.uniform(-20, 20) for _ in range(30)] for _ in range(500)]
    lists += [[1e16, 1.0, 2**-53, -1e16], [0.1] * 10, [], [1.0, 2**-53, 2**-106], [1.0, 2**-53, -(2**-106)]]
    found = engine.call("exactSum", *((one,) for one in lists))
    assert list(map(float, found)) == [math.fsum(one) for one in lists]


def test_fractions_become_the_nearest_double(engine: Engine):
    program = """async (pairs) => {
        const { nearest } = await import('/engine/exact.js');
        return pairs.map(([top, bottom]) => nearest(BigInt(top), BigInt(bottom)));
    }"""
    random = Random(6)
    pairs = [(random.getrandbits(random.randint(1, 200)), random.getrandbits(random.randint(1, 200)) + 1)
             for _ in range(1000)]  # fmt: skip
    pairs += [(0, 1), (2**53 + 1, 1), (2**53 + 3, 1), (1, 2**1074), (3, 2**1075), (1, 2**1075), (2**52 + 1, 2**1074)]
    found = engine.page.evaluate(program, [[str(one) for one in pair] for pair in pairs])
    assert list(map(float, found)) == [top / bottom for top, bottom in pairs]


SHOWN: dict[str, Callable[..., str]] = {
    "numberText": rounding.number_text,
    "signedText": rounding.signed_text,
    "exactText": rounding.exact_text,
    "beliefText": rounding.belief_text,
    "beliefTextLong": rounding.belief_text_long,
    "percentText": rounding.percent_text,
    "weightText": rounding.weight_text,
}


@pytest.mark.parametrize("name", SHOWN)
def test_numbers_are_shown_with_the_same_digits(engine: Engine, name: str):
    random = Random(8)
    values = [*plain_numbers(1, 1000), 1.005e9, 1.015e9, -2.5e10, 1.235e300]
    values += [any_double(random) for _ in range(300)] if name != "beliefText" else []
    assert engine.call(name, *((value,) for value in values)) == [SHOWN[name](value) for value in values]


def test_probabilities_and_shares_read_0_or_1_only_if_they_are(engine: Engine):
    values = [*(abs(one) % 1 for one in plain_numbers(2, 1000)), 0.0, 1.0, 0.005, 0.995, 1e-300]
    assert engine.call("shareText", *((one,) for one in values)) == [rounding.share_text(one) for one in values]
    pairs = [(value, decimals) for value in values for decimals in (1, 2, 4)]
    assert engine.call("probabilityText", *pairs) == [rounding.probability_text(*pair) for pair in pairs]


def test_counts_and_points_read_the_same(engine: Engine):
    assert engine.call("pointsText", *((one,) for one in (-12, -1, 0, 1, 22))) == [
        rounding.points_text(one) for one in (-12, -1, 0, 1, 22)
    ]
    counts = [(0, "row"), (1, "row"), (999, "row"), (1204, "row"), (1234567, "study", "studies")]
    assert engine.call("countText", *counts) == [rounding.count_text(*one) for one in counts]


@pytest.mark.parametrize("name", ["beliefText", "beliefTextLong", "probabilityText", "pointsText"])
def test_a_dash_stands_where_there_is_no_number(engine: Engine, name: str):
    assert engine.call(name, (None,)) == [rounding.NO_VALUE]


def improvements(random: Random, number: int) -> list[Improvement]:
    """Measured improvements with every statistic that may be missing missing at times."""
    sizes: list[Callable[[], float]] = [lambda: 0.0, lambda: random.uniform(0, 50), lambda: random.randint(0, 9) / 4]
    return [
        Improvement(
            mean=random.choice([1, -1]) * random.choice(sizes)(),
            std=random.choice([None, *(size() for size in sizes)]),
            iqr=random.choice([None, *(size() for size in sizes)]),
            count=random.choice([None, 1, 2, 30]),
            clusters=random.choice([1, 2, 4, 5, 40]),
            each=(),
        )
        for _ in range(number)
    ]


def test_discounts_take_the_same_from_a_study_belief(engine: Engine, review: Review):
    random = Random(9)
    cases = [
        (random.choice([0.5, random.random()]), one, policy)
        for one in improvements(random, 1000)
        for policy in review.rules.discount_policies
    ]
    values = ("mean", "std", "iqr", "count", "clusters")
    found = engine.call(
        "beliefValue",
        *(
            (belief, {name: getattr(one, name) for name in values}, policy.id, dict(policy.parameters))
            for belief, one, policy in cases
        ),
    )
    assert found == [belief_value(*case) for case in cases]
    assert None in found


def belief_value(belief: float, measured: Improvement, policy: Policy) -> float | None:
    try:
        return discounted(belief, measured, policy).belief_value
    except ValueError:
        return None


def test_moved_bounds_have_the_digits_a_person_would_write(engine: Engine):
    random = Random(10)
    cases = [(bound, random.choice([0.8, 1.1, 2.0, random.uniform(0.1, 9)])) for bound in (0.8, 2, 5, 30) * 100]
    cases += [(16, 1 + 2**-15), (0.7, 0.1), (3, 1.1)]
    assert engine.call("scaled", *cases) == [_times(*case) for case in cases]


def test_numbers_far_below_the_smallest_double_add_up(engine: Engine):
    program = """async (cases) => {
        const { SCALED, quotient } = await import('/engine/scaled.js');
        const product = (factors) => factors.reduce((x, b) => SCALED.times(x, SCALED.of(b)), SCALED.one);
        return cases.map(([one, other]) => {
            const [x, y] = [product(one), product(other)];
            return quotient(x, SCALED.plus(x, y));
        });
    }"""
    random = Random(11)
    cases = []
    for _ in range(300):
        one = [10 ** -random.uniform(0, 150) for _ in range(random.randint(1, 8))]
        # The other one is as small, up to a few powers of ten, but made of other factors.
        size = sum(math.log10(factor) for factor in one) + random.uniform(-12, 12)
        parts = random.randint(max(1, math.ceil(-size / 290)), 12)
        cases.append((one, [10 ** min(0.0, size / parts)] * parts))
    exact = [
        float(x / (x + y))
        for x, y in ((math.prod(map(Fraction, one)), math.prod(map(Fraction, other))) for one, other in cases)
    ]
    assert engine.page.evaluate(program, cases) == pytest.approx(exact, rel=1e-12, abs=0)
