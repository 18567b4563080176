"""The page of the history, and the permanent address on the page of each conclusion."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from generator.model.release import History
from generator.model.review import Review
from generator.pages.content import Content
from generator.pages.kinds import finding, history
from generator.pages.page import Page
from generator.sensitivity import run
from tests.pages.poison import HOSTILE, PLAIN, Elements, poisoned
from tests.pages.test_study_pages import elements
from tests.views.selections import first_release


def asked(content: Content) -> Content:
    belief = replace(content.review.sensitivity.study_belief, draws=100)
    few = replace(content.review, sensitivity=replace(content.review.sensitivity, study_belief=belief))
    return replace(content, sensitivity={one.synthesis.id: one for one in run(few).syntheses})


@pytest.fixture(scope="module")
def full(content: Content) -> Content:
    return asked(content)


def page_of(content: Content) -> Page:
    (page,) = history.pages(content)
    return page


def text(found: Elements) -> str:
    return " ".join("".join(found.text).split())


def second(content: Content, review: Review) -> Content:
    return replace(content, history=History("", None, None, (first_release(review),)))


def test_with_two_states_every_conclusion_has_a_sentence_and_a_row(full, review):
    content = second(full, review)
    said = text(elements(content, page_of(content)))
    assert "From 1.0 to the draft, all 11 conclusions stayed as they were." in said
    for one in content.syntheses[0].effects:
        title = review.rules.effect(one.effect).title
        assert f"{title}: New in 1.0 (" in said
    (versions, years) = page_of(content).figures
    assert [column.title for column in versions.table.columns] == ["Conclusion", "Version 1.0", "Version draft"]
    assert years.name == "full-years"


def test_the_first_version_says_that_it_is_the_first(full, review):
    first = first_release(review)
    content = replace(full, history=History("", "1.0", first.released, (first,)))
    assert "This is the first version: all 11 conclusions are new in it." in text(elements(content, page_of(content)))


def test_before_any_release_the_years_are_there(full):
    said = text(elements(full, page_of(full)))
    assert "No version has been released yet." in said
    assert "By year of publication" in said


def test_without_questions_asked_the_page_says_so(content):
    assert "built without the syntheses by year" in text(elements(content, page_of(content)))


def test_a_replay_has_a_row_per_conclusion_a_sentence_per_year_and_hidden_controls(full):
    found = elements(full, page_of(full)).found
    rows = [one for tag, one in found if tag == "tr" and "data-ranges" in one]
    years = [one for tag, one in found if tag == "li" and "data-year" in one]
    (controls,) = (one for tag, one in found if one.get("class") == "lr-replay__controls")
    (slider,) = (one for tag, one in found if tag == "input")
    assert len(rows) == len(full.syntheses[0].effects)
    assert int(slider["max"] or "") == len(years) - 1
    assert "hidden" in controls


def test_no_place_is_named_twice_and_every_inner_link_leads_somewhere(full, review):
    content = second(full, review)
    found = elements(content, page_of(content))
    assert [one for one, count in Counter(found.ids).items() if count > 1] == []
    inside = [a["href"][1:] for tag, a in found.found if tag == "a" and (a.get("href") or "").startswith("#")]
    assert set(inside) <= set(found.ids)


def test_a_conclusion_names_its_address_badge_and_chart(full, review):
    page = next(iter(finding.pages(full)))
    found = elements(full, page)
    images = [one for tag, one in found.found if tag == "img"]
    assert [one["src"] for one in images] == [f"../../badges/{page.path.removeprefix('findings/')}.svg"]
    assert images[0]["alt"] == page.values["permanent"].badge_text
    assert "address" in found.ids
    for snippet in page.values["permanent"].snippets:
        assert snippet.text in "".join(found.text)


def test_only_a_published_version_says_how_to_follow_the_newest(full):
    there = replace(full, history=History("", "2.0"), address="https://host.example/r/", published=True)
    for content, said in ((full, False), (there, True)):
        assert ("follow the newest version" in text(elements(content, next(iter(finding.pages(content)))))) is said


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_evidence_changes_no_element(review, content, hostile):
    shapes = []
    for words in (PLAIN, hostile):
        poison = replace(second(asked(content), review), review=poisoned(review, words))
        pages = (page_of(poison), next(iter(finding.pages(replace(poison, sensitivity={})))))
        shapes.append([elements(poison, page).outside for page in pages])
        assert all(not elements(poison, page).others for page in pages)
    assert shapes[0] == shapes[1]
