"""The page on which evidence is submitted, prepared by the address that leads to it."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import Site


def opened(context: BrowserContext, site: Site, fragment: str) -> Page:
    page = context.new_page()
    page.goto(f"{site.address}submit.html{fragment}")
    page.wait_for_load_state("networkidle")
    return page


def test_an_empty_cell_prepares_the_command(site: Site, context: BrowserContext):
    page = opened(context, site, "#effect=accuracy&technique=ptq")
    assert "new study --from paper.bib --effect accuracy --technique ptq" in page.inner_text("body")
    assert "Wanted: a study of the effect “Accuracy” by the technique “Post-training" in page.inner_text(".lr-submit")


@pytest.mark.parametrize(
    "fragment",
    ["", "#example", "#effect=nothing", "#effect=%22%3E%3Cimg%20src%3Dx%3E&technique=__proto__", "#effect=toString"],
)
def test_any_other_address_prepares_nothing(site: Site, context: BrowserContext, fragment: str):
    page = opened(context, site, fragment)
    assert page.locator(".lr-submit").is_hidden()
    assert page.inner_text("[data-lr-options]") == ""


def test_another_cell_changes_what_was_prepared(site: Site, context: BrowserContext):
    page = opened(context, site, "#effect=accuracy")
    page.evaluate("location.hash = 'effect=f1_score'")
    page.wait_for_function("document.querySelector('[data-lr-options]').textContent.includes('f1_score')")
    assert "accuracy" not in page.inner_text("[data-lr-options]")
