"""The weakest evidence that would change a conclusion, against a fine grid in exact fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.review import Review
from generator.model.scale import Intensity, IntensityRange
from generator.model.scenario import Turn
from generator.sensitivity import what_would_change
from tests.bodies import EVIDENCE_FACTORY, SANTOS_2015, bodies, levels
from tests.oracles import exact
from tests.sensitivity.cases import case_of, evidence, exactly, near_tie, reported

STEPS = 40
CLOSE = Fraction(1, 10**7)


def with_one_more(pieces, stated: IntensityRange, value: Fraction) -> exact.Exact:
    return exactly(pieces, exact.simple_support(stated.mask, value))


def answers(review: Review, pieces, policy=EVIDENCE_FACTORY) -> dict[IntensityRange, tuple[float | None, object]]:
    found = {}
    for result in what_would_change.run(case_of(review, pieces, policy)):
        stated = IntensityRange.of(*(Intensity[name] for name in result.value("stated_range")))
        assert isinstance(result.extra, Turn)
        found[stated] = (result.value("smallest_belief_value"), result.extra.becomes)
    return found


@pytest.mark.parametrize("policy", [EVIDENCE_FACTORY, SANTOS_2015], ids=lambda one: one.id)
@given(pieces=evidence(most=5), place=st.integers(0, 12))
@settings(max_examples=60)
def test_nothing_changes_below_the_smallest_value_and_something_above(review: Review, policy, pieces, place):
    stated = what_would_change.STATED[place]
    whole = exactly(pieces)
    if whole.masses is None:
        assert answers(review, pieces, policy)[stated] == (None, None)
        return
    smallest, becomes = answers(review, pieces, policy)[stated]
    now = reported(whole, policy)
    limit = Fraction(1) if smallest is None else Fraction(smallest)
    for step in range(1, STEPS + 1):
        value = Fraction(step, STEPS)
        if value < limit - CLOSE or smallest is None:
            found = with_one_more(pieces, stated, value)
            assert near_tie(found, policy) or reported(found, policy) == now, float(value)
    if smallest is not None:
        nearby = [with_one_more(pieces, stated, min(limit + shift, Fraction(1))) for shift in (0, CLOSE)]
        assert any(reported(one, policy) != now or near_tie(one, policy) for one in nearby)
        assert becomes != now


def test_it_is_found_where_the_reading_changes_back_again(review: Review):
    """More and more evidence on IF–WP first makes the pair, then nothing else, the answer: no bisection finds that."""
    found = answers(review, bodies(("IF", 0.5), ("WP", 0.3)))
    smallest, becomes = found[levels("IF-WP")]
    assert becomes == levels("IF-WP")
    assert smallest is not None
    before = exactly(bodies(("IF", 0.5), ("WP", 0.3), ("IF-WP", smallest - 1e-6)))
    after = exactly(bodies(("IF", 0.5), ("WP", 0.3), ("IF-WP", smallest + 1e-6)))
    assert reported(before, EVIDENCE_FACTORY) == levels("IF")
    assert reported(after, EVIDENCE_FACTORY) == levels("IF-WP")


def test_a_single_body_falls_to_a_stronger_one_by_hand(review: Review):
    """Against {WP} 0.5, evidence b on SN wins if 0.5·b > 0.5·(1 − b): from one half on; so does the tie rule there."""
    smallest, becomes = answers(review, bodies(("WP", 0.5)))[levels("SN")]
    assert smallest == pytest.approx(0.5, abs=1e-12)
    assert becomes == levels("SN")


def test_agreeing_evidence_never_changes_it(review: Review):
    assert answers(review, bodies(("WP", 0.5)))[levels("WP")] == (None, None)


def test_certain_evidence_is_only_undone_by_a_contradiction_as_certain(review: Review):
    assert answers(review, bodies(("WP", 1.0)))[levels("SN")] == (1.0, None)


def test_a_tie_falls_to_the_least_evidence(review: Review):
    smallest, becomes = answers(review, bodies(("IF", 0.4), ("SP", 0.4)))[levels("SP")]
    assert (smallest, becomes) == (0.0, levels("SP"))
