"""Tables and charts are taken away, rows are linked to, and terms are explained in place."""

from __future__ import annotations

import re
import struct

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_site_in_chromium import watch
from tests.chromium import arrive

PAGE = "findings/full/f1_score.html"


def opened(page: Page, site: Site, what: str):
    """The first closed part of that name, opened."""
    details = page.locator("details.lr-take:visible", has=page.get_by_text(what, exact=True)).first
    details.locator("summary").click()
    return details


@pytest.fixture
def page(site: Site, context: BrowserContext) -> Page:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.address)
    page = context.new_page()
    arrive(page, site.address + PAGE)
    return page


def copied(page: Page) -> str:
    expect(page.get_by_role("status").filter(has_text="Copied.").first).to_be_visible()
    return page.evaluate("navigator.clipboard.readText()")


def test_a_chart_becomes_a_png_of_twice_its_size_without_a_complaint(site: Site, page: Page):
    seen = watch(page, site)
    chart = opened(page, site, "Use this chart")
    with page.expect_download() as waiting:
        chart.get_by_role("button", name="Drawing as PNG").click()
    found = waiting.value
    assert re.fullmatch(r"full-f1_score-[a-z]+\.png", found.suggested_filename)
    data = found.path().read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">I", data[16:20])[0] == 2 * 760
    assert len(data) > 20_000
    assert seen == []


def test_the_lines_of_a_chart_are_copied_whole_with_the_address_of_this_site(site: Site, page: Page):
    chart = opened(page, site, "Use this chart")
    chart.get_by_role("button", name="Copy: HTML to show it elsewhere").click()
    line = copied(page)
    assert f'<img src="{site.address}charts/full-f1_score-evidence.svg"' in line
    chart.get_by_role("button", name="Copy: Citation").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('“')")
    assert copied(page).endswith(f"{site.address}{PAGE}#chart-full-f1_score-evidence")


def test_a_table_is_copied_as_markdown(site: Site, page: Page):
    table = opened(page, site, "About this table")
    table.get_by_role("button", name="Copy as Markdown").click()
    lines = copied(page).splitlines()
    assert lines[0].startswith("| Evidence model | ")
    assert re.fullmatch(r"(\| --- )+\|", lines[1])
    assert len({re.sub(r"\\.", "", line).count("|") for line in lines}) == 1


def test_without_javascript_files_and_words_are_there_and_no_button(site: Site, browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + PAGE)
    chart = opened(page, site, "Use this chart")
    assert chart.get_by_role("link", name="Drawing as SVG").is_visible()
    assert chart.get_by_role("link", name="Rows as CSV").is_visible()
    assert "https://" in chart.inner_text() or site.address in chart.inner_text() or PAGE in chart.inner_text()
    assert page.locator(".lr-take button").count() == 0
    context.close()


def test_a_row_shows_its_link_to_keyboard_and_pointer_and_is_marked(page: Page):
    link = page.locator("tr:visible .lr-row").nth(1)
    assert link.evaluate("one => getComputedStyle(one).opacity") == "0"
    link.focus()
    assert link.evaluate("one => getComputedStyle(one).opacity") == "1"
    page.keyboard.press("Enter")
    row = link.evaluate("one => one.closest('tr').id")
    assert page.evaluate("decodeURIComponent(location.hash)") == f"#{row}"
    assert page.locator(f"tr[id='{row}']").evaluate("one => one.matches(':target')")


def test_a_term_is_explained_to_the_keyboard_until_escape(page: Page):
    term = page.locator("thead a.lr-term[title]:visible").first.element_handle()
    term.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    box = page.locator(".lr-popover")
    expect(box).to_be_visible()
    assert term.get_attribute("aria-describedby") == box.get_attribute("id")
    assert term.get_attribute("title") is None
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    assert term.get_attribute("title")


def test_an_explanation_stays_while_the_pointer_is_on_it(page: Page):
    page.locator("thead a.lr-term:visible").nth(1).hover()
    box = page.locator(".lr-popover")
    expect(box).to_be_visible()
    box.hover()
    page.wait_for_timeout(600)
    expect(box).to_be_visible()
    page.mouse.move(2, 500)
    expect(box).to_have_count(0)


def test_a_first_tap_explains_and_a_second_follows(site: Site, browser: Browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    arrive(page, site.address + PAGE)
    term = page.locator(".lr-facts dt a").first
    term.tap()
    box = page.locator(".lr-popover")
    expect(box).to_be_visible()
    left, width = box.evaluate("one => [one.getBoundingClientRect().left, one.getBoundingClientRect().width]")
    assert left >= 0
    assert left + width <= 360
    term.tap()
    page.wait_for_url("**/glossary.html#range")
    context.close()


def test_home_leads_to_the_tour_and_the_tour_to_the_line_of_evidence(site: Site, context: BrowserContext):
    page = context.new_page()
    seen = watch(page, site)
    page.goto(site.address)
    page.get_by_role("link", name="The two-minute tour").click()
    page.locator("h1", has_text="Two-minute tour").wait_for()
    page.locator("#number ~ ol a").last.click()
    page.locator(".lr-line").first.wait_for()
    assert "/sources/" in page.url
    assert page.evaluate("document.querySelector(location.hash).textContent").strip()
    assert seen == []
