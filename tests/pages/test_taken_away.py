"""Every table and chart of a page can be taken away, and every row can be linked to."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from generator.conclude import conclude
from generator.pages.content import Content
from generator.pages.here import Here
from generator.pages.kinds import findings, glossary, home, living, selection, studies, study, tour, tradeoff
from generator.pages.render import environment, render
from generator.views.chart_file import WIDTH
from generator.views.table import Cell, Column, Table
from generator.views.taking import Origin
from tests.conftest import ROOT
from tests.pages.poison import Elements, html
from tests.views.selections import first_release, second, second_history

ENVIRONMENT = environment(ROOT / "site_templates")
KINDS = (findings, glossary, home, living, selection, studies, study, tour, tradeoff)
ORIGIN = Origin("A review", "Version 2.0 of 2 December 2026", "https://example.org/2.0/")


def shown(content: Content, whence: Origin | None = None) -> dict[str, tuple[Elements, dict[str, str]]]:
    """What each page shows, and the files it offers."""
    site = {"question": content.review.question, "review": content.review, "published": False}
    site |= {"origin": whence} if whence else {}
    found = {}
    for page in (page for kind in KINDS for page in kind.pages(content)):
        kept: dict[str, str] = {}
        text = render(ENVIRONMENT, page, site, lambda drawing: "", kept.__setitem__)
        found[page.path] = Elements(html(text)), kept
    return found


@pytest.fixture(scope="module")
def pages(review) -> dict[str, tuple[Elements, dict[str, str]]]:
    return shown(replace(conclude(second(review)), history=second_history(first_release(review), review)), ORIGIN)


def test_every_row_has_an_id_of_its_own_and_a_link_to_itself(pages):
    for path, (found, _) in pages.items():
        assert [one for one, count in Counter(found.ids).items() if count > 1] == [], path
        rows = {one.get("id") for tag, one in found.found if tag == "tr"} - {None}
        linked = [one["href"] for tag, one in found.found if one.get("class") == "lr-row"]
        assert linked, path
        assert Counter(linked) == Counter(f"#{one}" for one in rows), path


def test_every_table_is_followed_by_what_takes_it_away(pages):
    for path, (found, _) in pages.items():
        places = [one.get("class") or "" for tag, one in found.found if tag in ("table", "details", "figure")]
        tables = sum(one.split()[:1] == ["lr"] for one in places)
        assert places.count("lr-how lr-take") == tables + places.count("lr-evidence-diagram") + places.count(
            "lr-evidence-diagram lr-flow"
        ), path


def test_every_file_that_a_page_offers_with_a_table_is_written(pages):
    for path, (found, kept) in pages.items():
        offered = {one["href"] for tag, one in found.found if tag == "a" and "download" in one}
        files = {posixpath.normpath(posixpath.join(posixpath.dirname(path), one)) for one in offered}
        charts = {one for one in files if posixpath.dirname(one) == "charts" and one.endswith(".svg")}
        assert files - charts == set(kept), path
        for name, text in kept.items():
            assert text.count("\n") >= 1
            if name.endswith(".svg"):
                ElementTree.fromstring(text)


def test_a_citation_leads_to_the_element_it_names(pages):
    for path, (found, _) in pages.items():
        said = "".join(found.text)
        named = {one for one in found.ids if f"https://example.org/2.0/{path}.html#{one}" in said}
        assert named, path
        assert "Version 2.0 of 2 December 2026. https://example.org/2.0/" in " ".join(said.split())


def test_where_the_address_is_not_known_a_script_is_told_where_home_is(content):
    found, _ = shown(content)["studies/index"]
    assert {one["data-root"] for _, one in found.found if "data-root" in one} == {"../index.html"}
    assert "Working state, not a release" in " ".join("".join(found.text).split())


def test_a_chart_can_be_shown_elsewhere_and_leads_back(content):
    (page,) = tour.pages(content)
    (figure,) = page.figures
    said = Here("tour", "Tour", ORIGIN).embedded(figure)
    assert f'<a href="https://example.org/2.0/tour.html#chart-{figure.name}">' in said
    assert f'<img src="https://example.org/2.0/charts/{figure.name}.svg" alt="' in said
    assert said.endswith(f' width="{WIDTH:.0f}"></a>')


def test_an_anchor_that_is_not_plain_is_refused():
    table = Table("x", (Column("a"),), ((Cell("b"),),), ('"><b>',))
    with pytest.raises(ValueError, match="not a plain id"):
        Here("index", "Answer").table(table)
