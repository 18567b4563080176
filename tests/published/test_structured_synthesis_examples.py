"""Small published or reported cases of structured synthesis: order of conflict, and the two readings."""

import itertools

import pytest

from generator.aggregation import aggregate_effect
from tests.bodies import EVIDENCE_FACTORY, SANTOS_2015, bodies, masses_of


def test_the_conflict_reported_is_that_of_the_last_step():
    first_two = aggregate_effect(bodies(("SP", 0.9), ("WN", 0.8)), EVIDENCE_FACTORY)
    found = aggregate_effect(bodies(("SP", 0.9), ("WN", 0.8), ("SP", 0.7)), EVIDENCE_FACTORY)
    assert first_two.conflict.last_step == pytest.approx(0.72, abs=1e-12)
    assert found.conflict.last_step == pytest.approx(0.2, abs=1e-12)
    assert masses_of(found)["SP"] == pytest.approx(0.866071, abs=1e-6)
    assert masses_of(found)["WN"] == pytest.approx(0.107143, abs=1e-6)


def test_the_two_readings_differ_where_neighbours_share_the_belief():
    evidence = bodies(("PO", 0.191), ("PO", 0.191), ("SP", 0.572))
    factory, santos = aggregate_effect(evidence, EVIDENCE_FACTORY), aggregate_effect(evidence, SANTOS_2015)
    assert factory.conflict.last_step == pytest.approx(0.197637, abs=1e-6)
    assert masses_of(factory) == pytest.approx({"PO": 0.184308, "SP": 0.466576, "SN–SP": 0.349116}, abs=1e-6)
    assert (str(factory.range), factory.belief) == ("SP", pytest.approx(0.466576, abs=1e-6))
    assert (str(santos.range), santos.belief) == ("PO–SP", pytest.approx(0.650884, abs=1e-6))


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_tie_goes_to_fewer_levels_in_any_order(order):
    # Masses IF .4, NE–WN .4, Θ .2 arise from these three: the conflicting product is normalised away.
    supports = [("IF", 2 / 3), ("NE-WN", 2 / 3), ("IF", 0.0)]
    found = aggregate_effect(bodies(*(supports[place] for place in order)), EVIDENCE_FACTORY)
    assert masses_of(found) == pytest.approx({"IF": 0.4, "NE–WN": 0.4, "SN–SP": 0.2}, abs=1e-12)
    assert (str(found.range), found.tied) == ("IF", True)
