"""Dempster's rule in exact fractions, as short and as plain as it can be said.

A mass function is a dict {bit mask: Fraction}. Doubles written as fractions do not quite sum to 1, so what is kept is
divided by itself, not by 1 − K. Nothing here is shared with the code under test.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

THETA = 127
Masses = dict[int, Fraction]


@dataclass(frozen=True)
class Exact:
    """Combined masses (None under total conflict), K of the last step, and Π(1 − K)."""

    masses: Masses | None
    last_step: Fraction
    kept: Fraction


def combine(bodies: Iterable[Masses]) -> Exact:
    masses, last, kept = {THETA: Fraction(1)}, Fraction(0), Fraction(1)
    for body in bodies:
        product: Masses = {}
        for one, mass in masses.items():
            for other, weight in body.items():
                product[one & other] = product.get(one & other, Fraction(0)) + mass * weight
        against, left = product.pop(0, Fraction(0)), sum(product.values(), Fraction(0))
        last = against / (against + left)
        kept *= 1 - last
        if left == 0:
            return Exact(None, last, kept)
        masses = {mask: mass / left for mask, mass in product.items() if mass}
    return Exact(masses, last, kept)


def simple_support(mask: int, mass: float | Fraction) -> Masses:
    focal = Fraction(mass)
    if mask == THETA:
        return {THETA: Fraction(1)}
    return {key: value for key, value in ((mask, focal), (THETA, 1 - focal)) if value}


def belief(masses: Masses, mask: int) -> Fraction:
    return sum((mass for key, mass in masses.items() if key & ~mask == 0), Fraction(0))


def plausibility(masses: Masses, mask: int) -> Fraction:
    return sum((mass for key, mass in masses.items() if key & mask), Fraction(0))
