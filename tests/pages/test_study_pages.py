"""Pages of studies, evidence files and the method: every number can be followed, and hostile text stays text."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from generator.conclude import conclude
from generator.model.review import Review
from generator.pages.content import Content
from generator.pages.kinds import method, source, studies, study
from generator.pages.outward import arxiv, doi, https
from generator.pages.page import Page
from generator.pages.render import environment, render
from generator.views import addresses
from generator.views.table import Link, Table
from tests.conftest import ROOT
from tests.pages.poison import HOSTILE, PLAIN, Elements, html, poisoned

KINDS = (study, studies, source, method)
ENVIRONMENT = environment(ROOT / "site_templates")


def pages(content: Content) -> dict[str, Page]:
    return {page.path: page for kind in KINDS for page in kind.pages(content)}


def elements(content: Content, page: Page) -> Elements:
    site = {"review": content.review, "question": content.review.question}
    return Elements(html(render(ENVIRONMENT, page, site, lambda specification: "")))


@pytest.fixture(scope="module")
def rendered(content: Content) -> dict[str, Elements]:
    return {path: elements(content, page) for path, page in pages(content).items()}


def test_every_effect_of_every_evidence_model_has_its_row_and_its_steps(content, rendered):
    for piece in content.pieces:
        link = addresses.derivation(piece.evidence_model, piece.effect)
        ids = rendered[link.page].ids
        assert link.anchor in ids
        assert f"{link.anchor}-derivation" in ids


def test_every_evidence_model_has_its_section(content, rendered):
    for one in content.review.studies:
        for model in one.evidence_models:
            link = addresses.evidence_model(model.id)
            assert link.anchor in rendered[link.page].ids


def test_every_line_of_evidence_can_be_linked_to(content, rendered):
    for file in content.review.files:
        ids = rendered[addresses.source_page(file.path)].ids
        assert [f"L{number}" for number in range(1, file.text.count("\n") + 1)] == [
            one for one in ids if one.startswith("L")
        ]
    for piece in content.pieces:
        link = addresses.source(piece.place)
        assert link.anchor in rendered[link.page].ids


def test_the_listing_of_a_file_is_the_file(content, rendered):
    for file in content.review.files:
        shown = "".join(rendered[addresses.source_page(file.path)].text)
        assert file.text.strip() in shown


def test_no_page_has_one_id_twice(rendered):
    for path, found in rendered.items():
        assert [one for one, count in Counter(found.ids).items() if count > 1] == [], path


def test_links_inside_these_pages_lead_somewhere(content, rendered):
    ours = {f"{path}.html" for path in rendered}
    for path, page in pages(content).items():
        for link in _links(page.values):
            if f"{link.page}.html" in ours and link.anchor:
                assert link.anchor in rendered[link.page].ids, (path, link)


def _links(value):
    if isinstance(value, Link):
        yield value
    elif isinstance(value, Table):
        yield from (cell.link for row in value.rows for cell in row if cell.link)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _links(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _links(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _links(getattr(value, name))


def test_the_fifteen_equations_have_their_anchors_and_speak(rendered):
    found = rendered["method"].found
    assert [f"eq-{number}" for number in range(1, 16)] == [
        attributes["id"] for _, attributes in found if (attributes.get("id") or "").startswith("eq-")
    ]
    spoken = [attributes.get("alttext") for tag, attributes in found if tag == "math"]
    assert len(spoken) == 15
    assert all(spoken)


def test_the_worked_example_is_what_dempsters_rule_gives(rendered):
    theta = frozenset(range(7))
    first = _combined(
        {frozenset({5, 6}): Fraction(65, 100), theta: Fraction(35, 100)}, frozenset({4, 5}), Fraction(4, 10)
    )
    second = _combined(first, frozenset({6}), Fraction(9, 10))
    shown = "".join(rendered["method"].text)
    for number in (*first.values(), *second.values()):
        assert f"{float(number):.7f}".rstrip("0") in shown


def _combined(masses, focal, mass):
    kept: dict[frozenset[int], Fraction] = {}
    for one, its in masses.items():
        for other, other_mass in ((focal, mass), (frozenset(range(7)), 1 - mass)):
            if one & other:
                kept[one & other] = kept.get(one & other, Fraction(0)) + its * other_mass
    return {one: value / sum(kept.values()) for one, value in kept.items()}


def test_values_from_a_summary_are_marked(content, rendered):
    for one in content.review.studies:
        text = "".join(rendered[f"studies/{one.id}"].text)
        assert ("Not read in the paper itself" in text) == (one.extraction.kind.value == "summary")


@pytest.fixture(scope="module")
def harmless(review: Review) -> dict[str, Elements]:
    content = conclude(poisoned(review, PLAIN))
    return {path: elements(content, page) for path, page in pages(content).items()}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_adds_no_element_and_no_attribute(review: Review, harmless: dict[str, Elements], text: str):
    content = conclude(poisoned(review, text))
    for path, page in pages(content).items():
        found = elements(content, page)
        assert found.others == []
        for tag, attributes in found.found:
            names = " ".join((tag, *attributes))
            assert "zqx" not in names
            assert not any(name.startswith("on") for name in attributes)
            assert tag not in ("script", "iframe", "object", "base", "meta", "form", "img")
            for name in ("href", "src", "id", "class"):
                assert "zqx" not in (attributes.get(name) or ""), path
        if not path.startswith("sources/"):
            assert found.outside == harmless[path].outside, path


def test_hostile_text_is_shown_as_it_is(review: Review):
    text = HOSTILE[0]
    content = conclude(poisoned(review, text))
    page = next(iter(study.pages(content)))
    assert text in "".join(elements(content, page).text)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "http://example.org/",
        "https://user@example.org/",
        "https://a b",
        "//example.org",
        "",
        None,
    ],
)
def test_only_plain_https_addresses_become_links(address):
    assert https(address) is None


def test_identifiers_become_addresses_only_if_they_are_what_they_say():
    assert doi("10.1234/a<b") == "https://doi.org/10.1234/a%3Cb"
    assert doi("10.1234/a b") is None
    assert doi("javascript:1") is None
    assert arxiv("2505.00816") == "https://arxiv.org/abs/2505.00816"
    assert arxiv("2505.00816/../x") is None
