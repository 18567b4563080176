"""G. Shafer, A Mathematical Theory of Evidence, 1976, and L. Zadeh's well-known case against normalisation."""

import numpy as np
import pytest

from generator.aggregation import TotalConflict, aggregate_effect, combine
from tests.bodies import EVIDENCE_FACTORY, SANTOS_2015, bodies, masses_of


def rows(*functions: dict[int, float]) -> np.ndarray:
    table = np.zeros((len(functions), 128))
    for row, function in enumerate(functions):
        for mask, mass in function.items():
            table[row, mask] = mass
    return table


def test_zadeh_two_experts_agree_only_on_what_both_hold_unlikely():
    meningitis, concussion, tumour = 1, 2, 4
    found = combine(rows({meningitis: 0.99, tumour: 0.01}, {concussion: 0.99, tumour: 0.01}))
    assert found.mass[tumour] == pytest.approx(1, abs=1e-12)
    assert found.conflict_total == pytest.approx(0.9999, abs=1e-12)


def test_certainty_against_certainty_has_no_result():
    with pytest.raises(TotalConflict):
        combine(rows({1: 1.0}, {64: 1.0}))
    found = aggregate_effect(bodies(("SN", 1.0), ("SP", 1.0)), EVIDENCE_FACTORY)
    assert (found.range, found.belief, found.ignorance, found.delta_points, found.masses) == (
        None,
        None,
        None,
        None,
        (),
    )
    assert (found.conflict.last_step, found.conflict.total, found.conflict.weight) == (None, 1.0, None)


@pytest.mark.parametrize("policy", [EVIDENCE_FACTORY, SANTOS_2015], ids=lambda policy: policy.id)
def test_no_evidence_gives_no_range(policy):
    found = aggregate_effect(bodies(("IF", 0.0)), policy)
    assert (found.range, found.belief, found.ignorance, found.conflict.total) == (None, None, 1.0, 0.0)
    assert masses_of(found) == {"SN–SP": 1.0}
