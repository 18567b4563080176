"""The evidence diagram: well-formed, readable aloud, and nothing overlaps."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from itertools import combinations

import pytest

from generator.conclude import conclude
from generator.views.diagram import describe, draw, placed
from generator.views.figure import NARROW, WIDE
from generator.views.lettering import listed, shortened, width_of, wrap
from tests.pages.poison import HOSTILE, poisoned

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (WIDE, NARROW)


def diagrams(content):
    for study in content.review.studies:
        for model in study.evidence_models:
            for width in WIDTHS:
                yield content.review, model, content.pieces, width


def test_boxes_are_disjoint_and_inside_the_drawing(content):
    for review, model, pieces, width in diagrams(content):
        boxes = placed(review, model, pieces, width)
        assert [box.archetype for box in boxes] == ["technology", "system", "activity", "actor"]
        for box in boxes:
            assert box.x >= 0
            assert box.right <= width
        for one, other in combinations(boxes, 2):
            apart = one.right < other.x or other.right < one.x or one.bottom < other.y or other.bottom < one.y
            assert apart, (model.id, one.archetype, other.archetype)


def test_all_text_stays_inside_the_drawing(content):
    for arguments in diagrams(content):
        texts_inside(draw(*arguments, "d"), arguments[-1])


def texts_inside(drawn: str, limit: float) -> None:
    """Fails for a line of text that leaves a drawing ``limit`` px wide."""
    for x, text in _texts(ElementTree.fromstring(drawn), 0.0):
        size, shown = float(text.get("font-size", "0")), text.text or ""
        width = width_of(shown, size, text.get("font-weight") == "600")
        start = x - {"start": 0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
        assert start >= 0, shown
        assert start + width <= limit, shown


def _texts(element, x):
    shift = re.match(r"translate\(([\d.]+) ", element.get("transform", ""))
    x += float(shift.group(1)) if shift else 0.0
    if element.tag == f"{SVG}text":
        yield x + float(element.get("x", "0")), element
    for child in element:
        yield from _texts(child, x)


@pytest.mark.parametrize("text", [*HOSTILE, "long" * 200, "長い" * 100, "e\u0301" * 300, ""])
def test_any_text_gives_well_formed_xml_without_foreign_elements(review, text):
    content = conclude(poisoned(review, text))
    known = {f"{SVG}{name}" for name in ("svg", "title", "desc", "g", "rect", "path", "polyline", "polygon", "text")}
    for arguments in diagrams(content):
        root = ElementTree.fromstring(draw(*arguments, "d"))
        assert {element.tag for element in root.iter()} <= known
        assert not any(name.startswith("on") or "style" in name for element in root.iter() for name in element.attrib)
        boxes = placed(*arguments)
        assert all(one.bottom < other.y or one.x != other.x for one, other in combinations(boxes, 2) if one.y < other.y)


def test_the_drawing_has_a_title_and_a_description(content):
    review, model, pieces, width = next(diagrams(content))
    root = ElementTree.fromstring(draw(review, model, pieces, width, "prefix"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "prefix-title prefix-desc"
    assert [child.get("id") for child in root[:2]] == ["prefix-title", "prefix-desc"]
    assert root[1].text == describe(review, model, pieces)


def test_the_description_tells_every_effect_with_its_range_and_belief_value(content):
    for study in content.review.studies:
        for model in study.evidence_models:
            told = describe(content.review, model, content.pieces)
            for piece in content.pieces:
                if piece.evidence_model == model.id:
                    assert piece.range.words in told
                    assert f"{piece.belief_value:.3f}" in told
            for name in ("technology", "system", "activity", "actor"):
                assert getattr(content.review.question.archetypes, name) in told


def test_colours_come_from_the_palette_and_nothing_is_styled_inline(content):
    drawn = draw(*next(diagrams(content)), "d")
    assert "style=" not in drawn
    assert all(
        found.startswith("var(--lr-") for found in re.findall(r'(?:fill|stroke)="([^"]+)"', drawn) if found != "none"
    )


def test_text_wraps_within_its_limit():
    for text in ("several words of ordinary text", "one_very_long/name-with.punctuation" * 4, "長い" * 30):
        lines = wrap(text, 13, 120)
        assert all(width_of(line, 13) <= 120 for line in lines)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_long_lists_are_counted_and_short_ones_are_not():
    assert shortened(tuple("abcd")) == tuple("abcd")
    assert shortened(tuple("abcdefg")) == ("a", "b", "c", "and 4 more")
    assert listed(shortened(tuple("abcdefg"))) == "a, b, c and 4 more"
    assert listed(("a", "b")) == "a and b"
    assert listed(()) == ""
