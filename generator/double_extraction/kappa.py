"""Agreement beyond chance (method page, equation 15)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from generator.model.second_extraction import FEWEST_FOR_KAPPA, Kappa


def kappa(pairs: Sequence[tuple[str, str]], categories: tuple[str, ...]) -> Kappa:
    """Cohen's kappa, κ = (p_o − p_e) ⁄ (1 − p_e), of pairs of categories: the first extractor's and the second's.

    p_o is the share of pairs that are equal, p_e the sum over the categories of the product of the shares that each
    extractor gave them. All three are exact fractions. Unweighted: categories are equal or not. κ is left undefined
    for fewer than ``FEWEST_FOR_KAPPA`` pairs and where p_e is 1: where both put everything into one same category.
    Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1),
    37–46, 1960. Raises ``ValueError`` for a category that is not among ``categories``.
    """
    places = {category: place for place, category in enumerate(categories)}
    if not all(each in places for pair in pairs for each in pair):
        raise ValueError("a category that is not among those given")
    counts = tuple(tuple(sum(pair == (one, other) for pair in pairs) for other in categories) for one in categories)
    total = len(pairs)
    if total == 0:
        return Kappa(categories, counts, None, None, None)
    observed = Fraction(sum(counts[place][place] for place in places.values()), total)
    rows, columns = map(sum, counts), map(sum, zip(*counts, strict=True))
    by_chance = Fraction(sum(row * column for row, column in zip(rows, columns, strict=True)), total**2)
    defined = total >= FEWEST_FOR_KAPPA and by_chance != 1
    value = (observed - by_chance) / (1 - by_chance) if defined else None
    return Kappa(categories, counts, observed, by_chance, value)
