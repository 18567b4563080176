"""Changes and their causes, against the same evidence edited step by step and concluded anew."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from itertools import combinations, permutations
from pathlib import Path
from time import process_time

import pytest

from generator.aggregation import aggregate, combine_simple_supports
from generator.aggregation.measures import belief
from generator.changes import compare
from generator.conversion import convert
from generator.model.change import CauseKind, ChangeKind, ClaimChange, Comparison, Edit
from generator.model.review import Review, SourceFile
from generator.model.scale import IntensityRange
from generator.model.synthesis import EffectSynthesis
from tests.changes import (
    ADD,
    BAND,
    BOUNDS,
    CERTAIN,
    COMMENT,
    CONTRADICTION,
    CORRECT,
    DIRECTION,
    DISCOUNT,
    EXCLUDE,
    RATE,
    READING,
    REMOVE,
    TINY,
    UNANSWERED,
    Step,
    reviewed,
)
from tests.conftest import CASE_STUDY, SHIPPED, read

MIXES = {
    "studies": (ADD, REMOVE, CORRECT),
    "membership": (EXCLUDE, REMOVE, CORRECT),
    "discount": (DISCOUNT, REMOVE, CORRECT),
    "parameters": (RATE, ADD, EXCLUDE),
    "bounds": (BOUNDS, DIRECTION, CORRECT, ADD),
    "beliefs": (BAND, UNANSWERED, ADD, DISCOUNT),
    "reading": (READING, ADD, CORRECT),
    "everything": (ADD, CORRECT, EXCLUDE, DISCOUNT, BOUNDS),
}


def conclusions(review: Review) -> dict[tuple[str, str], EffectSynthesis]:
    found = aggregate(review, dict(convert(review).by_policy))
    return {(synthesis.id, one.effect): one for synthesis in found for one in synthesis.effects}


@pytest.fixture(params=MIXES, scope="module")
def mixture(request, tmp_path_factory) -> tuple[Comparison, dict[frozenset[Edit], dict]]:
    """A comparison, and what ``aggregate`` says with every subset of the edits made."""
    steps = MIXES[request.param]
    folder = tmp_path_factory.mktemp(request.param)
    subsets = [some for size in range(len(steps) + 1) for some in combinations(steps, size)]
    reviews = {some: reviewed(folder / str(number), some) for number, some in enumerate(subsets)}
    comparison = compare(reviews[()], reviews[steps], "1.0", "2.0")
    return comparison, {frozenset(s.edit for s in some): conclusions(review) for some, review in reviews.items()}


def worth(found: EffectSynthesis | None, measured: IntensityRange) -> float:
    return 0.0 if found is None else belief(found.masses, measured)


def test_every_edit_is_found_and_nothing_else(mixture):
    comparison, states = mixture
    assert set(comparison.edits) == max(states, key=len)


def test_outcomes_are_those_of_aggregate_on_both_sides(mixture):
    comparison, states = mixture
    before, after = states[frozenset()], max(states.items(), key=lambda item: len(item[0]))[1]
    assert {(one.synthesis, one.effect) for one in comparison.claims} == before.keys() | after.keys()
    for one in comparison.claims:
        for outcome, state in ((one.before, before), (one.after, after)):
            found = state.get((one.synthesis, one.effect))
            assert (outcome is None) == (found is None)
            if outcome is not None:
                assert (outcome.range, outcome.conflict) == (found.range, found.conflict)
                assert outcome.belief == pytest.approx(found.belief, abs=1e-12)
                assert (outcome.studies, outcome.reports) == (len(found.studies), len(found.evidence))


def test_shares_are_shapleys_values_of_the_recomputed_conclusions(mixture):
    comparison, states = mixture
    edits = comparison.edits
    for one in comparison.changed():
        key, shares = (one.synthesis, one.effect), dict.fromkeys(edits, 0.0)
        for order in permutations(edits):
            for place, edit in enumerate(order):
                one_less, with_it = (states[frozenset(order[:end])].get(key) for end in (place, place + 1))
                shares[edit] += worth(with_it, one.measured) - worth(one_less, one.measured)
        found = {cause.edit: cause.share for cause in one.causes}
        for edit, total in shares.items():
            assert found.get(edit, 0.0) == pytest.approx(total / math.factorial(len(edits)), abs=1e-12)


def test_without_a_cause_the_claim_is_what_the_other_edits_lead_to(mixture):
    comparison, states = mixture
    for one in comparison.changed():
        for cause in one.causes:
            found = states[frozenset(comparison.edits) - {cause.edit}].get((one.synthesis, one.effect))
            assert (cause.without is None) == (found is None)
            if found is not None:
                assert cause.without.range == found.range
                assert cause.without.belief == pytest.approx(found.belief, abs=1e-12)
                assert cause.without.conflict.weight == pytest.approx(found.conflict.weight, abs=1e-12)


def test_shares_add_up(mixture):
    for one in mixture[0].changed():
        assert math.fsum(cause.share for cause in one.causes) == pytest.approx(one.total, abs=1e-12)


def changed(folder: Path, *steps: Step) -> Comparison:
    return compare(read(TINY), reviewed(folder / "after", steps), "1.0", "2.0")


def test_the_same_evidence_has_no_edits_and_no_changes(tmp_path):
    comparison = changed(tmp_path)
    assert (comparison.edits, comparison.changed(), comparison.idle) == ((), (), ())
    assert len(comparison.claims) == 3


def test_a_file_edited_without_touching_a_number_is_an_edit_of_no_influence(tmp_path):
    comparison = changed(tmp_path, COMMENT)
    assert comparison.edits == comparison.idle == (COMMENT.edit,)
    assert comparison.changed() == ()


def test_a_change_of_the_reading_policy_moves_no_mass_but_is_named(tmp_path):
    comparison = compare(read(SHIPPED), reviewed(tmp_path / "after", (READING,), SHIPPED), "1.0", "2.0")
    moved = comparison.changed()
    assert moved
    for one in moved:
        (cause,) = one.causes
        assert (cause.edit, cause.share) == (READING.edit, 0.0)
        assert cause.without == one.before


def test_a_new_vocabulary_is_no_change_of_a_rule(tmp_path):
    text = "  lead_time:\n    title: Lead time"
    more = (
        "  mood:\n    title: Mood\n    family: effort\n    metrics: [lead_time]\n    meaning: Mood.\n"
        "    better: mood rises\n    worse: mood falls\n"
    )
    comparison = changed(tmp_path, Step(ADD.edit, (("review/effects.yaml", text, more + text),)))
    assert comparison.edits == ()


def test_an_order_that_changed_is_named_and_explains_the_conflict_of_the_last_step_only(tmp_path):
    models = "  - doe-2020/one\n  - doe-2020/two\n  - roe-2021/all\n"
    turned = "  - roe-2021/all\n  - doe-2020/two\n  - doe-2020/one\n"
    comparison = changed(tmp_path, Step(ADD.edit, (("syntheses/full.yaml", models, turned),)))
    assert [edit.subject for edit in comparison.edits] == ["order"]
    assert comparison.idle == comparison.edits
    assert comparison.changed() == ()
    after = conclusions(read(tmp_path / "after"))
    assert comparison.of("full", "lead_time").after.conflict == after["full", "lead_time"].conflict


def test_a_synthesis_that_only_one_state_plans_comes_and_goes_with_its_plan(tmp_path):
    text = (TINY / "syntheses/full.yaml").read_text(encoding="utf-8").partition("published:")[0]
    planned = Step(ADD.edit, (), (("syntheses/some.yaml", text.replace("id: full", "id: some")),))
    old, new = read(TINY), reviewed(tmp_path / "after", (planned,))
    there, back = compare(old, new, "1", "2"), compare(new, old, "2", "1")
    for comparison, kind, edit in ((there, ChangeKind.NEW, "planned"), (back, ChangeKind.WITHDRAWN, "dropped")):
        mine = [one for one in comparison.claims if one.synthesis == "some"]
        assert {one.kind for one in mine} == {kind}
        assert {cause.edit for one in mine for cause in one.causes} == {Edit(CauseKind(edit), "some")}
        assert all(one.causes[0].share == pytest.approx(one.total, abs=1e-12) for one in mine)
    assert [one.synthesis for one in back.claims] == ["full"] * 3 + ["some"] * 3


def test_total_conflict_counts_as_no_belief_and_stops_nothing(tmp_path):
    calm, torn = reviewed(tmp_path / "calm"), reviewed(tmp_path / "torn", (CERTAIN, CONTRADICTION))
    one = compare(calm, torn, "1", "2").of("full", "escaped_defects")
    assert (one.after.range, one.after.belief, one.after.conflict.total) == (None, None, 1.0)
    assert one.kind is ChangeKind.SHIFTED
    assert (one.measured, one.belief_after) == (one.before.range, 0.0)
    assert {cause.edit for cause in one.causes} == {CERTAIN.edit, CONTRADICTION.edit}
    back = compare(torn, calm, "2", "1").of("full", "escaped_defects")
    for change in (one, back):
        assert math.fsum(cause.share for cause in change.causes) == pytest.approx(change.total, abs=1e-12)


def test_evidence_that_supports_nothing_has_no_range_to_be_measured(tmp_path):
    nothing = ("studies/doe-2020.yaml", "{given: 1, because: It is certain.}", "{given: 0, because: It is not.}")
    empty = Step(CERTAIN.edit, (*CERTAIN.texts, nothing))
    old, new = reviewed(tmp_path / "old", (REMOVE,)), reviewed(tmp_path / "new", (REMOVE, empty))
    gone = compare(old, new, "1", "2").of("full", "lead_time")
    assert (gone.kind, gone.after.range, gone.measured) == (ChangeKind.SHIFTED, None, gone.before.range)
    assert gone.causes[0].share == pytest.approx(-gone.before.belief, abs=1e-12)
    still = compare(new, reviewed(tmp_path / "more", (REMOVE, empty, COMMENT)), "1", "2").of("full", "lead_time")
    assert (still.kind, still.measured) == (ChangeKind.UNCHANGED, None)


def test_a_study_that_cannot_be_converted_by_the_other_rules_keeps_its_own(tmp_path):
    few = (
        (
            "studies/doe-2020.yaml",
            "{reported: {mean: 27.5, std: 4.2, iqr: 5.0, n: 3}}",
            "{reported: {mean: 27.5, n: 3}}",
        ),
    )
    comparison = changed(tmp_path, DISCOUNT, Step(CORRECT.edit, few))
    one = comparison.of("full", "escaped_defects")
    assert {cause.edit for cause in one.causes} == {DISCOUNT.edit, CORRECT.edit}
    assert math.fsum(cause.share for cause in one.causes) == pytest.approx(one.total, abs=1e-12)


@pytest.fixture(scope="module")
def shipped() -> Comparison:
    return compare(read(CASE_STUDY), read(SHIPPED), "1.0", "2.0")


def test_every_conclusion_of_the_shipped_review_whose_range_changed_is_named(shipped):
    before, after = conclusions(read(CASE_STUDY)), conclusions(read(SHIPPED))
    moved = {key for key in before.keys() & after.keys() if before[key].range != after[key].range}
    ranged = {ChangeKind.REVERSED, ChangeKind.SHIFTED, ChangeKind.WIDENED, ChangeKind.NARROWED}
    assert {(one.synthesis, one.effect) for one in shipped.claims if one.kind in ranged} == moved
    assert {("full", "accuracy"), ("full", "inference_latency")} <= moved


def test_the_causes_of_the_shipped_review_add_up(shipped):
    for one in shipped.changed():
        assert one.causes, one.effect
        assert math.fsum(cause.share for cause in one.causes) == pytest.approx(one.total, abs=1e-12)


def shares(one: ClaimChange) -> dict[Edit, float]:
    return {cause.edit: cause.share for cause in one.causes}


def test_seeded_orders_come_close_to_all_orders_and_still_add_up(shipped, monkeypatch):
    monkeypatch.setattr("generator.shapley.MOST_EXACT", 1)
    sampled = compare(read(CASE_STUDY), read(SHIPPED), "1.0", "2.0")
    assert sampled == compare(read(CASE_STUDY), read(SHIPPED), "1.0", "2.0")
    for one, exact in zip(sampled.changed(), shipped.changed(), strict=True):
        assert math.fsum(shares(one).values()) == pytest.approx(one.total, abs=1e-12)
        assert (one.exact, one.orders) == ((False, 2048) if len(one.causes) > 1 else (True, 0))
        assert shares(one) == pytest.approx(shares(exact), abs=0.02)


def test_every_tier_tells_the_same(monkeypatch):
    old, new = read(CASE_STUDY), read(SHIPPED)
    new = replace(new, plans=new.plans[:1])
    monkeypatch.setattr("generator.shapley.MOST_EXACT", 8)
    monkeypatch.setattr("generator.shapley.ORDERS", 20)
    told = {}
    for tier in ("plain", "numpy", "numba"):
        monkeypatch.setattr(
            "generator.changes.game.combine_simple_supports", partial(combine_simple_supports, tier=tier)
        )
        told[tier] = compare(old, new, "1.0", "2.0")
    for tier in ("numpy", "numba"):
        for one, other in zip(told["plain"].changed(), told[tier].changed(), strict=True):
            assert [cause.edit for cause in one.causes] == [cause.edit for cause in other.causes]
            assert shares(one) == pytest.approx(shares(other), abs=1e-10)


def many(count: int) -> Review:
    """The tiny review with very many copies of its second study."""
    base = read(TINY)
    study, text = base.study("roe-2021"), "roe"
    copies = []
    for number in range(count):
        name = f"copy-{number}"
        models = tuple(replace(m, id=f"{name}/{m.slug}", study=name) for m in study.evidence_models)
        place = replace(study.place, path=f"studies/{name}.yaml")
        copies.append(replace(study, id=name, evidence_models=models, place=place))
    files = tuple(SourceFile(one.place.path, text) for one in copies)
    models = tuple(model.id for one in copies for model in one.evidence_models)
    plans = tuple(replace(plan, evidence_models=(*plan.evidence_models, *models)) for plan in base.plans)
    return replace(base, studies=(*base.studies, *copies), files=(*base.files, *files), plans=plans)


def test_a_thousand_studies_with_one_edit_take_seconds():
    old, whole = many(1000), many(1001)
    began = process_time()
    comparison = compare(old, whole, "1", "2")
    assert process_time() - began < 5
    assert [edit.subject for edit in comparison.edits] == ["copy-1000"]
