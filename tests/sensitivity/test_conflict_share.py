"""Whose conflict it is: Shapley's shares against every order of the studies, in exact fractions."""

from __future__ import annotations

import math
from itertools import permutations

import pytest
from hypothesis import given, settings

from generator.model.review import Review
from generator.sensitivity import conflict_share
from tests.bodies import bodies, body
from tests.sensitivity.cases import case_of, evidence, exactly, weight


def added_on_average(pieces) -> dict[str, float]:
    """What each study adds to the weight of conflict, averaged over all orders; under total conflict the weight is 1
    if it is total and else 0."""
    studies = list(dict.fromkeys(one.study for one in pieces))
    total = math.isinf(weight(exactly(pieces)))

    def worth(chosen) -> float:
        found = weight(exactly([one for one in pieces if one.study in chosen]))
        return float(math.isinf(found)) if total else found

    added = dict.fromkeys(studies, 0.0)
    for order in permutations(studies):
        for place, study in enumerate(order):
            added[study] += worth(order[: place + 1]) - worth(order[:place])
    return {study: value / math.factorial(len(studies)) for study, value in added.items()}


def split(results) -> tuple[dict, dict]:
    shares = {result.value("studies"): result.value("share") for result in results}
    return {k: v for k, v in shares.items() if len(k) == 1}, {k: v for k, v in shares.items() if len(k) == 2}


@given(pieces=evidence(most=6))
@settings(max_examples=60)
def test_shares_of_studies_are_averages_over_all_orders(review: Review, pieces):
    singles, pairs = split(conflict_share.run(case_of(review, pieces)))
    added = added_on_average(pieces)
    whole = sum(added.values())
    if whole == 0:
        assert singles == pairs == {}
        return
    assert sum(singles.values()) == pytest.approx(1, abs=1e-12)
    assert sum(pairs.values()) == pytest.approx(1, abs=1e-12) or not pairs
    for (study,), share in singles.items():
        assert share == pytest.approx(added[study] / whole, rel=1e-9, abs=1e-9)


def test_two_studies_that_contradict_each_other_share_alike(review: Review):
    singles, pairs = split(conflict_share.run(case_of(review, bodies(("SN", 0.5), ("SP", 0.4)))))
    assert singles == pytest.approx({("study-0",): 0.5, ("study-1",): 0.5})
    assert pairs == {("study-0", "study-1"): 1.0}


def test_a_study_can_contradict_itself(review: Review):
    pieces = [body("SN", 0.5, "a", 0), body("SP", 0.4, "a", 1), body("SP", 0.5, "b", 2)]
    singles, pairs = split(conflict_share.run(case_of(review, pieces)))
    assert set(pairs) == {("a", "a"), ("a", "b")}
    assert singles["a",] > singles["b",]


def test_under_total_conflict_the_contradiction_itself_is_shared(review: Review):
    pieces = bodies(("SN", 1.0), ("SP", 1.0), ("SP", 0.5))
    singles, pairs = split(conflict_share.run(case_of(review, pieces)))
    assert singles == {("study-0",): 0.5, ("study-1",): 0.5, ("study-2",): 0.0}
    assert pairs == {("study-0", "study-1"): 1.0}


def test_without_conflict_there_is_nothing_to_share(review: Review):
    assert conflict_share.run(case_of(review, bodies(("IF", 0.5), ("IF-WP", 0.4)))) == ()
