"""The page on which evidence is submitted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.pages.content import Content
from generator.pages.kinds import submit
from generator.pages.render import environment, render
from generator.submission.issue_form import NAME, form_fields
from generator.submission.results_table import HEADER
from tests.conftest import ROOT

EXAMPLE = (ROOT / "evidence/annotated-example.yaml").read_text(encoding="utf-8")


def shown(content: Content, repository: str | None = None) -> str:
    asked = replace(content.review, question=replace(content.review.question, repository=repository))
    (page,) = submit.pages(replace(content, review=asked, example=EXAMPLE))
    return render(environment(ROOT / "site_templates"), page, {"question": asked.question}, lambda _: "")


def test_it_shows_the_whole_example_and_nothing_of_it_is_markup(content: Content) -> None:
    text = shown(content)
    block = text.partition('aria-label="An example of a study file"><code>')[2].partition("</code>")[0]
    assert block.count("\n") == EXAMPLE.count("\n")
    assert "<" not in block.replace("\n", "")


def test_it_speaks_of_the_form_as_the_form_is(content: Content) -> None:
    assert (submit.FORM, submit.RESULTS) == (NAME, HEADER)
    assert "results" in {one.id for one in form_fields(content.review.rules)}


def test_without_a_repository_no_link_is_made_up(content: Content) -> None:
    assert "https://" not in shown(content).partition('id="example"')[0].partition("{: #example }")[0]


@pytest.mark.parametrize(
    "address", ["https://forge.example/a/b", "https://forge.example/a/b.git", "https://forge.example/a/b/"]
)
def test_with_a_repository_the_form_is_one_click_away(content: Content, address: str) -> None:
    assert submit.repository(address) == submit.Repository(
        "https://forge.example/a/b",
        "https://forge.example/a/b/issues/new?template=study.yml",
        "https://forge.example/a/b/new/HEAD/evidence/studies",
    )
    assert "data-lr-form" in shown(content, address)


@pytest.mark.parametrize("address", [None, "javascript:alert(1)", 'https://a.example/"><script>', "http://a.example/b"])
def test_no_other_address_becomes_a_link(address: str | None) -> None:
    assert submit.repository(address) is None
