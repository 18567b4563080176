"""How firm conclusions are, on every page that says so; hostile text stays text there too."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from itertools import chain, islice

import pytest

from generator.conclude import conclude
from generator.model.review import Review
from generator.model.scenario import Question
from generator.pages.content import Content
from generator.pages.kinds import data, finding, home, method
from generator.publishing.downloads import downloads
from generator.sensitivity import run
from generator.views.robustness.asked import asked
from generator.views.robustness.firmness import ONE_WORD
from generator.views.sensitivity_document import as_document
from tests.pages.poison import HOSTILE, PLAIN, Elements, poisoned
from tests.pages.test_study_pages import elements


def questioned(review: Review) -> Content:
    """The shipped review's conclusions and their sensitivity, with few draws."""
    belief = replace(review.sensitivity.study_belief, draws=500)
    few = replace(review, sensitivity=replace(review.sensitivity, study_belief=belief))
    return replace(conclude(few), sensitivity={one.synthesis.id: one for one in run(few).syntheses})


def rendered(content: Content, findings: int = 1) -> dict[str, Elements]:
    """The first ``findings`` pages of findings, and the others that speak of firmness."""
    others = (kind.pages(content) for kind in (home, method, data))
    return {page.path: elements(content, page) for page in chain(islice(finding.pages(content), findings), *others)}


@pytest.fixture(scope="module")
def firm(review: Review) -> Content:
    return questioned(review)


@pytest.fixture(scope="module")
def shown(firm: Content) -> dict[str, Elements]:
    return rendered(firm, findings=4)


def text(found: Elements) -> str:
    return " ".join("".join(found.text).split())


def test_a_finding_says_how_firm_it_is_and_shows_every_question(firm, shown):
    said = text(shown["findings/full/storage_size"])
    assert "Robust: holds in 98 % of the 63 combinations of studies; holds whichever study is left out." in said
    assert "Robust: the range holds under all 7 questions that count." in said
    ids = shown["findings/full/accuracy"].ids
    assert {"robustness", "variations", "subgroups"} <= set(ids)
    assert {f"question-{one.value}" for one in Question} <= set(ids)
    assert [one for one, count in Counter(ids).items() if count > 1] == []


def test_a_link_to_a_variation_leads_to_it(shown):
    for path, found in shown.items():
        inside = [a["href"][1:] for tag, a in found.found if tag == "a" and (a.get("href") or "").startswith("#")]
        assert set(inside) <= set(found.ids), path


def test_the_panel_opens_with_the_plain_verdict_and_ends_with_every_variation(shown):
    said = text(shown["findings/full/accuracy"])
    panel = said[said.index("How firm is this conclusion?") :]
    parts = (
        "Holds in 44 % of the 63 combinations",
        "Fragile: ",
        "which choices move",
        "What new study would change this?",
        "What each question found",
        "Every variation",
    )
    places = [panel.index(part) for part in parts]
    assert places == sorted(places)


def test_long_tables_wait_to_be_opened_and_short_ones_do_not(firm, shown):
    pages = {page.path: page.values for page in finding.pages(firm)}
    for path, one in shown.items():
        if path in pages:
            said, rows = text(one), len(pages[path]["evidence"].rows)
            assert (f"All {rows} evidence models in aggregation order" in said) == (rows > 6), path


def test_a_range_that_is_drawn_is_named_once(firm):
    page = next(iter(finding.pages(firm)))
    tables = [one.view.table for one in page.values["firm"].answers if one.view.table] + [page.values["firm"].subgroups]
    drawn = [cell for table in tables for row in table.rows for cell in row if cell.range is not None]
    assert drawn
    assert {cell.text for cell in drawn} == {""}


def test_home_has_a_word_for_every_conclusion(firm, shown):
    (full,) = firm.sensitivity.values()
    words = [ONE_WORD[one.robustness] for one in full.verdicts]
    labels = [a["aria-label"] for tag, a in shown["index"].found if a.get("aria-label", "").startswith("Firmness")]
    assert Counter(label.rpartition(": ")[2] for label in labels) == Counter(words)
    links = [a["href"] for tag, a in shown["index"].found if (a.get("href") or "").endswith("#robustness")]
    assert len(links) == len(words) + 1


def test_the_method_page_has_every_question_and_every_reason(review, shown):
    said = text(shown["method"])
    rules = review.sensitivity
    assert len(asked(rules).questions.rows) == len(Question)
    for row in asked(rules).questions.rows:
        assert all(" ".join(cell.text.split()) in said for cell in row[:1])
    for rule in (rules.study_belief, rules.intensity_bounds, rules.reading, rules.verdict, rules.subgroups):
        assert " ".join(rule.because.split()) in said


def test_every_file_of_results_is_listed_and_is_the_document_of_the_command(firm, shown):
    files = dict(downloads(firm))
    listed = [a["href"] for tag, a in shown["data"].found if tag == "a" and "download" in a]
    for synthesis, found in firm.sensitivity.items():
        path = f"data/sensitivity-{synthesis}.json"
        assert json.loads(files[path]) == json.loads(json.dumps(as_document(found)))
        assert path in listed


def test_without_results_nothing_is_said(content):
    for path, found in rendered(content).items():
        if path != "method":
            assert "robustness" not in found.ids
            assert not any("#robustness" in (a.get("href") or "") for _, a in found.found), path


@pytest.fixture(scope="module")
def harmless(review: Review) -> dict[str, Elements]:
    return rendered(questioned(poisoned(review, PLAIN)))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_adds_no_element_and_no_attribute(review: Review, harmless: dict[str, Elements], hostile: str):
    for path, found in rendered(questioned(poisoned(review, hostile))).items():
        assert found.others == [], path
        for tag, attributes in found.found:
            assert "zqx" not in " ".join((tag, *attributes))
            assert not any(name.startswith("on") for name in attributes)
            assert tag not in ("script", "iframe", "object", "base", "meta", "form")
            assert tag != "img" or re.fullmatch(r"(\.\./)*badges/[a-z0-9._/-]+\.svg", attributes["src"]), path
            for name in ("href", "src", "id", "class"):
                assert "zqx" not in (attributes.get(name) or ""), path
        assert found.outside == harmless[path].outside, path
