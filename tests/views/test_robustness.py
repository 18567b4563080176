"""Robustness in words: a sentence and a table per question, a verdict per conclusion."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.review import Review
from generator.model.scenario import Question, SynthesisSensitivity
from generator.sensitivity import run
from generator.views.robustness.question import question_view, question_views
from generator.views.robustness.subgroups import subgroup_sentence, subgroup_table
from generator.views.robustness.verdict import in_short, trials_table, verdict_sentence
from generator.views.rounding import probability_text
from generator.views.sensitivity_document import as_text
from generator.views.subgroup import path
from generator.views.table import Link
from tests.views.records import hostile


@pytest.fixture(scope="module")
def full(review: Review) -> SynthesisSensitivity:
    return run(review).of("full")


def sentence(review: Review, full: SynthesisSensitivity, effect: str, question: Question) -> str:
    view = question_view(review, full, full.synthesis.effect(effect), question)
    assert view is not None
    return view.sentence


def test_every_question_has_a_sentence_and_a_table_for_every_conclusion(review: Review, full: SynthesisSensitivity):
    for conclusion in full.synthesis.effects:
        views = question_views(review, full, conclusion)
        assert len(views) >= len(Question) - 1
        for view in views:
            assert view.sentence.endswith(".")
            assert view.sentence[0].isupper() or view.sentence[0].isdigit()
            assert view.table is not None
            assert view.table.rows
            assert all(len(row) == len(view.table.columns) for row in view.table.rows)


def test_sentences_say_what_matters(review: Review, full: SynthesisSensitivity):
    assert sentence(review, full, "f1_score", Question.LEAVE_ONE_STUDY_OUT) == (
        "Only S3 · Tao et al., 2022 reports this effect: without it nothing is left."
    )
    assert sentence(review, full, "storage_size", Question.LEAVE_ONE_STUDY_OUT) == (
        "Leaving out any one of its 5 studies leaves the range as it is."
    )
    assert sentence(review, full, "gpu_power_draw", Question.CUMULATIVE) == (
        "The range has been the same since 2025; before, it was another (2024: WP)."
    )
    assert sentence(review, full, "accuracy", Question.STUDY_SUBSETS).startswith(
        "The range is the same in 44 % of the 63 combinations of studies of the synthesis; of the others, S3 · Tao"
    )
    assert sentence(review, full, "inference_power_draw", Question.INTENSITY_BOUNDS) == (
        "1 of 15 variations of the bounds between levels changes the range: all bounds × 0.8 (WP–PO)."
    )


def test_verdicts_name_what_the_conclusion_depends_on(review: Review, full: SynthesisSensitivity):
    def said(effect: str) -> str:
        verdict = full.verdict(effect)
        assert verdict is not None
        assert len(trials_table(verdict).rows) == len(verdict.trials)
        return verdict_sentence(review, full.synthesis.effect(effect), verdict)

    assert said("storage_size") == "Robust: the range holds under all 7 questions that count."
    assert said("f1_score") == "Depends on its only study, S3 · Tao et al., 2022."
    assert said("accuracy").startswith("Fragile: the range fails 5 of 7 questions that count. It depends on ")


def test_in_short(review: Review, full: SynthesisSensitivity):
    assert in_short(review, full, full.synthesis.effect("storage_size")) == (
        "Holds in 98 % of the 63 combinations of studies; holds whichever study is left out."
    )
    assert in_short(review, full, full.synthesis.effect("gpu_power_draw")) == (
        "Holds in 51 % of the 63 combinations of studies; changes if S6 · Alizadeh et al., 2025 is left out."
    )


def test_subgroups_are_put_beside_the_full_synthesis(review: Review, full: SynthesisSensitivity):
    assert "contradict it: " in subgroup_sentence(full.subgroups, "accuracy")
    assert "None of " in subgroup_sentence(full.subgroups, "storage_size")
    assert subgroup_sentence(full.subgroups, "nothing") == ""
    assert all(len(row) == 6 for row in subgroup_table(review, full, "accuracy").rows)


def test_a_subgroup_leads_to_its_page_which_stands_below_every_synthesis_but_the_first(
    review: Review, full: SynthesisSensitivity
):
    rows = subgroup_table(review, full, "accuracy").rows
    groups = [group for group in full.subgroups if any(one.effect == "accuracy" for one in group.comparisons)]
    assert [row[0].link for row in rows] == [Link(path(review, group), "accuracy") for group in groups]
    elsewhere = replace(review, plans=(replace(review.plans[0], id="other"), *review.plans))
    links = [row[0].link for row in subgroup_table(elsewhere, full, "accuracy").rows]
    assert links
    assert all(link.page.startswith("syntheses/full/subgroups/") for link in links)


def test_what_would_change_it_stands_beside_the_strongest_evidence_so_far(review: Review, full: SynthesisSensitivity):
    conclusion = full.synthesis.effect("accuracy")
    strongest = max(piece.belief_value for piece in conclusion.evidence)
    said = sentence(review, full, "accuracy", Question.WHAT_WOULD_CHANGE)
    assert said.endswith(f"; the strongest so far has {probability_text(strongest)}.")


def test_hostile_names_cannot_steer_a_terminal(review: Review, full: SynthesisSensitivity):
    text = as_text(hostile(review), full, tables=True)
    assert "\x1b" not in text
    assert "\u2028" not in text
