"""The tables on the page of a finding."""

from __future__ import annotations

from dataclasses import replace

from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.views.finding_tables import against_sentence, against_table, evidence_table


def columns_and_counts(review: Review, synthesis: Synthesis, effect: str) -> tuple[str, set[str]]:
    table = evidence_table(review, synthesis, synthesis.effect(effect), {})
    return table.columns[2].title, {row[2].text for row in table.rows}


def test_observations_are_shown_where_they_are_known(review: Review, full: Synthesis):
    title, shown = columns_and_counts(review, full, "accuracy")
    assert title == "n"
    assert shown == {"1", "6", "72", "28,000"}


def test_clusters_take_their_place_where_nothing_else_is_known(
    shipped: Review, shipped_syntheses: dict[str, Synthesis]
):
    title, shown = columns_and_counts(shipped, shipped_syntheses["full"], "accuracy")
    assert title == "Clusters"
    assert shown == {"1", "2", "3", "4", "6", "8", "18", "28"}


def test_one_known_number_of_observations_keeps_the_column(shipped: Review, shipped_syntheses: dict[str, Synthesis]):
    full = shipped_syntheses["full"]
    first, *others = full.effect("dsc").evidence
    assert first.improvement is not None
    counted = replace(first, improvement=replace(first.improvement, count=6))
    one = replace(full.effect("dsc"), evidence=(counted, *others))
    table = evidence_table(shipped, full, one, {})
    assert (table.columns[2].title, table.rows[0][2].text) == ("n", "6")


def test_the_evidence_against_is_counted_and_the_most_believed_named(review: Review, full: Synthesis):
    effect = full.effect("accuracy")
    rows = against_table(effect).rows
    said = against_sentence(review, effect)
    assert said.startswith(f"{len(rows)} of {len(effect.evidence)} evidence models ")
    assert rows[0][0].text.partition("/")[2] in said
    assert rows[0][3].text in said


def test_where_nothing_is_against_nothing_is_said(review: Review, full: Synthesis):
    agreeing = [one for one in full.effects if not against_table(one).rows]
    assert agreeing
    assert {against_sentence(review, one) for one in agreeing} == {""}
    without_range = replace(full.effect("accuracy"), range=None)
    assert against_sentence(review, without_range) == ""
