"""Random mass functions and bodies of evidence that shrink to something a person can read."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import strategies as st

from generator.model.scale import RANGES

MASSES = st.one_of(
    st.sampled_from([0.0, 1.0, 0.5, 1e-12, 1 - 1e-12, 1e-300]),
    st.floats(min_value=0, max_value=1, allow_subnormal=False),
)
SUPPORTS = st.lists(st.tuples(st.sampled_from(RANGES), MASSES), max_size=12)


@st.composite
def mass_functions(draw: st.DrawFn) -> np.ndarray:
    """One row of 128: up to five focal sets of any shape, whose shares are whole numbers."""
    focal = draw(st.lists(st.integers(1, 127), min_size=1, max_size=5, unique=True))
    shares = draw(st.lists(st.integers(1, 10**6), min_size=len(focal), max_size=len(focal)))
    row = np.zeros(128)
    for mask, share in zip(focal, shares, strict=True):
        row[mask] = float(Fraction(share, sum(shares)))
    return row


def exactly(row: np.ndarray) -> dict[int, Fraction]:
    return {int(mask): Fraction(float(row[mask])) for mask in np.flatnonzero(row)}
