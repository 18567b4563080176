"""P. S. M. dos Santos, doctoral thesis, COPPE/UFRJ, 2015, tables 5 and 6 (as described by later works)."""

import pytest

from generator.aggregation import aggregate_effect
from tests.bodies import EVIDENCE_FACTORY, bodies, masses_of

TABLE_5 = (("PO-SP", 0.65), ("WP-PO", 0.4))


def test_table_5_two_overlapping_ranges_do_not_conflict():
    found = aggregate_effect(bodies(*TABLE_5), EVIDENCE_FACTORY)
    assert found.conflict.total == 0
    assert masses_of(found) == pytest.approx({"PO": 0.26, "PO–SP": 0.39, "WP–PO": 0.14, "SN–SP": 0.21}, abs=1e-12)
    assert (str(found.range), found.belief) == ("PO–SP", pytest.approx(0.65, abs=1e-12))


def test_table_6_a_third_body_on_one_level_decides():
    found = aggregate_effect(bodies(*TABLE_5, ("SP", 0.9)), EVIDENCE_FACTORY)
    assert found.conflict.last_step == pytest.approx(0.36, abs=1e-12)
    expected = {"SP": 0.84375, "PO": 0.040625, "PO–SP": 0.0609375, "WP–PO": 0.021875, "SN–SP": 0.0328125}
    assert masses_of(found) == pytest.approx(expected, abs=1e-12)
    assert str(found.range) == "SP"
