"""Pages about the review itself: how it is kept alive, how its studies were found, what left it, how to cite it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from generator.conclude import conclude
from generator.model.release import History
from generator.pages.content import Content
from generator.pages.here import in_version
from generator.pages.kinds import cite, living, selection, withdrawn
from generator.pages.page import Page
from generator.pages.render import environment, render
from generator.publishing.write import site_values
from generator.views.citation import citation, files
from tests.conftest import ROOT
from tests.pages.poison import HOSTILE, PLAIN, Elements, html, poisoned
from tests.views.selections import FLOW, GONE, first_release, second, second_history

KINDS = (cite, living, selection, withdrawn)
ENVIRONMENT = environment(ROOT / "site_templates")
TOMBSTONE = f"studies/{GONE.study}"


def pages(content: Content) -> dict[str, Page]:
    return {page.path: page for kind in KINDS for page in kind.pages(content)}


def rendered(content: Content) -> dict[str, Elements]:
    site = site_values(content)
    return {
        path: Elements(html(render(ENVIRONMENT, page, site, lambda specification: "")))
        for path, page in pages(content).items()
    }


def text(found: Elements) -> str:
    return " ".join("".join(found.text).split())


@pytest.fixture(scope="module")
def first(review):
    return first_release(review)


@pytest.fixture(scope="module")
def newer(review, first) -> Content:
    """The second version, published, without one study, one effect and one synthesis of the first."""
    content = replace(conclude(second(review)), history=second_history(first, review), published=True)
    (full,) = content.syntheses
    return replace(content, syntheses=(replace(full, effects=full.effects[1:]),))


@pytest.fixture(scope="module")
def shown(newer) -> dict[str, Elements]:
    return rendered(newer)


def test_every_page_opens_with_version_and_dates(shown):
    for path, found in shown.items():
        line = "Version 2.0 of 2 December 2026 · last search unknown · next search promised by 31 May 2027"
        assert text(found).startswith(line), path
        (banner,) = [one for tag, one in found.found if one.get("class") == "lr-status"]
        assert (banner["data-version"], banner["data-released"]) == ("2.0", "2026-12-02")
        assert (banner["data-last-search"], banner["data-next-search"]) == ("", "2027-05-31")
        assert banner["data-page"] == f"{path}.html"
        assert banner["data-home"] == "../" * path.count("/") + "index.html"
        assert "data-published" in banner


def test_a_working_state_says_so_and_looks_for_no_newer_version(content):
    for found in rendered(content).values():
        assert text(found).startswith("A working state, not a version · last search")
        assert not any("data-published" in one for _, one in found.found)


def test_a_paused_review_says_so_on_every_page(review, content):
    paused = replace(content, review=replace(review, living=replace(review.living, status="paused")))
    assert all("This review is paused" in text(found) for found in rendered(paused).values())


def test_a_study_that_left_keeps_its_address_and_leads_to_its_last_version(shown, review):
    found = shown[TOMBSTONE]
    for words in ("left the review with version 2.0", GONE.because, review.study(GONE.study).bibliography.title):
        assert words in text(found)
    links = [one.get("href") for tag, one in found.found if tag == "a"]
    assert f"../../1.0/studies/{GONE.study}.html" in links
    assert "../selection.html#withdrawn" in links


def test_a_withdrawn_conclusion_keeps_its_address_and_its_last_result(newer, shown, first):
    gone = first.syntheses[0].conclusions[0]
    found = shown[f"findings/full/{gone.effect}"]
    for words in ("withdrawn with version 2.0", "in version 1.0", gone.range.words, f"{gone.belief:.2f}"):
        assert words in text(found)
    assert f"../../../1.0/findings/full/{gone.effect}.html" in [one.get("href") for _, one in found.found]


def test_nothing_leads_to_another_version_of_a_site_that_is_not_published(newer):
    for path, found in rendered(replace(newer, published=False)).items():
        targets = [one.get("href") or "" for _, one in found.found]
        outside = [target for target in targets if target.startswith("../" * (path.count("/") + 1))]
        assert outside == [], path


def test_tombstones_are_in_no_navigation(newer):
    tombstones = list(withdrawn.pages(newer))
    assert {page.path for page in tombstones} == {TOMBSTONE, "findings/full/accuracy"}
    assert all(page.hidden for page in tombstones)


def test_a_page_of_another_version_is_beside_this_one():
    assert in_version("index", "1.0", "index.html") == "../1.0/index.html"
    assert in_version("studies/a", "1.0", "studies/a.html") == "../../1.0/studies/a.html"
    with pytest.raises(ValueError, match="not a plain address"):
        in_version("index", "..", "index.html")


def test_the_flow_is_drawn_told_and_tabled(shown):
    found = shown["selection"]
    drawn = [one for tag, one in found.found if tag == "svg"]
    assert [one["role"] for one in drawn] == ["group", "group"]
    for step in FLOW:
        assert text(found).count(f"{step.number:,}") >= 3
    assert {"step-1", "step-1-left", "step-4-joined", "withdrawn", "criteria"} <= set(found.ids)
    assert GONE.because in text(found)


def test_a_review_without_a_flow_says_that_no_numbers_were_recorded(content):
    bare = replace(content, review=replace(content.review, search=replace(content.review.search, flow=())))
    found = rendered(bare)["selection"]
    assert "was not recorded" in text(found)
    assert not [tag for tag, _ in found.found if tag == "svg"]


def test_what_its_curators_did_not_state_is_listed_as_not_stated(review, content):
    silent = replace(review.living, contact=None, protocol=None, funding=None, interests=None)
    found = text(rendered(replace(content, review=replace(review, living=silent)))["living"])
    for item in ("Contact", "Protocol", "Funding", "Competing interests"):
        assert f"{item} not stated" in found or f"{item}not stated" in found


def test_the_living_page_lists_the_versions_newest_first(shown):
    found = shown["living"]
    assert [one for one in found.ids if one.startswith("version-")] == ["version-2.0", "version-1.0"]
    assert "30 November 2026" in text(found)
    assert {"../2.0/index.html", "../1.0/index.html"} <= {one.get("href") for _, one in found.found}


def test_every_citation_is_shown_as_it_is_downloaded(newer, shown):
    whole = "".join(shown["cite"].text)
    for ending, _, cited in files(citation(newer.review, newer.history, newer.home)):
        assert cited.replace("\r", "").rstrip("\n") in whole, ending


def test_a_working_state_names_the_version_to_cite_instead(content, first):
    found = rendered(replace(content, history=History("", releases=(first,))))["cite"]
    assert "Cite a released version instead: the last one is version 1.0 of 25 November 2026" in text(found)
    assert "@misc" not in text(found)
    assert "there is none yet" in text(rendered(content)["cite"])


def test_no_page_has_one_id_twice(shown):
    for path, found in shown.items():
        assert [one for one, count in Counter(found.ids).items() if count > 1] == [], path


def hostile(newer: Content, words: str) -> dict[str, Elements]:
    review, releases = poisoned(newer.review, words), poisoned(newer.history.releases, words)
    past = replace(newer.history, releases=releases, released=date(2026, 12, 2))
    return rendered(replace(newer, review=review, history=past))


@pytest.fixture(scope="module")
def harmless(newer) -> dict[str, Elements]:
    return hostile(newer, PLAIN)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_adds_no_element_and_no_attribute(newer, harmless, words):
    for path, found in hostile(newer, words).items():
        assert found.others == []
        assert found.outside == harmless[path].outside, path
        for tag, attributes in found.found:
            assert tag not in ("script", "iframe", "object", "base", "meta", "form", "img")
            assert not any(name.startswith("on") or "zqx" in name for name in (tag, *attributes))
            for name in ("href", "xlink:href", "id", "class"):
                assert "zqx" not in (attributes.get(name) or ""), path
