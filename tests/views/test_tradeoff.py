"""The trade-offs: every point stands within its box, every gain beside its twin."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.evidence import Improvement
from generator.publishing.drawn import specification_text
from generator.publishing.static_svg import static_svg
from generator.views.charts import tradeoff_map
from generator.views.figure import NARROW, WIDE
from generator.views.tradeoff import never_together, sides, together
from tests.views.records import hostile


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("trade-offs")


def test_the_effect_of_the_question_comes_first_and_every_gain_is_of_another_family(review, full):
    found = sides(review, full)
    assert found[0].effect == review.question.trade_off.against
    families = {review.rules.effect(side.effect).family for side in found}
    assert len(families) == 1
    for side in found:
        assert side.panels
        assert all(review.rules.effect(panel.resource.effect).family not in families for panel in side.panels)


def test_a_pair_is_one_evidence_model_that_measured_both(review, full):
    for side in sides(review, full):
        reported = {piece.evidence_model for piece in full.effect(side.effect).evidence}
        for panel in side.panels:
            both = {piece.evidence_model for piece in panel.resource.evidence} & reported
            assert {there.evidence_model for there, _ in panel.pairs} == both
            assert all(there.evidence_model == here.evidence_model for there, here in panel.pairs)


def test_every_mean_of_the_evidence_stands_within_its_range(shipped, shipped_syntheses):
    for effect in shipped_syntheses["full"].effects:
        for piece in effect.evidence:
            place = tradeoff_map.position(shipped, piece)
            assert piece.range.low <= place <= piece.range.high + 1, piece.evidence_model


@given(st.lists(st.floats(-500, 500), min_size=2, max_size=2))
def test_a_better_mean_never_stands_lower(review, full, means):
    piece = full.effects[0].evidence[0]
    low, high = (
        tradeoff_map.position(review, replace(piece, improvement=Improvement(mean, None, None, 1, 1, ())))
        for mean in sorted(means)
    )
    assert 0 <= low <= high <= 7


def test_no_change_stands_in_the_middle_and_so_does_a_stated_range(review, full):
    piece = full.effects[0].evidence[0]
    still = replace(piece, improvement=Improvement(0.0, None, None, 1, 1, ()))
    assert tradeoff_map.position(review, still) == 3.5
    stated = replace(piece, improvement=None)
    assert tradeoff_map.position(review, stated) == (piece.range.low + piece.range.high + 1) / 2


def test_the_finding_counts_who_gains_and_who_loses(review, full):
    sentence = tradeoff_map.finding(tradeoff_map.panels(review, full, "accuracy"), "Accuracy")
    losing = sum(piece.range.high <= 3 and piece.range.low < 3 for piece in full.effect("accuracy").evidence)
    assert sentence == (f"17 of 17 evidence models gain in at least one resource; {losing} of them lose in accuracy.")


def test_the_drawing_fits_both_widths_and_shows_every_pair_and_the_whole(review, full, folder):
    figure = tradeoff_map.figure(review, full, "accuracy")
    found = tradeoff_map.panels(review, full, "accuracy")
    pairs = sum(len(panel.pairs) for panel in found)
    assert len(figure.table.rows) == pairs
    for drawing, width in ((figure.wide, WIDE), (figure.narrow, NARROW)):
        text = specification_text(drawing, folder)
        assert float(ElementTree.fromstring(static_svg(text, folder)).attrib["width"]) <= width
        assert text.count('"kind":"pair"') == pairs
        assert text.count('"kind":"whole"') == len(found)


def test_hostile_titles_stay_text(review, full, folder):
    figure = tradeoff_map.figure(hostile(review), full, "accuracy")
    for drawing in (figure.wide, figure.narrow):
        root = ElementTree.fromstring(static_svg(specification_text(drawing, folder), folder))
        assert not {element.tag.rpartition("}")[2] for element in root.iter()} & {"script", "image", "a", "use"}


def test_each_resource_stands_beside_its_twin(review, full):
    for side in sides(review, full):
        table = together(full, side)
        here = full.effect(side.effect)
        assert len(table.rows) == len(side.panels)
        assert all(row[3].range == here.range for row in table.rows)


def test_effects_that_nobody_measured_together_are_named(review, full):
    every = sides(review, full)
    left_out = tuple(side for side in every if side.effect != "f1_score")
    assert "F1 score" in never_together(review, full, left_out)
    assert "F1 score" not in never_together(review, full, every)
