"""Our three tiers as things to time: everything they need is laid out beforehand."""

from __future__ import annotations

import numpy as np

from benchmarks import inputs
from benchmarks.inputs import Floats
from generator.aggregation import kernels
from generator.aggregation.combine import combine_simple_supports
from generator.aggregation.simple_support import Support, combine_supports
from generator.model.scale import RANGES

PLAIN, NUMPY, NUMBA = "plain Python", "NumPy", "numba"
PUBLIC = "numba, public function"


class Kernel:
    """The numba kernel on (batch, n) masses, writing into arrays that are there already."""

    def __init__(self, masses: Floats) -> None:
        self.masses = np.ascontiguousarray(masses)
        self.places = inputs.places(masses.shape[1])
        self.out = np.empty((len(masses), 28))
        self.conflict, self.kept = np.empty(len(masses)), np.empty(len(masses))

    def __call__(self) -> None:
        kernels.simple_supports(self.places, self.masses, self.out, self.conflict, self.kept)


class Public:
    """``combine_simple_supports`` on (n,) or (batch, n) masses by one tier."""

    def __init__(self, masses: Floats, tier: str) -> None:
        self.focal = np.array([inputs.mask(*one) for one in inputs.ranges(masses.shape[-1])], dtype=np.uint8)
        self.masses, self.tier = masses, tier

    def __call__(self) -> Floats:
        return combine_simple_supports(self.focal, self.masses, tier=self.tier)[0]


def plain(supports: list[Support]) -> dict[int, float]:
    """{bit mask: mass} by the plain tier."""
    return by_mask(combine_supports(supports).masses)


def by_mask(masses: tuple[float, ...] | Floats) -> dict[int, float]:
    """28 masses as {bit mask: mass}."""
    return {one.mask: float(mass) for one, mass in zip(RANGES, masses, strict=True)}
