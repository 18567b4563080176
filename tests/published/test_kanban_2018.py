"""The Kanban synthesis, JSERD 6:13 (2018), doi 10.1186/s40411-018-0057-1: one pairwise combination."""

import pytest

from generator.aggregation import aggregate_effect
from tests.bodies import EVIDENCE_FACTORY, bodies, masses_of


def test_two_opposed_ranges_keep_what_the_article_prints():
    found = aggregate_effect(bodies(("WN-IF", 0.423), ("PO-SP", 0.397)), EVIDENCE_FACTORY)
    assert found.conflict.last_step == pytest.approx(0.167931, abs=1e-6)
    assert masses_of(found) == pytest.approx({"WN–IF": 0.306548, "PO–SP": 0.275301, "SN–SP": 0.418152}, abs=1e-6)
