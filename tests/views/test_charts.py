"""Every chart, in both widths, from the shipped review, from hostile text and from the smallest and largest data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from generator.model.review import PublishedResults, Review
from generator.model.synthesis import Synthesis
from generator.publishing.drawn import specification_text
from generator.publishing.static_svg import static_svg
from generator.views.charts import (
    conclusions,
    conflict_pairs,
    effect_evidence,
    home_tradeoff,
    mass_left,
    published_agreement,
)
from generator.views.charts.fit import fitted, width_of
from generator.views.figure import NARROW, WIDE, Drawing, Figure
from tests.bodies import body
from tests.views.records import concluded, hostile, synthesis_of


def figures(review: Review, synthesis: Synthesis) -> Iterator[Figure]:
    yield home_tradeoff.figure(review, synthesis)
    yield conclusions.figure(review, synthesis)
    published = review.plans[0].published
    assert published is not None
    yield published_agreement.figure(review, synthesis, published)
    for effect in synthesis.effects:
        yield effect_evidence.figure(review, synthesis, effect)
        yield mass_left.figure(review, synthesis, effect)
        yield conflict_pairs.figure(review, synthesis, effect)


def drawn(figure: Figure, folder) -> tuple[str, str]:
    return svg(figure.wide, folder), svg(figure.narrow, folder)


def svg(drawing: Drawing, folder) -> str:
    return static_svg(specification_text(drawing, folder), folder)


def width(svg: str) -> float:
    return float(ElementTree.fromstring(svg).attrib["width"])


@pytest.fixture(scope="module")
def shipped(review, full) -> tuple[Figure, ...]:
    return tuple(figures(review, full))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("charts")


def test_every_chart_of_the_review_fits_both_widths(shipped, folder):
    for figure in shipped:
        wide, narrow = drawn(figure, folder)
        assert width(wide) <= WIDE, figure.name
        assert width(narrow) <= NARROW, figure.name


def test_names_are_unique_and_safe_in_file_names(shipped):
    names = [figure.name for figure in shipped]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9_.-]+", name) for name in names)


def test_every_figure_says_what_it_shows_and_has_its_table(shipped, full):
    for figure in shipped:
        assert figure.finding.endswith("."), figure.finding
        assert figure.finding in figure.alternative
        assert figure.how_to_read
        assert figure.table.rows or full.effect(figure.name.split("-")[1]).study_conflicts == ()
        assert all(len(row) == len(figure.table.columns) for row in figure.table.rows)


def test_specifications_are_plain_json_without_addresses_or_numbers_that_are_none(shipped):
    for figure in shipped:
        for drawing in (figure.wide, figure.narrow):
            text = json.dumps(drawing.specification(), allow_nan=False)
            assert not re.search(r'"(url|href)"', text)
            assert text.count("http") == 1, "only the address of the schema"


def test_hostile_text_is_shown_and_nothing_else(review, full, folder):
    for figure in figures(hostile(review), full):
        for svg in drawn(figure, folder):
            root = ElementTree.fromstring(svg)
            assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
                "svg", "g", "path", "line", "rect", "text", "tspan", "defs", "clipPath",
            }  # fmt: skip
            assert not [name for element in root.iter() for name in element.attrib if name.lower().startswith("on")]
            assert width(svg) <= WIDE


@pytest.mark.parametrize("count", [1, 2, 80])
def test_the_evidence_chart_works_from_one_row_to_eighty(review, folder, count):
    study = review.studies[0].id
    pieces = [replace(body("WN-IF", 0.3, study, number), effect="accuracy") for number in range(count)]
    effect = concluded(*pieces)
    figure = effect_evidence.figure(review, synthesis_of(effect), effect)
    assert len(figure.table.rows) == count
    assert all(len(re.findall(">m[0-9]+<", svg)) == count for svg in drawn(figure, folder))


def test_conclusions_without_a_range_are_drawn_as_such(review, folder):
    study = review.studies[0].id
    fight = concluded(body("SN", 1.0, study, 1), body("SP", 1.0, study, 2))
    silence = replace(concluded(body("SN", 0.0, study, 3)), effect="f1_score")
    synthesis = synthesis_of(fight, silence)
    wide, narrow = drawn(conclusions.figure(review, synthesis), folder)
    for svg in (wide, narrow):
        assert "total conflict" in svg
        assert "no range" in svg
    for effect in synthesis.effects:
        for chart in (effect_evidence, mass_left, conflict_pairs):
            drawn(chart.figure(review, synthesis, effect), folder)
    assert "total" in drawn(conflict_pairs.figure(review, synthesis, fight), folder)[0]


def test_the_trade_off_states_what_the_numbers_say(review, full):
    figure = home_tradeoff.figure(review, full)
    assert figure.finding == (
        "All 17 evidence models gain noticeably in storage size, inference energy consumption or inference latency; "
        "10 of them lose more than 2 % in accuracy."
    )


def test_a_value_far_out_stands_at_the_edge_of_the_trade_off_with_its_number(review, full, folder):
    table = home_tradeoff.frame(review, full)
    first = table.index[table["resource"] == "inference_latency"][0]
    table.loc[first, ["x", "x_text"]] = [-482.813, "−482.8 %"]
    shown = svg(Drawing(home_tradeoff.draw, (table, WIDE, "Accuracy")), folder)
    assert f"{table.loc[first, 'study']}: −482.8 %" in shown
    assert "−400" not in shown
    assert table.loc[first, "x"] == -482.813


def test_a_trade_off_nobody_measured_is_said_to_be_none(review, folder):
    figure = home_tradeoff.figure(review, synthesis_of())
    assert figure.finding == "No evidence model reports both sides of the trade-off."
    drawn(figure, folder)


def test_agreement_with_nothing_is_drawn_too(review, full, folder):
    nothing = PublishedResults("nobody", None, 2, None, ())
    drawn(published_agreement.figure(review, full, nothing), folder)


def test_many_small_masses_become_one_row(review):
    study = review.studies[0].id
    ranges = ("SN", "SN-NE", "NE", "NE-WN", "WN", "WN-IF", "IF", "IF-WP", "WP", "WP-PO", "PO", "PO-SP", "SP")
    effect = concluded(*(body(found, 0.3, study, number) for number, found in enumerate(ranges)))
    table = mass_left.frame(effect)
    assert len(table) == mass_left.MOST_ROWS + 1
    assert "other range" in table["label"].iloc[-2]
    assert table["value"].sum() == pytest.approx(1)


def test_text_is_cut_to_its_room_between_characters_never_within_one():
    assert fitted("Inference energy consumption", 13, 198) == "Inference energy consumption"
    assert fitted("🙂" * 40, 13, 60) == "🙂" * 3 + "…"
    assert fitted("", 13, 5) == ""
    assert width_of("x" * 10, 10) == pytest.approx(44.6)
