"""The answers for one and two things at a time, as they are without JavaScript."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from urllib.parse import urljoin

import pytest

from generator.model.review import Review
from generator.pages.content import Content
from generator.pages.kinds import case
from generator.sensitivity.coverage import crossed
from tests.pages.poison import HOSTILE, PLAIN, Elements, poisoned
from tests.pages.test_map_pages import hrefs, laid_out
from tests.pages.test_study_pages import elements


def with_cases(review: Review) -> Content:
    content = laid_out(review)
    full = content.syntheses[0]
    return replace(content, crossed={full.id: crossed(review, full)})


def rendered(content: Content) -> dict[str, Elements]:
    return {f"{page.path}.html": elements(content, page) for page in case.pages(content)}


@pytest.fixture(scope="module")
def cases(review: Review) -> Content:
    return with_cases(review)


@pytest.fixture(scope="module")
def shown(cases: Content) -> dict[str, Elements]:
    return rendered(cases)


def test_every_link_between_the_answers_leads_to_one_and_no_id_is_given_twice(shown):
    ours = 0
    for path, found in shown.items():
        assert [one for one, count in Counter(found.ids).items() if count > 1] == [], path
        for href in hrefs(found):
            page, _, anchor = urljoin(path, href).partition("#")
            if page.startswith("case"):
                assert page in shown, (path, href)
                assert not anchor or anchor in shown[page].ids, (path, href)
                ours += 1
    assert ours > len(shown)


def test_every_combination_that_was_studied_has_an_answer(cases, shown):
    asked = cases.sensitivity[cases.syntheses[0].id]
    told = {(group.aspect, group.value) for group in asked.subgroups}
    for one in cases.crossed[cases.syntheses[0].id]:
        for row in one.rows:
            how, where = row.values
            if (one.axes[0], how) in told and where is not None:
                assert f"{one.axes[1]}-{where}" in shown[f"case/{one.axes[0]}/{how}.html"].ids


def test_every_page_of_combinations_is_reached_by_a_link_and_stands_in_no_navigation(cases, shown):
    pages = list(case.pages(cases))
    assert [page.path for page in pages if not page.hidden] == ["case"]
    assert {f"{page.path}.html" for page in pages if page.hidden} <= set(hrefs(shown["case.html"]))


def test_what_nobody_measured_by_a_technique_asks_for_a_study_of_it(shown):
    (path, *_) = (path for path in shown if path.startswith("case/technique/"))
    technique = path.rpartition("/")[2].removesuffix(".html")
    asked = [href for href in hrefs(shown[path]) if "submit.html#" in href]
    assert asked
    assert all(href.endswith(f"&technique={technique}") for href in asked)


def test_without_subgroups_there_is_no_page(content):
    assert list(case.pages(content)) == []


@pytest.fixture(scope="module")
def harmless(review: Review) -> dict[str, Elements]:
    return rendered(with_cases(poisoned(review, PLAIN)))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_adds_no_element_and_no_attribute(review, harmless, hostile):
    found = rendered(with_cases(poisoned(review, hostile)))
    assert found.keys() == harmless.keys()
    for path, one in found.items():
        assert one.others == [], path
        assert one.outside == harmless[path].outside, path
        for tag, attributes in one.found:
            assert "zqx" not in " ".join((tag, *attributes)), path
