"""The tornado: how far each question moves a conclusion."""

from __future__ import annotations

import math
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.model.review import Review
from generator.model.scenario import SynthesisSensitivity
from generator.publishing.drawn import specification_text
from generator.publishing.static_svg import static_svg
from generator.sensitivity import run
from generator.views.charts.tornado import ASKED, figure, finding, frame
from generator.views.figure import NARROW, WIDE


@pytest.fixture(scope="module")
def asked(review: Review) -> SynthesisSensitivity:
    return run(review).syntheses[0]


def test_every_bar_holds_the_beliefs_of_the_ways_that_keep_the_range(asked: SynthesisSensitivity):
    for one in asked.synthesis.effects:
        for row in frame(asked, one).to_dict("records"):
            question = next(each for each in ASKED if each.value == row["anchor"])
            results = asked.of(one.effect, question)
            kept = [each for each in results if each.range == one.range]
            assert row["ways"] == len(results)
            assert len(row["others"]) == len(results) - len(kept)
            assert math.isnan(row["low"]) == (not kept)
            for each in kept:
                assert row["low"] <= (each.belief or 0) <= row["high"]


def test_what_changes_the_range_stands_above_what_does_not(asked: SynthesisSensitivity):
    shares = [
        [len(row["others"]) / row["ways"] for row in frame(asked, one).to_dict("records")]
        for one in asked.synthesis.effects
    ]
    assert any(share[0] > 0 for share in shares)
    assert all(share == sorted(share, reverse=True) for share in shares)


def test_its_sentence_counts_the_questions_that_change_the_range(asked: SynthesisSensitivity):
    for one in asked.synthesis.effects:
        table = frame(asked, one)
        changing = sum(len(row["others"]) > 0 for row in table.to_dict("records"))
        said = finding(table)
        assert said.startswith(f"{changing} of " if changing else "No single choice")


def test_it_is_drawn_in_both_widths_with_a_cross_for_every_other_range_and_a_table_of_all_rows(
    review: Review, asked: SynthesisSensitivity, tmp_path: Path
):
    one = asked.synthesis.effects[0]
    drawn = figure(review, asked, one, "full")
    assert drawn is not None
    for drawing, most in ((drawn.wide, WIDE), (drawn.narrow, NARROW)):
        svg = static_svg(specification_text(drawing, tmp_path), tmp_path)
        assert float(ElementTree.fromstring(svg).attrib["width"]) <= most
        assert svg.count(">×<") == sum(len(each) for each in frame(asked, one)["others"])
        assert "another range in" in svg
    assert len(drawn.table.rows) == len(frame(asked, one))
