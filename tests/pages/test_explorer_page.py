"""The page of the explorer as it is without JavaScript, and what its scripts find in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from generator.pages.content import Content
from generator.pages.kinds import data, explorer
from generator.pages.page import Page
from generator.publishing.downloads import downloads
from tests.conftest import ROOT
from tests.pages.poison import HOSTILE, PLAIN, Elements, poisoned
from tests.pages.test_history_page import asked
from tests.pages.test_study_pages import elements

SCRIPTS = ROOT / "site_templates/assets/js/explorer"


def page_of(content: Content) -> Page:
    (page,) = explorer.pages(content)
    return page


def text(found: Elements) -> str:
    return " ".join("".join(found.text).split())


@pytest.fixture(scope="module")
def found(content: Content) -> Elements:
    return elements(content, page_of(content))


def test_without_javascript_it_says_what_it_needs_and_leads_to_the_data(found):
    said = text(found)
    assert "It needs JavaScript, and pages that come from a web server" in said
    links = [one["href"] for tag, one in found.found if tag == "a"]
    assert {"data.html", "data/explorer.json", "findings/index.html"} <= set(links)


def test_where_the_conclusions_were_questioned_it_leads_to_the_panel_of_each(content):
    asked_content = asked(content)
    links = [one["href"] for tag, one in elements(asked_content, page_of(asked_content)).found if tag == "a"]
    for one in content.syntheses[0].effects:
        assert f"findings/{content.syntheses[0].id}/{one.effect}.html#robustness" in links


def test_what_works_with_javascript_only_is_hidden_until_it_starts(found):
    parts = {one["data-part"]: one for _, one in found.found if "data-part" in one}
    assert all("hidden" in parts[name] for name in ("live", "refused", "why"))


def test_its_script_and_its_data_are_where_it_says(content, found):
    (place,) = (one for _, one in found.found if "data-explorer" in one)
    assert (ROOT / "site_templates" / (place["data-explorer"] or "")).is_file()
    assert place["data-document"] in dict(downloads(content))
    assert place["data-finding"] == "findings/SYNTHESIS/EFFECT.html"
    assert place["data-model"] == "studies/STUDY.html#MODEL"


def test_every_part_that_a_script_asks_for_is_in_the_page(found):
    scripts = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js"))
    parts = {one["data-part"] for _, one in found.found if "data-part" in one}
    assert set(re.findall(r'part\("([a-z-]+)"\)', scripts)) == parts


def test_every_group_of_choices_has_a_legend_and_an_explanation(found):
    groups = [one["data-group"] for _, one in found.found if "data-group" in one]
    assert len(groups) == len(set(groups)) == 8
    assert sum(tag == "legend" for tag, _ in found.found) == len(groups)


def test_no_script_of_the_explorer_writes_markup_or_runs_text():
    for path in SCRIPTS.glob("*.js"):
        program = path.read_text(encoding="utf-8")
        for risk in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
            assert risk not in program, path.name


def test_no_place_is_named_twice(found):
    assert [one for one, count in Counter(found.ids).items() if count > 1] == []


def test_the_data_page_names_the_data_file(content):
    (page,) = data.pages(content)
    assert "data/explorer.json" in dict(page.values["files"])


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_evidence_changes_no_element(content, hostile):
    shapes = []
    for words in (PLAIN, hostile):
        poison = replace(content, review=poisoned(content.review, words))
        found = elements(poison, page_of(poison))
        assert not found.others
        shapes.append(found.outside)
    assert shapes[0] == shapes[1]
