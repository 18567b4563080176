"""Cohen's kappa against numbers worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.double_extraction.kappa import kappa
from generator.model.second_extraction import FEWEST_FOR_KAPPA

SIDES = ("yes", "no")


def pairs(both_yes: int, yes_no: int, no_yes: int, both_no: int) -> list[tuple[str, str]]:
    counted = ((("yes", "yes"), both_yes), (("yes", "no"), yes_no), (("no", "yes"), no_yes), (("no", "no"), both_no))
    return [pair for pair, count in counted for _ in range(count)]


@pytest.mark.parametrize(
    ("counts", "observed", "by_chance", "value"),
    [
        # Of 50: 35 alike; shares of yes 25/50 and 30/50, so by chance 1/2 x 3/5 + 1/2 x 2/5 = 1/2.
        ((20, 5, 10, 15), Fraction(7, 10), Fraction(1, 2), Fraction(2, 5)),
        # Of 100, as often alike but with other shares of yes, 85/100 and 45/100 and the like: less than chance gives.
        ((45, 15, 25, 15), Fraction(3, 5), Fraction(27, 50), Fraction(3, 23)),
        ((25, 35, 5, 35), Fraction(3, 5), Fraction(23, 50), Fraction(7, 27)),
        ((10, 0, 0, 10), Fraction(1), Fraction(1, 2), Fraction(1)),
        ((0, 10, 10, 0), Fraction(0), Fraction(1, 2), Fraction(-1)),
    ],
)
def test_kappa_is_what_the_table_gives_by_hand(counts, observed: Fraction, by_chance: Fraction, value: Fraction):
    found = kappa(pairs(*counts), SIDES)
    assert (found.observed, found.by_chance, found.value) == (observed, by_chance, value)
    assert found.counts == ((counts[0], counts[1]), (counts[2], counts[3]))
    assert found.compared == sum(counts)


def test_kappa_is_left_open_where_chance_alone_agrees_or_too_little_was_compared():
    assert kappa(pairs(50, 0, 0, 0), SIDES).value is None
    assert kappa(pairs(FEWEST_FOR_KAPPA - 1, 0, 0, 0), SIDES).value is None
    assert kappa(pairs(FEWEST_FOR_KAPPA - 1, 1, 0, 0), SIDES).value == 0
    assert kappa([], SIDES).observed is None


def test_a_category_that_nobody_knows_is_a_mistake():
    with pytest.raises(ValueError, match="not among"):
        kappa([("yes", "perhaps")], SIDES)
