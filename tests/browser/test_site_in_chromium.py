"""The built site, opened."""

from __future__ import annotations

import pkgutil
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from playwright.sync_api import BrowserContext, Page

from generator.pages import kinds
from tests.browser.conftest import Site
from tests.browser.kinds import KINDS, PAGES
from tests.chromium import arrive


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if value and (name in ("href", "src") or name.startswith("data-spec") or name == "data-vega"):
                self.found.append(value)


def parsed(path: Path) -> Links:
    links = Links()
    links.feed(path.read_text(encoding="utf-8"))
    return links


def watch(page: Page, site: Site) -> list[str]:
    """Everything that should not happen: console errors, failed or outside requests, dialogs."""
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on(
        "request", lambda one: None if one.url.startswith((site.address, "data:", "blob:")) else seen.append(one.url)
    )
    page.on("response", lambda one: seen.append(f"{one.status} {one.url}") if one.status >= 400 else None)
    page.on("dialog", lambda dialog: seen.append(dialog.message))
    return seen


def test_every_kind_of_page_is_looked_at():
    assert sorted(KINDS) == sorted(module.name for module in pkgutil.iter_modules(kinds.__path__))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_without_a_complaint_or_an_outside_request(site: Site, context: BrowserContext, path: str):
    page = context.new_page()
    seen = watch(page, site)
    arrive(page, site.address + path)
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text().strip()
    assert seen == []


@pytest.mark.parametrize("path", ["index.html", "findings/full/accuracy.html", "findings/ptq-int8/storage_size.html"])
def test_charts_are_drawn_live_when_they_come_near(site: Site, context: BrowserContext, path: str):
    page = context.new_page()
    seen = watch(page, site)
    page.goto(site.address + path)
    charts = page.locator("figure.lr-chart")
    assert charts.count() >= 1
    for number in range(charts.count()):
        charts.nth(number).scroll_into_view_if_needed()
        live = charts.nth(number).locator(".lr-chart__wide .lr-chart__live svg")
        live.wait_for()
        assert live.locator("path, rect, text").count() > 5
    assert seen == []


def test_charts_survive_instant_navigation_and_the_back_button(site: Site, context: BrowserContext):
    page = context.new_page()
    seen = watch(page, site)
    page.goto(site.address)
    page.locator("table.lr-findings a", has_text="Accuracy").click()
    page.wait_for_url("**/findings/full/accuracy.html")
    page.locator("figure.lr-chart .lr-chart__wide .lr-chart__live svg").first.wait_for()
    page.go_back()
    page.locator("table.lr-findings").wait_for()
    assert seen == []


@pytest.mark.parametrize("path", PAGES)
def test_without_javascript_nothing_is_lost(site: Site, browser, path: str):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(site.address + path)
    for chart in page.locator("figure.lr-chart").all():
        assert chart.locator(".lr-chart__wide > svg").is_visible()
        assert chart.locator("[role=img]").first.get_attribute("aria-label")
    assert page.locator("h1").inner_text().strip()
    context.close()


def test_the_site_opens_from_a_folder(site: Site, context: BrowserContext):
    page = context.new_page()
    page.goto((site.folder / "index.html").as_uri())
    page.locator("table.lr-findings a", has_text="Storage size").click()
    assert page.locator("h1").inner_text().startswith("Storage size")
    assert page.locator("figure.lr-chart svg").first.is_visible()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out_on_a_phone_or_a_tablet(site: Site, browser, path: str):
    context = browser.new_context(viewport={"width": 768, "height": 1024}, color_scheme="dark")
    page = context.new_page()
    arrive(page, site.address + path)
    for width in (768, 360):
        page.set_viewport_size({"width": width, "height": 740})
        page.wait_for_timeout(150)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    context.close()


def test_a_reader_gets_from_home_to_the_line_of_evidence_in_three_clicks(site: Site, context: BrowserContext):
    page = context.new_page()
    page.goto(site.address)
    page.locator("table.lr-findings a", has_text="Accuracy").click()
    page.locator("h1", has_text="Accuracy").wait_for()
    page.locator("#numbers + p a", has_text=re.compile("^paul-2022/q0.2$")).click()
    page.wait_for_url("**/studies/paul-2022.html#q0.2-accuracy")
    row = page.locator("[id='q0.2-accuracy']")
    row.locator("a", has_text="line").click()
    page.wait_for_url(re.compile(r"sources/studies--paul-2022\.html#L\d+"))
    page.locator(".lr-line").first.wait_for()
    line = page.evaluate("document.querySelector(location.hash).textContent")
    assert line.strip() == "accuracy: {reported: {mean: -8.461, clusters: 1}}"


def test_every_internal_link_leads_somewhere(site: Site):
    known = {path: parsed(site.folder / path) for path in site.pages()}
    broken = []
    for path, links in known.items():
        if path == "404.html":
            continue
        for link in links.found:
            target, fragment = urldefrag(urljoin(f"{site.address}{path}", link))
            if not target.startswith(site.address):
                continue
            file = unquote(target.removeprefix(site.address)) or "index.html"
            if not (site.folder / file).is_file():
                broken.append(f"{path}: {link}")
            elif (
                fragment
                and "=" not in fragment  # A choice that the page takes up, not a place on it.
                and file in known
                and unquote(fragment) not in known[file].ids
                and not fragment.startswith("__")
            ):
                broken.append(f"{path}: {link} (no such place)")
    assert broken == []


def test_no_page_names_an_outside_script_style_image_or_font(site: Site):
    outside = re.compile(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=[\"']?https?://(?!127\.0\.0\.1)", re.I)
    found = [path for path in site.pages() if outside.search((site.folder / path).read_text(encoding="utf-8"))]
    assert found == []


def test_search_finds_effects_studies_and_techniques(site: Site, context: BrowserContext):
    page = context.new_page()
    arrive(page, site.address)
    for words in ("latency", "alizadeh", "training"):
        page.locator("input.md-search__input").fill("")
        page.locator("input.md-search__input").press_sequentially(words)
        page.locator(".md-search-result__link").first.wait_for()
        assert page.locator(".md-search-result__link").count() >= 1
