"""Reading the reported range, where it is not obvious."""

from __future__ import annotations

import pytest

from generator.aggregation.reading import read
from tests.bodies import EVIDENCE_FACTORY, SANTOS_2015, levels, masses


def outcome(policy, **by_range):
    found = read(masses(**by_range), policy)
    return str(found.range), found.tied


def test_a_pair_needs_mass_of_its_own():
    assert outcome(EVIDENCE_FACTORY, PO=0.3, SP=0.3, SN_SP=0.4) == ("PO", True)
    assert outcome(EVIDENCE_FACTORY, PO=0.3, SP=0.3, PO_SP=0.1, SN_SP=0.3) == ("PO–SP", False)


def test_a_pair_goes_if_one_level_has_three_quarters_of_its_belief():
    assert outcome(EVIDENCE_FACTORY, PO=0.6, PO_SP=0.1, SN_SP=0.3) == ("PO", False)


def test_three_quarters_exactly_goes_too_and_is_a_tie():
    assert outcome(EVIDENCE_FACTORY, PO=0.3, PO_SP=0.1, SN_SP=0.6) == ("PO", True)


def test_equal_beliefs_go_to_the_more_negative():
    assert outcome(EVIDENCE_FACTORY, NE=0.4, PO=0.4 + 1e-14, SN_SP=0.2) == ("NE", True)


def test_wider_ranges_lend_no_belief_to_single_levels():
    assert outcome(EVIDENCE_FACTORY, WP_SP=0.7, SN_SP=0.3) == ("None", False)


def test_the_descent_stops_where_too_much_belief_would_be_lost():
    assert outcome(SANTOS_2015, WP_SP=0.7, SN_SP=0.3) == ("WP–SP", False)
    assert outcome(SANTOS_2015, PO=0.5, PO_SP=0.2, SN_SP=0.3) == ("PO–SP", False)
    assert outcome(SANTOS_2015, PO=0.6, PO_SP=0.1, SN_SP=0.3) == ("PO", False)


def test_halves_that_tie_on_the_middle_alone_are_no_tie():
    assert outcome(SANTOS_2015, IF=0.5, SN_SP=0.5) == ("IF", False)


def test_halves_that_tie_on_opposite_ends_go_to_the_negative():
    assert outcome(SANTOS_2015, SN=0.3, SP=0.3, SN_SP=0.4) == ("SN", True)


@pytest.mark.parametrize("policy", [EVIDENCE_FACTORY, SANTOS_2015], ids=lambda policy: policy.id)
def test_a_single_body_reads_as_itself(policy):
    for text in ("SN", "NE-WN", "IF", "IF-WP", "SP"):
        name = text.replace("-", "_")
        assert read(masses(**{name: 0.2, "SN_SP": 0.8}), policy).range == levels(text)
