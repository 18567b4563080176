"""The evidence diagram of a synthesis: nothing overlaps, and joined and removed concepts are seen and told."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from itertools import combinations

import pytest

from generator.views.common_concepts import JOINED, REMOVED, common_concepts
from generator.views.figure import NARROW, WIDE
from generator.views.notation import ARCHETYPES
from generator.views.synthesis_diagram import describe, draw, placed
from tests.pages.poison import HOSTILE, poisoned
from tests.views.test_diagram import SVG, texts_inside

WIDTHS = (WIDE, NARROW)


def texts(drawn: str, **attributes: str) -> str:
    """The lines of a drawing, those with these attributes only, as one text."""
    found = (
        one for one in ElementTree.fromstring(drawn).iter(f"{SVG}text") if attributes.items() <= one.attrib.items()
    )
    return " ".join(one.text or "" for one in found)


@pytest.mark.parametrize("width", WIDTHS)
def test_boxes_are_disjoint_and_all_text_stays_inside(shipped, shipped_syntheses, width):
    for synthesis in shipped_syntheses.values():
        boxes = placed(shipped, synthesis, width)
        assert tuple(box.archetype for box in boxes) == ARCHETYPES
        for one, other in combinations(boxes, 2):
            assert one.right < other.x or other.right < one.x or one.bottom < other.y or other.bottom < one.y
        texts_inside(draw(shipped, synthesis, width, "d"), width)


@pytest.mark.parametrize("width", WIDTHS)
def test_joined_concepts_stand_for_their_values_and_removed_ones_are_struck_through(shipped, shipped_syntheses, width):
    for synthesis in shipped_syntheses.values():
        drawn = draw(shipped, synthesis, width, "d")
        struck, bold = texts(drawn, **{"text-decoration": "line-through"}), texts(drawn, **{"font-weight": "600"})
        concepts = common_concepts(shipped, shipped.plan(synthesis.id))
        assert {JOINED, REMOVED} <= {one.fate for one in concepts}
        for one in concepts:
            assert (one.title in struck) == (one.fate == REMOVED)
            assert one.title in texts(drawn)
            assert one.into in bold


def test_the_text_alternative_tells_every_effect_and_what_became_of_every_aspect(shipped, shipped_syntheses):
    for synthesis in shipped_syntheses.values():
        told = describe(shipped, synthesis)
        for effect in synthesis.effects:
            assert effect.range is not None
            title = shipped.rules.effect(effect.effect).title
            assert f"{title} {effect.range.words}, belief {effect.belief:.2f}" in told
        for one in common_concepts(shipped, shipped.plan(synthesis.id)):
            assert one.title.lower() in told.lower()
            assert one.into in told
        root = ElementTree.fromstring(draw(shipped, synthesis, WIDE, "prefix"))
        assert root.get("aria-labelledby") == "prefix-title prefix-desc"
        assert root[1].text == told


def test_an_effect_without_a_range_is_drawn_and_told_as_one(review, full):
    none = replace(full.effects[0], range=None, belief=None)
    synthesis = replace(full, effects=(none, *full.effects[1:]))
    assert f"{review.rules.effect(none.effect).title} without a range" in describe(review, synthesis)
    for width in WIDTHS:
        assert "none –" in texts(draw(review, synthesis, width, "d"))


@pytest.mark.parametrize("text", [*HOSTILE, "long" * 200, "e\u0301" * 300, ""])
def test_any_text_gives_well_formed_xml_without_foreign_elements(review, full, text):
    known = {f"{SVG}{name}" for name in ("svg", "title", "desc", "g", "rect", "path", "polyline", "polygon", "text")}
    for width in WIDTHS:
        drawn = draw(poisoned(review, text), replace(full, title=text), width, "d")
        root = ElementTree.fromstring(drawn)
        assert {element.tag for element in root.iter()} <= known
        assert not any(name.startswith("on") or name == "style" for element in root.iter() for name in element.attrib)
        colours = re.findall(r'(?:fill|stroke)="([^"]+)"', drawn)
        assert all(found.startswith("var(--lr-") for found in colours if found != "none")
