"""Every combination of studies, against exact fractions one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import assume, given, settings

from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.scenario import SubsetShares
from generator.sensitivity import study_subsets
from tests.bodies import EVIDENCE_FACTORY, SANTOS_2015, bodies, body
from tests.sensitivity.cases import case_of, evidence, exactly, near_tie, reported


def brute_force(pieces: Sequence[EffectEvidence], studies: Sequence[str], policy) -> list[tuple[set[str], bool]]:
    """Every non-empty combination of ``studies``, and whether the range of all of them is reported."""
    wanted = reported(exactly(pieces), policy)
    found = []
    for size in range(1, len(studies) + 1):
        for chosen in combinations(studies, size):
            combined = exactly([one for one in pieces if one.study in chosen])
            assume(not near_tie(combined, policy))
            found.append((set(chosen), wanted is not None and reported(combined, policy) == wanted))
    return found


@pytest.mark.parametrize("policy", [EVIDENCE_FACTORY, SANTOS_2015], ids=lambda one: one.id)
@given(pieces=evidence())
@settings(max_examples=40)
def test_shares_are_those_of_every_single_combination(review: Review, policy, pieces):
    studies = [*dict.fromkeys(one.study for one in pieces), "silent-0", "silent-1"]
    expected = brute_force(pieces, studies, policy)
    (result,) = study_subsets.run(case_of(review, pieces, policy, silent=2))
    holding = sum(holds for _, holds in expected)
    assert result.value("subsets") == len(expected) == 2 ** len(studies) - 1
    assert result.value("share_holding") == holding / len(expected)
    assert isinstance(result.extra, SubsetShares)
    for one in result.extra.studies:
        with_it = [holds for chosen, holds in expected if one.study in chosen]
        without = [holds for chosen, holds in expected if one.study not in chosen]
        failing = [chosen for chosen, holds in expected if not holds]
        assert one.holding_with == sum(with_it) / len(with_it)
        assert one.holding_without == sum(without) / len(without)
        assert one.part_of_failing == (sum(one.study in it for it in failing) / len(failing) if failing else None)


def test_a_conclusion_of_the_only_study_holds_with_it_and_never_without(review: Review):
    (result,) = study_subsets.run(case_of(review, [body("WP", 0.6, study="a")]))
    assert result.setting == (("share_holding", 1.0), ("subsets", 1))
    assert isinstance(result.extra, SubsetShares)
    (only,) = result.extra.studies
    assert (only.holding_with, only.holding_without, only.part_of_failing) == (1.0, None, None)


def test_studies_that_report_nothing_count_as_exactly_half_of_the_combinations(review: Review):
    (result,) = study_subsets.run(case_of(review, [body("WP", 0.6, study="a")], silent=40))
    assert result.value("subsets") == 2**41 - 1
    assert result.value("share_holding") == 2**40 / (2**41 - 1)


def test_the_study_that_upsets_the_others_is_named(review: Review):
    pieces = bodies(("WP", 0.5), ("WP", 0.5), ("SN", 0.6), ("WP", 0.5))
    (result,) = study_subsets.run(case_of(review, pieces))
    assert isinstance(result.extra, SubsetShares)
    assert result.extra.most_in_failing == "study-2"
    assert result.extra.most_missing is None


def test_without_a_reported_range_nothing_holds(review: Review):
    (result,) = study_subsets.run(case_of(review, bodies(("SN", 1.0), ("SP", 1.0))))
    assert (result.range, result.value("share_holding"), result.conflict.weight) == (None, 0.0, None)


def test_too_many_studies_leave_the_question_out(review: Review):
    pieces = [body("WP", 0.1, study=f"s{number}", number=number) for number in range(23)]
    assert study_subsets.run(case_of(review, pieces)) == ()


@given(pieces=evidence())
@settings(max_examples=30)
def test_the_order_of_the_evidence_does_not_matter(review: Review, pieces):
    (one,) = study_subsets.run(case_of(review, pieces))
    (other,) = study_subsets.run(case_of(review, pieces[::-1]))
    assert one.setting == other.setting
    assert isinstance(one.extra, SubsetShares)
    assert isinstance(other.extra, SubsetShares)
    assert set(one.extra.studies) == set(other.extra.studies)
