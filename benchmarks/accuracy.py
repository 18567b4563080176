"""How exact each tier is, against whole numbers, and whether a reported range is ever wrong in a near tie."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from benchmarks import inputs, integers
from benchmarks.effort import Effort
from benchmarks.inputs import Floats
from benchmarks.ours import Public
from generator.aggregation import batches
from generator.aggregation.reading import read
from generator.aggregation.simple_support import Support, combine_supports
from generator.model.benchmark import Accuracy
from generator.model.scale import RANGES, Intensity, IntensityRange
from generator.model.synthesis import Mass

SHARE, CLEAR = Fraction(3, 4), Fraction(1, 10**12)
"""A gap under ``CLEAR`` counts as a tie."""


def _near_one(rows: int, bodies: int, seed: int = 3) -> Floats:
    """Belief values within 1e-12 … 1 of 1, their distances spread evenly over the orders of magnitude."""
    return 1 - 10.0 ** -np.random.default_rng(seed).uniform(0, 12, (rows, bodies))


def _tiny(rows: int, bodies: int, seed: int = 4) -> Floats:
    """Belief values of 1e-12 … 1."""
    return 10.0 ** -np.random.default_rng(seed).uniform(0, 12, (rows, bodies))


KINDS: tuple[tuple[str, Callable[[int, int], Floats]], ...] = (
    ("belief values of 0.05–0.6", inputs.ordinary),
    ("less from each", inputs.faint),
    ("within 1e-12 of 1", _near_one),
    ("down to 1e-12", _tiny),
)


def errors(effort: Effort) -> Iterator[Accuracy]:
    """The largest relative errors, by size, kind of belief values and tier."""
    for bodies in effort.exact_bodies:
        rows = max(1, min(20, 1_000 // bodies))
        for words, make in KINDS:
            masses = make(rows, bodies)
            exact = [integers.combine(inputs.supports(row)) for row in masses]
            case = f"{bodies:,} bodies, {words}"
            for tier in ("plain", "numpy", "numba"):
                found = Public(masses, tier)()
                error = max(one.mass_error(row) for one, row in zip(exact, found.tolist(), strict=True))
                yield Accuracy(case, tier, error, _weight_error(tier, masses, exact))


def _weight_error(tier: str, masses: Floats, exact: list[integers.Exact]) -> float | None:
    """The NumPy tier gives no weight of conflict; numba gives it for subsets, here the only subset of one unit."""
    if tier == "numpy":
        return None
    found = (_weight(tier, inputs.supports(row)) for row in masses)
    return max(one.weight_error(weight) for one, weight in zip(exact, found, strict=True))


def _weight(tier: str, supports: list[Support]) -> float:
    if tier == "plain":
        return combine_supports(supports).weight
    return float(batches.subsets([supports], inputs.POLICY).weight[1])


@dataclass(frozen=True, slots=True)
class Readings:
    """Of ``cases`` near ties, in ``clear`` the exact gap is 1e-12 or more; there, so many ranges are wrong."""

    cases: int
    clear: int
    wrong: int


def near_ties(effort: Effort) -> Readings:
    """Read the range of random bodies whose beliefs nearly tie, by the plain tier and by numba."""
    cases = [_case(np.random.default_rng((5, k))) for k in range(effort.near_ties)]
    combined = [combine_supports(case).masses for case in cases]
    by_numba = batches.readings(np.array(combined), inputs.POLICY)
    clear = wrong = 0
    for case, masses, code in zip(cases, combined, by_numba.tolist(), strict=True):
        expected, gap = _exact_reading(case)
        if gap >= CLEAR:
            plain = read(
                [Mass(one, mass) for one, mass in zip(RANGES, masses, strict=True) if mass], inputs.POLICY
            ).range
            clear, wrong = clear + 1, wrong + (plain != expected or RANGES[code] != expected)
    return Readings(effort.near_ties, clear, wrong)


def _case(random: np.random.Generator) -> list[Support]:
    """Two levels, or a level and its pair, that tie but for a difference of 1e-13 … 1e-8, amid other evidence."""
    off = float(10 ** random.uniform(-13, -8) * random.choice((-1, 1)))
    i, b = int(random.integers(0, 6)), float(random.uniform(0.2, 0.8))
    around = [(0, 6, 0.5), (max(0, i - 1), min(6, i + 2), float(random.uniform(0, 0.9)))]
    if random.random() < 0.5:
        near = [(i, i, b), (i + 1, i + 1, b + off)]
    else:
        # The level holds exactly three quarters of its pair: b = 3/4 · (b + (1 − b) · c).
        near = [(i, i, b * 0.9), (i, i + 1, b * 0.9 / (3 * (1 - b * 0.9)) + off)]
    twice = [(*one[:2], 1e-3) for one in near] if len({j for j, *_ in near}) == 2 else []
    case = [one for one in (*near, *around, *twice) if 0 <= one[2] <= 1]
    return [case[k] for k in random.permutation(len(case))]


def _exact_reading(case: list[Support]) -> tuple[IntensityRange | None, Fraction]:
    """The reported range by exact masses, and the smallest difference that decided it."""
    exact = integers.combine(case)
    mass = {one: exact.fraction(k) for k, one in enumerate(RANGES)}
    singles = [IntensityRange.of(level) for level in Intensity]
    candidates, gaps = [(mass[one], -1, one) for one in singles if mass[one]], [Fraction(1)]
    for low in range(6):
        pair = IntensityRange(Intensity(low), Intensity(low + 1))
        belief = mass[pair] + mass[singles[low]] + mass[singles[low + 1]]
        margin = SHARE * belief - max(mass[singles[low]], mass[singles[low + 1]])
        if mass[pair]:
            gaps.append(abs(margin))
        if mass[pair] and margin > 0:
            candidates.append((belief, -2, pair))
    candidates.sort(key=lambda one: (one[0], one[1], -one[2].low))
    if len(candidates) > 1:
        gaps.append(candidates[-1][0] - candidates[-2][0])
    return (candidates[-1][2] if candidates else None), min(gaps)
