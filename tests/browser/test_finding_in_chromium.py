"""The page of a finding: short at first, with every row a link away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import Site
from tests.chromium import arrive

PAGE = "findings/full/accuracy.html"
PLACES = ("alizadeh-2025-int8", "question-discount", "subgroups")
"""A row of the folded table of evidence, and two folded tables."""


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("place", PLACES)
def test_a_link_into_a_folded_table_opens_it(site: Site, browser: Browser, place: str, scripts: bool):
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(site.address + PAGE)
    target = page.locator(f"[id='{place}']")
    assert not target.is_visible()
    page.goto(f"{site.address}{PAGE}#{place}")
    expect(target).to_be_in_viewport()
    context.close()


def test_a_subgroup_leads_to_its_page_and_back(site: Site, context: BrowserContext):
    page = context.new_page()
    page.goto(f"{site.address}{PAGE}#subgroups")
    page.locator("#subgroups tbody th a").first.click()
    page.wait_for_url("**/findings/subgroups/**#accuracy")
    row = page.locator("tr#accuracy")
    row.wait_for()
    page.wait_for_function("document.getElementById('accuracy').classList.contains('lr-here')")
    row.get_by_role("link", name="Accuracy").click()
    page.wait_for_url(f"**/{PAGE}")


def test_the_longest_page_is_met_in_few_screens(site: Site, browser: Browser):
    for width, height, screens in ((1440, 900, 9), (360, 740, 16)):
        page = browser.new_page(viewport={"width": width, "height": height})
        arrive(page, site.address + PAGE)
        assert page.evaluate("document.documentElement.scrollHeight") <= screens * height
        page.close()
