"""The selection flow: nothing overlaps, every number is there, unknown ones are said to be, and every box leads on."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from generator.model.search import Count, FlowStep
from generator.views.figure import NARROW, WIDE
from generator.views.lettering import width_of
from generator.views.selection_flow import draw, placed
from generator.views.selection_numbers import flow_table, in_short, in_words, total
from tests.pages.poison import HOSTILE
from tests.views.selections import FLOW, unknown

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
BOTH = pytest.mark.parametrize("width", [WIDE, NARROW])
EVERYTHING = tuple(
    FlowStep(f"Step {n}", "screening", "records", n, (), tuple([Count("in", 1, None)] * n), FLOW[0].left * n, None)
    for n in range(1, 5)
)
FLOWS = pytest.mark.parametrize("flow", [FLOW, unknown(FLOW), FLOW[:1], EVERYTHING])


def drawing(flow, width):
    return ElementTree.fromstring(draw(flow, width, "flow", "studies/index.html"))


def texts(element, x=0.0):
    moved = re.match(r"translate\(([\d.]+) ", element.get("transform", ""))
    x += float(moved.group(1)) if moved else 0.0
    if element.tag == f"{SVG}text":
        yield x + float(element.get("x", "0")), element
    for child in element:
        yield from texts(child, x)


@BOTH
@FLOWS
def test_boxes_are_disjoint_and_inside_the_drawing(flow, width):
    boxes = placed(flow, width, "s").boxes
    assert all(box.x >= 0 and box.right <= width for box in boxes)
    for one, other in combinations(boxes, 2):
        apart = one.right < other.x or other.right < one.x or one.bottom < other.y or other.bottom < one.y
        assert apart, (one.name, other.name)


@BOTH
@FLOWS
def test_all_text_stays_inside_the_drawing(flow, width):
    for x, text in texts(drawing(flow, width)):
        assert x >= 0
        assert (
            x + width_of(text.text or "", float(text.get("font-size", "0")), text.get("font-weight") == "600") <= width
        )


@BOTH
def test_lines_are_level_or_upright(width):
    for line in drawing(EVERYTHING, width).iter(f"{SVG}polyline"):
        points = [tuple(map(float, point.split(","))) for point in line.get("points").split()]
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points)), points


@BOTH
def test_every_number_is_in_the_drawing(width):
    shown = " ".join(text.text or "" for _, text in texts(drawing(FLOW, width)))
    for words in (
        "1,226 records",
        "Scopus: 1,176",
        "Left: 655 records",
        "571 records",
        "Joined: 5 studies",
        "21 studies",
    ):
        assert words in shown
    assert "counted in evidence models" in shown
    assert all(shown.count(name) == 1 for name in ("Identification", "Screening", "Included"))


@BOTH
def test_every_box_leads_to_a_row_of_the_table_and_what_is_included_to_the_studies(review, width):
    rows = set(flow_table(replace(review.search, flow=FLOW)).anchors)
    links = [link.get(XLINK) for link in drawing(FLOW, width).iter(f"{SVG}a")]
    assert len(links) == len(placed(FLOW, width, "s").boxes) == 9
    assert links.count("studies/index.html") == 2
    assert {link.removeprefix("#") for link in links if link.startswith("#")} <= rows
    assert all(link.get("aria-label") for link in drawing(FLOW, width).iter(f"{SVG}a"))


def test_a_drawing_with_links_is_no_image():
    root = drawing(FLOW, WIDE)
    assert root.get("role") == "group"
    assert root.get("aria-labelledby") == "flow-title flow-desc"
    assert not any("href" in element.attrib for element in root.iter())


def test_the_table_gives_every_number_with_its_sign_and_its_reason(review):
    table = flow_table(replace(review.search, flow=FLOW))
    rows = {anchor: [cell.text for cell in row] for anchor, row in zip(table.anchors, table.rows, strict=True)}
    assert rows["step-1"][1] == "1,226"
    assert rows["step-1-left"] == ["left: Calibration", "−165", "records", "Judged by people."]
    assert rows["step-1-left-2"][1] == "−490"
    assert rows["step-4-joined"][1:3] == ["+5", "studies"]
    assert len(set(table.anchors)) == len(table.rows)


def test_unknown_numbers_are_said_to_be_unknown(review):
    flow = unknown(FLOW)
    table = flow_table(replace(review.search, flow=flow))
    assert {row[1].text for row in table.rows} == {"unknown"}
    assert "unknown number of records" in in_short(flow)
    assert "None" not in " ".join(in_words(flow))
    assert total((Count("a", 1, None), Count("b", None, None))) is None


def test_the_flow_in_short():
    assert in_short(()) == "How many records were found, screened and left out was not recorded."
    assert in_short(FLOW[:1]) == "Records found: 1,226 records."
    assert in_short(FLOW[:3]) == "The selection began with 1,226 records and ended with 84 records."
    assert in_short(FLOW) == "The selection began with 1,226 records and ended with 21 studies and 76 evidence models."


@BOTH
@pytest.mark.parametrize("text", [*HOSTILE, "long" * 200, "長い" * 100, ""])
def test_any_text_gives_well_formed_xml_without_foreign_elements(width, text):
    counts = (Count(text, 1, text),) * 2
    root = drawing((FlowStep(text, text, text, 3, counts, counts, counts, text),) * 2, width)
    known = {
        f"{SVG}{name}" for name in ("svg", "title", "desc", "g", "rect", "path", "polyline", "polygon", "text", "a")
    }
    assert {element.tag for element in root.iter()} <= known
    assert not any(name.startswith("on") or "style" in name for element in root.iter() for name in element.attrib)
    assert all(link.get(XLINK).startswith("#step-") for link in root.iter(f"{SVG}a"))
