"""Shapley's values: what each player adds to a game, averaged over the orders in which players can join.

Where every subset's worth is known, all orders are averaged; beyond ``MOST_EXACT`` players, seeded orders are, each
with its reverse. Either way the values of a game add up to that of all players less that of none, since the gains
along every single order do.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Sets = NDArray[np.bool_]
"""(sets, players): which players each set holds."""
Worth = Callable[[Sets], Floats]

MOST_EXACT = 16
ORDERS = 2048
"""Orders where not all are averaged: a value is then good to about 0.01 of the largest gain of its player."""
FEWEST_ORDERS = 64
WORK = 100_000_000
"""Bodies of evidence to combine, over all orders, before there are fewer than ``ORDERS`` of them."""
SEED = 20250701


@dataclass(frozen=True, slots=True)
class Shares:
    """``values`` by player; ``orders`` counts the seeded orders, 0 where all were averaged."""

    values: tuple[float, ...]
    orders: int


def shapley(worth: Worth, players: int, width: int = 1) -> Shares:
    """Shapley's values; ``worth`` takes sets of players, ``width`` is how much work one set is."""
    if players <= MOST_EXACT:
        sets = np.arange(2**players)[:, None] >> np.arange(players) & 1 == 1
        return Shares(over_all_orders(worth(sets)), 0)
    pairs = min(ORDERS, max(FEWEST_ORDERS, WORK // (players * width))) // 2
    return Shares(_sampled(worth, players, pairs), 2 * pairs)


def over_all_orders(worth: Floats) -> tuple[float, ...]:
    """Shapley's values from the ``worth`` (2**players,) of every set of players, each at its bit mask."""
    players = len(worth).bit_length() - 1
    sizes = np.bitwise_count(np.arange(len(worth), dtype=np.uint32))
    # |S|! (n − |S| − 1)! / n! for a set S that a player joins; nobody joins the set of all.
    chance = np.array([1 / (players * math.comb(players - 1, size)) for size in range(players)] + [0.0])
    values = []
    for player in range(players):
        sides = worth.reshape(-1, 2, 2**player)
        joining = chance[sizes.reshape(-1, 2, 2**player)[:, 0, :]]
        values.append(float(((sides[:, 1, :] - sides[:, 0, :]) * joining).sum()))
    return tuple(values)


def _sampled(worth: Worth, players: int, pairs: int) -> tuple[float, ...]:
    numbers = np.random.default_rng(SEED)
    total = np.zeros(players)
    block = max(1, 2**16 // (players + 1))
    for first in range(0, pairs, block):
        some = min(block, pairs - first)
        orders = np.argsort(numbers.random((some, players)), axis=1, kind="stable")
        for each in (orders, orders[:, ::-1]):
            total += _gains(worth, each)
    return tuple((total / (2 * pairs)).tolist())


def _gains(worth: Worth, orders: NDArray[np.int64]) -> Floats:
    """The sum over ``orders`` of what each player adds when its turn comes."""
    count, players = orders.shape
    turns = np.argsort(orders, axis=1, kind="stable")
    sets = turns[:, None, :] < np.arange(players + 1)[:, None]
    values = worth(sets.reshape(-1, players)).reshape(count, players + 1)
    gains = np.diff(values, axis=1)
    return np.asarray(np.take_along_axis(gains, turns, axis=1).sum(axis=0), dtype=np.float64)
