"""Pages of gaps, trade-offs and subgroups: links lead somewhere, and hostile text stays text."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from generator.conclude import conclude
from generator.model.review import Review
from generator.pages.content import Content
from generator.pages.kinds import gaps, subgroup, synthesis, tradeoff
from generator.sensitivity import run
from generator.sensitivity.coverage import coverage
from tests.pages.poison import HOSTILE, PLAIN, Elements, poisoned
from tests.pages.test_study_pages import elements


def laid_out(review: Review) -> Content:
    """Conclusions with their maps and their subgroups, no other question asked."""
    content = conclude(review)
    asked = {one.synthesis.id: one for one in run(review, questions=()).syntheses}
    return replace(content, sensitivity=asked, coverage={one.id: coverage(review, one) for one in content.syntheses})


def rendered(content: Content, kinds=(gaps, subgroup, tradeoff)) -> dict[str, Elements]:
    return {page.path: elements(content, page) for kind in kinds for page in kind.pages(content)}


@pytest.fixture(scope="module")
def full_content(review: Review) -> Content:
    return laid_out(review)


@pytest.fixture(scope="module")
def shown(full_content: Content) -> dict[str, Elements]:
    return rendered(full_content)


def hrefs(found: Elements) -> list[str]:
    return [attributes["href"] or "" for tag, attributes in found.found if tag == "a" and "href" in attributes]


def test_every_link_within_a_page_leads_to_its_place_and_no_id_is_given_twice(shown):
    for path, found in shown.items():
        assert {href[1:] for href in hrefs(found) if href.startswith("#")} <= set(found.ids), path
        assert [one for one, count in Counter(found.ids).items() if count > 1] == [], path


def test_an_empty_cell_asks_for_the_study_that_is_missing(review, shown):
    asked = [href.partition("#")[2] for href in hrefs(shown["gaps"]) if "submit.html#" in href]
    assert asked
    effects = {effect.id for effect in review.rules.effects}
    techniques = {technique.id for technique in review.rules.techniques}
    for one in asked:
        given = parse_qs(one)
        assert given["effect"][0] in effects
        assert given["technique"][0] in techniques


def test_a_map_is_a_table_with_headers_in_a_region_of_its_own(shown):
    for path, found in shown.items():
        if not path.startswith("gaps"):
            continue
        scopes = Counter(a.get("scope") for tag, a in found.found if tag == "th")
        assert {"col", "row", "colgroup"} <= set(scopes)
        regions = [a for tag, a in found.found if a.get("class") == "lr-gaps"]
        assert {(a["tabindex"], a["role"]) for a in regions} == {("0", "region")}
        assert len({a["aria-label"] for a in regions}) == len(regions)
        assert all(a["aria-label"] for a in regions)


def test_of_the_trade_offs_the_overview_shows_one_and_leads_to_the_others(full_content, shown):
    overview, *others = tradeoff.pages(full_content)
    assert others
    assert len(overview.figures) == 1
    assert all(len(page.figures) == 1 and page.hidden for page in others)
    assert {f"{page.path}.html" for page in others} <= set(hrefs(shown["tradeoff"]))
    for page in others:
        # What is gained never stands without what is paid for it.
        assert page.path.rpartition("/")[2] in shown["tradeoff"].ids
        for row in page.values["whole"].rows:
            assert row[1].range
            assert row[3].range
        assert "../tradeoff.html" in hrefs(shown[page.path])


@pytest.fixture(scope="module")
def three(review: Review) -> Content:
    """The case study with a second synthesis of two of its studies, and a third of one."""
    first = review.plans[0]
    studies = [study.id for study in review.studies[:2]]

    def plan(name: str, kept: list[str]):
        models = tuple(model for model in first.evidence_models if model.partition("/")[0] in kept)
        return replace(first, id=name, title=name, evidence_models=models, published=None)

    return laid_out(replace(review, plans=(first, plan("two", studies), plan("single", studies[:1]))))


def test_every_synthesis_of_at_least_two_studies_has_maps_and_they_lead_to_each_other(three):
    given = {page.path: page for kind in (gaps, tradeoff, synthesis) for page in kind.pages(three)}
    asked = {"gaps", "tradeoff", "two", "single"}
    everything = {path: elements(three, page) for path, page in given.items() if path.rpartition("/")[2] in asked}
    for what in ("gaps", "tradeoff"):
        first, second = everything[what], everything[f"syntheses/two/{what}"]
        assert f"syntheses/two/{what}.html" in hrefs(first)
        assert f"../../{what}.html" in hrefs(second)
        assert f"syntheses/single/{what}" not in given
        current = [one for tag, one in second.found if tag == "strong" and one.get("aria-current") == "page"]
        assert len(current) == 1
    assert {"two/gaps.html", "two/tradeoff.html"} <= set(hrefs(everything["syntheses/two"]))
    assert not {one for one in hrefs(everything["syntheses/single"]) if one.startswith("single/")}


def test_pages_about_further_syntheses_are_reached_by_links_only_and_have_titles_of_their_own(three):
    found = [page for kind in (gaps, subgroup, tradeoff) for page in kind.pages(three)]
    assert {page.path for page in found if page.path.startswith("syntheses/")} <= {p.path for p in found if p.hidden}
    assert [title for title, count in Counter(page.title for page in found).items() if count > 1] == []


def test_every_subgroup_and_every_map_is_linked_and_reached_by_links_only(full_content, shown):
    for kind, index in ((subgroup, "findings/subgroups"), (gaps, "gaps")):
        found = list(kind.pages(full_content))
        assert [page.path for page in found if not page.hidden] == [index]
        folder = index.rpartition("/")[0]
        linked = {f"{folder}/{href}".lstrip("/").removesuffix(".html") for href in hrefs(shown[index])}
        assert {page.path for page in found if page.hidden} <= linked


def test_what_was_not_computed_has_no_page(content):
    assert list(gaps.pages(content)) == []
    assert list(subgroup.pages(content)) == []


@pytest.fixture(scope="module")
def harmless(review: Review) -> dict[str, Elements]:
    return rendered(laid_out(poisoned(review, PLAIN)))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_adds_no_element_and_no_attribute(review, harmless, hostile):
    # Trade-offs take long to draw: two texts must do for their template.
    kinds = (gaps, subgroup, tradeoff) if hostile in HOSTILE[1:4:2] else (gaps, subgroup)
    for path, found in rendered(laid_out(poisoned(review, hostile)), kinds).items():
        assert found.others == [], path
        for tag, attributes in found.found:
            assert tag not in ("script", "iframe", "object", "base", "meta", "form", "img")
            assert "zqx" not in " ".join((tag, *attributes))
            for name in ("href", "src", "id", "class"):
                assert "zqx" not in (attributes.get(name) or ""), path
        assert found.outside == harmless[path].outside, path
