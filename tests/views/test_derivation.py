"""The derivation of one number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.conversion.convert import piece as convert_piece
from generator.model.problem import Place
from generator.model.study import EffectRecord, Pair, Pairs, Stated
from generator.views.derivation import steps
from tests.bodies import body, levels
from tests.views.records import concluded


def by_title(found):
    return {step.title: step for step in found}


def evidence(content, model, effect):
    return next(one for one in content.pieces if (one.evidence_model, one.effect) == (model, effect))


def test_a_discounted_value_shows_every_step_with_its_numbers(content):
    piece = evidence(content, "alizadeh-2025/int8", "accuracy")
    synthesis = content.syntheses[0].effect("accuracy")
    without = content.without["full", "accuracy", "alizadeh-2025/int8"]
    found = by_title(steps(content.review, piece, synthesis, without))
    assert list(found) == [
        "Input", "Mean improvement", "Range on the seven-level scale", "Study belief", "Discount", "Mass",
        "Influence on the synthesis",
    ]  # fmt: skip
    assert "mean = 1.404" in found["Input"].formulas
    assert found["Mean improvement"].result == "+1.404 %"
    assert found["Range on the seven-level scale"].formulas == ("|mean| = 1.404 % ≤ 2 %",)
    assert found["Study belief"].result == "B = 0.7130"
    assert found["Discount"].formulas[-1] == "m = 0.7130 × (1 − 0.393), rounded to 3 decimals = 0.433"
    assert found["Mass"].formulas == ("m({IF}) = 0.433", "m(Θ) = 1 − 0.433 = 0.567")
    assert found["Influence on the synthesis"].formulas == (
        "with it: WN, belief 0.8858",
        "without it: WN, belief 0.9318",
    )
    assert found["Influence on the synthesis"].result == "the range stays WN; its belief moves by −5 points"


def test_a_negative_mean_is_mirrored_and_an_unanswered_question_explained(content):
    found = by_title(steps(content.review, evidence(content, "paul-2022/q0.2", "accuracy")))
    assert "mirrored" in found["Range on the seven-level scale"].explanation
    assert found["Range on the seven-level scale"].formulas == ("5 % < |mean| = 8.461 % ≤ 10 %",)
    assert "counts as zero" in found["Study belief"].explanation
    assert "quality = mean of 10 questions = 0.4933" in found["Study belief"].formulas
    assert "single observation" in found["Discount"].explanation


@pytest.fixture
def with_record(content):
    def build(measurement):
        place = Place("studies/x.yaml", 3, 1)
        record = EffectRecord("accuracy", "accuracy", measurement, "table 2", None, place)
        model = content.review.studies[0].evidence_models[0]
        belief = next(one for one in content.pieces if one.study == model.study).study_belief
        policy = content.review.rules.discount_policy("iqr")
        return convert_piece(replace(model, effects=(record,)), record, belief, policy, content.review.rules)

    return build


def test_pairs_are_listed_and_averaged(content, with_record):
    place = Place("studies/x.yaml", 3, 1)
    pairs = Pairs("percent", tuple(Pair(80.0, 78.0 + n, None, f"run {n}", None, place) for n in range(3)), None)
    found = by_title(steps(content.review, with_record(pairs)))
    assert found["Input"].formulas[0] == "run 0: 80 % → 78 %: −2.500 %"
    assert found["Input"].result == "3 paired observations"
    assert found["Mean improvement"].formulas[0] == "((−2.500) + (−1.250) + 0.000) / 3 = −1.250"


def test_many_pairs_are_shortened_in_the_sum_only(content, with_record):
    place = Place("studies/x.yaml", 3, 1)
    pairs = Pairs("percent", tuple(Pair(50.0, 51.0, None, None, None, place) for _ in range(20)), None)
    found = by_title(steps(content.review, with_record(pairs)))
    assert len(found["Input"].formulas) == 20
    assert "…" in found["Mean improvement"].formulas[0]


def test_a_stated_range_is_taken_as_it_is(content, with_record):
    found = by_title(steps(content.review, with_record(Stated(levels("IF-WP"), "the authors say so"))))
    assert "Mean improvement" not in found
    assert found["Input"].formulas == ("because: the authors say so",)
    assert found["Range on the seven-level scale"].result == "IF–WP (indifferent to weakly positive)"
    assert "no spread" in found["Discount"].explanation


def test_influence_tells_the_special_cases_apart(content):
    review = content.review
    piece = evidence(content, "paul-2022/q0.2", "accuracy")

    def influence(synthesis, without=None):
        return steps(review, piece, synthesis, without)[-1]

    alone = concluded(body("WN", 0.4))
    assert "it is the conclusion" in influence(alone).explanation
    fight = concluded(body("SN", 1.0, "a"), body("SP", 1.0, "b"))
    assert influence(fight, alone).result == "it changes the reported range from WN to none"
    silent = concluded(body("SN", 0.0), body("SP", 0.0))
    assert "no result with or without" in influence(silent, silent).result
    assert influence(fight).result == "total conflict, no result"
