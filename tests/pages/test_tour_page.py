"""The tour shows a real conclusion, and every click it promises leads to a place that is there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.pages.content import Content
from generator.pages.kinds import finding, glossary, home, source, study, tour
from generator.pages.page import Page
from tests.pages.poison import HOSTILE, PLAIN, Elements, poisoned
from tests.pages.test_history_page import asked
from tests.pages.test_study_pages import elements


def page_of(content: Content) -> Page:
    (page,) = tour.pages(content)
    return page


def links(found: Elements) -> list[str]:
    return [one["href"] or "" for tag, one in found.found if tag == "a" and "href" in one]


def text(found: Elements) -> str:
    return " ".join("".join(found.text).split())


@pytest.fixture(scope="module")
def shown(content: Content) -> Elements:
    return elements(content, page_of(content))


def test_the_example_is_a_conclusion_of_the_review_with_its_words_and_its_chart(content, shown):
    example = page_of(content).values["example"]
    one = example.finding.synthesis
    assert one in content.syntheses[0].effects
    assert one.range is not None
    assert len(one.studies) > 1
    for words in (example.sentence, one.range.words, example.sure, example.contested, "For example, "):
        assert words in text(shown)
    assert "chart-" + example.chart.name in shown.ids


def test_the_three_clicks_lead_to_the_row_the_derivation_and_the_line(content, shown):
    pages = {page.path: page for kind in (finding, study, source) for page in kind.pages(content)}
    clicks = page_of(content).values["example"].clicks
    assert len(clicks) == 3
    for click in clicks:
        assert click.link.anchor in elements(content, pages[click.link.page]).ids
        assert f"{click.link.page}.html#{click.link.anchor}" in links(shown)


def test_a_reader_who_doubts_is_led_to_the_explorer_without_a_study(content, shown):
    left = page_of(content).values["example"].left
    assert left in {one.id for one in content.review.studies}
    assert f"explorer.html#without={left}" in links(shown)


def test_a_verdict_is_told_where_there_is_one(content):
    questioned = asked(content)
    example = page_of(questioned).values["example"]
    assert example.firm
    assert example.firm in text(elements(questioned, page_of(questioned)))


def test_a_review_without_conclusions_has_a_tour_without_an_example(content):
    bare = replace(content, syntheses=())
    assert "There is no conclusion yet" in text(elements(bare, page_of(bare)))
    assert page_of(bare).figures == ()


def test_home_leads_to_the_tour_and_the_tour_to_the_words(content, shown):
    (first,) = home.pages(content)
    assert "tour.html" in links(elements(content, first))
    (words,) = glossary.pages(content)
    anchors = {href.partition("#")[2] for href in links(shown) if href.startswith("glossary.html#")}
    assert {"words", "range", "belief", "effect"} <= anchors
    assert anchors <= set(elements(content, words).ids)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_adds_no_element_and_no_attribute(content, words):
    bad, plain = (replace(content, review=poisoned(content.review, each)) for each in (words, PLAIN))
    found, harmless = (elements(each, page_of(each)) for each in (bad, plain))
    assert found.others == []
    assert found.outside == harmless.outside
    for _, attributes in found.found:
        for name in ("href", "src", "id", "class"):
            assert "zqx" not in (attributes.get(name) or "")
