"""Shapley's values, against every order in which players can join."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from generator import shapley
from generator.shapley import over_all_orders

WORTH = np.array([0.0, 1.0, 0.5, 3.0, -2.0, 0.25, 4.0, 7.0])
"""Of the eight sets of three players, each at its bit mask."""


def added(worth: np.ndarray, players: int) -> list[float]:
    orders = list(permutations(range(players)))
    gains = [0.0] * players
    for order in orders:
        held = 0
        for player in order:
            gains[player] += worth[held | 1 << player] - worth[held]
            held |= 1 << player
    return [gain / len(orders) for gain in gains]


def test_values_are_gains_averaged_over_all_orders():
    assert over_all_orders(WORTH) == pytest.approx(added(WORTH, 3), abs=1e-12)


def test_values_add_up_to_what_all_players_have_more_than_none():
    assert sum(over_all_orders(WORTH)) == pytest.approx(WORTH[-1] - WORTH[0], abs=1e-12)


def test_seeded_orders_come_close_and_add_up_too(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shapley, "MOST_EXACT", 2)
    found = shapley.shapley(lambda sets: WORTH[sets @ np.array([1, 2, 4])], 3)
    assert found.orders == shapley.ORDERS
    assert found.values == pytest.approx(over_all_orders(WORTH), abs=0.1)
    assert sum(found.values) == pytest.approx(WORTH[-1] - WORTH[0], abs=1e-9)
