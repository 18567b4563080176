"""What leaves the site: rows as CSV, citations, and charts as files of their own."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from xml.etree import ElementTree

import pytest

from generator.model.release import History
from generator.model.scale import Intensity, IntensityRange
from generator.publishing.drawn import specification_text
from generator.publishing.static_svg import static_svg
from generator.views.chart_file import WIDTH, chart_file
from generator.views.charts import effect_evidence
from generator.views.charts.fit import width_of
from generator.views.standalone import on_ground
from generator.views.svg import link, picture
from generator.views.table import Cell, Column, Table
from generator.views.taking import NOWHERE, Origin, origin, table_csv
from tests.views.records import hostile

RELEASED = Origin("What do walls do?", "Version 2.0 of 2 December 2026", "https://example.org/2.0/")


def rows_of(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table_csv(table))))


def test_rows_are_written_as_they_are_read():
    found = IntensityRange(Intensity.WN, Intensity.IF)
    table = Table(
        "Walls",
        (Column("Wall"), Column("Range"), Column("Change"), Column("Range")),
        ((Cell("a, b"), Cell("", range=found), Cell("−1.5 %"), Cell("0.89", range=found)),),
    )
    assert rows_of(table) == [["Wall", "Range", "Change", "Range (2)"], ["a, b", "WN–IF", "−1.5 %", "WN–IF 0.89"]]


def test_no_cell_runs_as_a_formula():
    table = Table("x", (Column("=1+1"), Column("b")), ((Cell("=cmd|'/c calc'!A1"), Cell("+3 points")),))
    head, row = rows_of(table)
    assert row == ["'=cmd|'/c calc'!A1", "'+3 points"]
    assert head[0] == "'=1+1"


def test_a_citation_names_the_version_and_a_working_state_says_that_it_is_none(review):
    assert RELEASED.cited("Height. Every wall.") == (
        "“Height. Every wall”. In: What do walls do? Version 2.0 of 2 December 2026."
    )
    history = History("", "2.0", date(2026, 12, 2), ())
    assert origin(review, history, "").cited("x").endswith(" Version 2.0 of 2 December 2026.")
    assert origin(review, History(""), "").cited("x").endswith(" Working state, not a release: it can change any day.")
    assert (RELEASED.known, NOWHERE.known) == (True, False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("charts")


def filed(review, full, folder, whence: Origin = RELEASED) -> str:
    figure = effect_evidence.figure(review, full, full.effects[0])
    drawn = static_svg(specification_text(figure.wide, folder), folder)
    return chart_file(figure, drawn, whence, "findings/full/accuracy")


def test_a_chart_alone_says_what_it_finds_and_where_it_is_from(review, full, folder):
    text = filed(review, full, folder)
    root = ElementTree.fromstring(text)
    said = "".join(root.itertext())
    figure = effect_evidence.figure(review, full, full.effects[0])
    for words in (figure.title, figure.finding, "What do walls do?", "Version 2.0 of 2 December 2026"):
        assert words in said
    assert "https://example.org/2.0/findings/full/accuracy.html" in said
    assert float(root.attrib["width"]) == WIDTH
    assert not re.search(r"var\(|<script|<style|<a |style=|href", text)
    assert "https://example.org" not in filed(review, full, folder, Origin("x", "y", ""))


def test_labels_keep_the_width_they_were_laid_out_with_in_other_letters(review, full, folder):
    root = ElementTree.fromstring(filed(review, full, folder))
    held = [one for one in root.iter("{http://www.w3.org/2000/svg}text") if "textLength" in one.attrib]
    assert len(held) > 20
    for one in held:
        size = float(one.attrib["font-size"].removesuffix("px"))
        bold = one.attrib.get("font-weight") == "600"
        assert float(one.attrib["textLength"]) == pytest.approx(width_of(one.text or "", size, bold), abs=0.06)


def test_hostile_text_stays_text_in_a_chart_alone(review, full, folder):
    root = ElementTree.fromstring(filed(hostile(review), full, folder, Origin("<script>x</script>", "&", "")))
    names = {one.tag.rpartition("}")[2] for one in root.iter()}
    assert names <= {"svg", "g", "path", "line", "rect", "text", "tspan", "defs", "clipPath", "title", "desc"}


def test_a_diagram_alone_has_its_ground_and_no_link():
    drawn = picture(link("x.html", "name", "<path/>"), 10, 10, "p", "<a title", "a desc", "lr")
    root = ElementTree.fromstring(on_ground(drawn))
    assert [one.tag.rpartition("}")[2] for one in root] == ["title", "desc", "rect", "path"]
    assert root[0].text == "<a title"
