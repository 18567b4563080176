"""The page of a synthesis: reached from its findings, leading to them, and hostile text stays text."""

from __future__ import annotations

import posixpath
from collections import Counter

import pytest

from generator.conclude import conclude
from generator.pages.kinds import finding, findings, home, method, synthesis
from generator.views import addresses
from tests.pages.poison import HOSTILE, PLAIN, Elements, poisoned
from tests.pages.test_study_pages import elements

PAGE = "syntheses/full"


def hrefs(found: Elements, path: str) -> set[str]:
    """Where the links of a page lead, as paths of pages."""
    given = (attributes.get("href") or "" for tag, attributes in found.found if tag == "a")
    folder = posixpath.dirname(path)
    return {posixpath.normpath(posixpath.join(folder, one.partition("#")[0])).removesuffix(".html") for one in given}


@pytest.fixture(scope="module")
def shown(content) -> dict[str, Elements]:
    return {page.path: elements(content, page) for page in synthesis.pages(content)}


def test_it_leads_to_every_finding_and_to_every_evidence_model(content, shown):
    (full,) = content.syntheses
    linked = hrefs(shown[PAGE], PAGE)
    assert {addresses.finding(full.id, one.effect).page for one in full.effects} <= linked
    assert {f"studies/{model.partition('/')[0]}" for model in full.evidence_models} <= linked


def test_it_is_linked_from_its_findings_the_overview_the_list_and_the_method(content):
    one = next(iter(finding.pages(content)))
    for page in (one, *findings.pages(content), *home.pages(content), *method.pages(content)):
        assert PAGE in hrefs(elements(content, page), page.path), page.path


def test_it_stands_before_its_findings_in_their_tab(content):
    (page,) = synthesis.pages(content)
    turns = [one.order for one in finding.pages(content)]
    assert turns == list(range(page.order + 1, page.order + 1 + len(turns)))


def test_no_id_is_given_twice_and_every_row_names_its_turn(content, shown):
    found = shown[PAGE]
    assert [one for one, count in Counter(found.ids).items() if count > 1] == []
    text = " ".join(found.text)
    assert f"All {len(content.syntheses[0].evidence_models)} in the order of combining" in text


@pytest.fixture(scope="module")
def harmless(review) -> Elements:
    content = conclude(poisoned(review, PLAIN))
    return elements(content, next(iter(synthesis.pages(content))))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_adds_no_element_and_no_attribute(review, harmless, hostile):
    content = conclude(poisoned(review, hostile))
    found = elements(content, next(iter(synthesis.pages(content))))
    assert found.others == []
    for tag, attributes in found.found:
        assert tag not in ("script", "iframe", "object", "base", "meta", "form", "img")
        assert "zqx" not in " ".join((tag, *attributes))
        assert "zqx" not in " ".join(attributes.get(name) or "" for name in ("href", "src", "id", "class"))
    assert found.outside == harmless.outside
