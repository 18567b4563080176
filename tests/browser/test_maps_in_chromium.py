"""The maps of gaps and trade-offs and the subgroups, opened and used."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import Site
from tests.browser.test_site_in_chromium import watch
from tests.chromium import arrive

PAGES = [
    "gaps.html",
    "gaps/weights.html",
    "gaps/hardware_class.html",
    "tradeoff.html",
    "tradeoff/f1_score.html",
    "syntheses/ptq-int8/tradeoff.html",
    "findings/subgroups.html",
    "findings/subgroups/weights/int8.html",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_a_map_opens_without_a_complaint_and_never_scrolls_the_page_sideways(
    site: Site, browser: Browser, path: str, scheme, width: int
):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    seen = watch(page, site)
    arrive(page, site.address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    assert seen == []
    context.close()


def test_a_cell_leads_to_its_evidence(site: Site, context: BrowserContext):
    page = context.new_page()
    page.goto(f"{site.address}gaps.html")
    cell = page.locator("td.lr-gaps__more a").first
    anchor = (cell.get_attribute("href") or "").rpartition("#")[2]
    cell.focus()
    page.keyboard.press("Enter")
    row = page.locator(f"[id='{anchor}']")
    expect(row).to_be_in_viewport()
    assert page.url.endswith(f"#{anchor}")
    assert row.locator("a").count() >= 2


def test_an_empty_cell_asks_for_the_missing_study(site: Site, context: BrowserContext):
    page = context.new_page()
    page.goto(f"{site.address}gaps.html")
    cell = page.locator("td.lr-gaps__none a").first
    cell.click()
    page.wait_for_url("**/submit.html#effect=*&technique=*")
    note = page.locator(".lr-submit [data-lr-wanted]")
    note.wait_for()
    assert "the effect" in note.inner_text()
    assert "by the technique" in note.inner_text()


def test_a_wide_map_is_moved_within_its_region_by_keyboard(site: Site, browser: Browser):
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{site.address}gaps/weights.html")
    region = page.locator(".lr-gaps").first
    region.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.lr-gaps').scrollLeft > 0")
    head = page.locator(".lr-gaps tbody th[scope=row]").first
    assert head.evaluate("one => one.getBoundingClientRect().left") >= 0
    context.close()


def test_a_trade_off_and_what_was_combined_are_reached_by_links_only(site: Site, context: BrowserContext):
    page = context.new_page()
    page.goto(f"{site.address}tradeoff.html")
    page.locator("tr#f1_score th a").first.click()
    expect(page.locator("h1")).to_contain_text("F1 score")
    assert page.locator("figure.lr-chart").count() == 1
    page.locator(".lr-kicker a").last.click()
    expect(page.locator("h1")).to_contain_text("All evidence")
    page.locator("#findings ~ p a", has_text="Trade-offs").click()
    page.wait_for_url("**/tradeoff.html")


def test_the_diagram_of_a_synthesis_is_drawn_for_the_width_and_for_paper(site: Site, browser: Browser):
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}syntheses/full.html")
    wide, narrow = (page.locator(f".lr-evidence-diagram__{width} svg") for width in ("wide", "narrow"))
    assert narrow.is_visible()
    assert not wide.is_visible()
    page.emulate_media(media="print")
    assert wide.is_visible()
    assert not narrow.is_visible()
    context.close()


def test_without_javascript_maps_and_trade_offs_are_there(site: Site, browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}gaps.html")
    assert page.locator(".lr-gaps__map td a").first.is_visible()
    page.goto(f"{site.address}tradeoff.html")
    assert page.locator("figure.lr-chart .lr-chart__wide > svg").first.is_visible()
    context.close()


def test_a_cell_leads_to_its_evidence_opens_it_and_marks_it(site: Site, context: BrowserContext):
    page = context.new_page()
    page.goto(site.address)
    arrive(page, site.address + "gaps.html")
    cell = page.locator(".lr-gaps__map td a[href*='#']:not([href*='submit'])").first
    name = (cell.get_attribute("href") or "").partition("#")[2]
    row = page.locator(f"[id='{name}']")
    assert not row.is_visible()
    cell.click()
    row.wait_for()
    page.wait_for_function("name => document.getElementById(name).classList.contains('lr-here')", arg=name)
    page.wait_for_function("name => document.getElementById(name).getBoundingClientRect().top < innerHeight", arg=name)
