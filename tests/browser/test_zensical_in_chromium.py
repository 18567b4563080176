"""A review built by Zensical: it is what Material makes of it, but for what decision 0016 lists, and works as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, expect

from generator.build import content_of, history_of
from generator.pages.collect import pages
from generator.publishing.builders import BUILDERS
from generator.publishing.manifest import files_in
from generator.publishing.site import build_site
from generator.publishing.write import write_docs
from tests.browser import test_access_in_chromium as access
from tests.browser import test_site_in_chromium as usual
from tests.browser.conftest import Site, served
from tests.browser.kinds import KINDS
from tests.browser.test_explorer_in_chromium import UNTOUCHED, column, group, opened, summary
from tests.browser.test_site_in_chromium import watch
from tests.chromium import arrive
from tests.conftest import ROOT, read
from tests.publishing.publishing_project import TINY

DECISION = ROOT / "decisions/0016-an-exit-from-the-site-builder.md"
OF_THE_THEME = re.compile(
    r"assets/(?:images|javascripts|stylesheets)/|search(?:\.json$|/)|sitemap\.xml|404\.html$|manifest\.json$"
)
"""Files that each builder has its own of."""
ANOTHER_TAB = "md-tabs__link"
"""A section with a page of its own: its tab leads to that page, and with Material to the first page listed."""


test_every_internal_link_leads_somewhere = usual.test_every_internal_link_leads_somewhere
test_every_page_brings_its_policy_and_every_inline_script_is_in_it = (
    access.test_every_page_brings_its_policy_and_every_inline_script_is_in_it
)


@dataclass(frozen=True)
class Twins:
    """One docs tree, built by each builder; ``kinds`` has the path of a page of each kind."""

    material: Path
    zensical: Site
    kinds: dict[str, str]


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    folder, review = tmp_path_factory.mktemp("twins"), read(TINY)
    content = content_of(review, history_of(TINY, review), ROOT, lambda _: None)
    everything = tuple(pages(content))

    def build_both() -> None:
        for name, builder in BUILDERS.items():
            docs = write_docs(content, everything, ROOT, folder / f"docs-{name}", builder)
            build_site(docs, folder / name, ROOT, builder=builder)

    kinds = {page.kind: f"{page.path}.html" for page in reversed(everything)}
    with served(folder / "zensical", build_both) as site:
        yield Twins(folder / "material", site, kinds)


@pytest.fixture(scope="module")
def site(twins: Twins) -> Site:
    return twins.zensical


class Parts(HTMLParser):
    """What a page says in its ``article``: tags with their attributes, and texts; and the links around it."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.inside, self.around = path, False, True
        self.article: list[str] = []
        self.links: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs if name != "data-search-exclude"}
        self.inside |= tag == "article"
        if self.inside:
            self.article.append(f"<{tag} {sorted(given.items())}>")
        elif tag == "a" and given.get("class") not in (ANOTHER_TAB, "md-skip"):
            self.links.append((given.get("class", ""), urljoin(f"/{self.path}", given.get("href", ""))))

    def handle_endtag(self, tag: str) -> None:
        self.inside &= tag != "article"
        if self.inside:
            self.article.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.inside and data.strip():
            self.article.append(" ".join(data.split()))


def parts(folder: Path, path: str) -> tuple[str, list[str], list[tuple[str, str]]]:
    """The title of a page, its content, and the links around that."""
    text, found = (folder / path).read_text(encoding="utf-8"), Parts(path)
    found.feed(text.replace('<a id="__skip" tabindex="-1"></a>', ""))
    return text[text.index("<title>") : text.index("</title>")], found.article, found.links


def test_it_has_the_files_of_the_usual_site_byte_for_byte_and_pages_that_say_the_same(twins: Twins):
    usual_files, files = files_in(twins.material), files_in(twins.zensical.folder)
    ours = {path for path in files if not OF_THE_THEME.match(path)}
    assert ours == {path for path in usual_files if not OF_THE_THEME.match(path)}
    html = {path for path in ours if path.endswith(".html")}
    assert {path for path in ours - html if files[path] != usual_files[path]} == set()
    assert len(html) > 30
    assert {path for path in html if parts(twins.material, path) != parts(twins.zensical.folder, path)} == set()


def test_files_that_only_one_builder_writes_are_listed_in_the_decision(twins: Twins):
    usual_files, files = ({*files_in(folder)} for folder in (twins.material, twins.zensical.folder))
    only = {path for path in usual_files ^ files if not path.startswith("assets/")}
    assert {path for path in only if f"`{path}`" not in DECISION.read_text(encoding="utf-8")} == set()
    assert only == {"search.json", "search/search_index.json", "sitemap.xml.gz"}


def test_a_page_of_each_kind_opens_without_a_complaint_and_draws_its_chart(twins: Twins, browser: Browser):
    page = browser.new_page()
    seen = watch(page, twins.zensical)
    assert {*KINDS} - {*twins.kinds} <= {"impact", "withdrawn"}
    for path in twins.kinds.values():
        page.goto(twins.zensical.address + path)
        assert page.locator("h1").count() == 1, path
        if (chart := page.locator("figure.lr-chart").first).count():
            chart.scroll_into_view_if_needed()
            chart.locator(".lr-chart__wide .lr-chart__live svg").wait_for(timeout=10_000)
        assert seen == [], path
    page.close()


def test_no_page_has_a_style_of_its_own(site: Site):
    styled = re.compile(r"<style|\sstyle=")
    assert [path for path in site.pages() if styled.search((site.folder / path).read_text(encoding="utf-8"))] == []


def test_instant_navigation_leads_to_live_charts_and_back_in_the_dark_too(site: Site, browser: Browser):
    page = browser.new_page(color_scheme="dark")
    seen = watch(page, site)
    arrive(page, site.address)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.evaluate("window.same = true")
    page.locator("table.lr-findings a", has_text="Lead time").click()
    page.locator("h1", has_text="Lead time").wait_for()
    page.locator("figure.lr-chart .lr-chart__wide .lr-chart__live svg").first.wait_for(timeout=10_000)
    page.go_back()
    page.locator("table.lr-findings").wait_for()
    assert page.evaluate("window.same")
    assert seen == []
    page.close()


def test_the_explorer_recomputes(site: Site, browser: Browser):
    page = browser.new_page()
    seen = watch(page, site)
    opened(page, site)
    expect(summary(page)).to_have_text(UNTOUCHED)
    group(page, "studies").get_by_role("checkbox", name="Doe").first.press("Space")
    expect(summary(page)).to_contain_text("With these choices")
    assert set(column(page, "Difference")) != {"official result"}
    assert seen == []
    page.close()


def test_search_finds_a_study_and_leads_to_it(site: Site, browser: Browser):
    page = browser.new_page()
    seen = watch(page, site)
    arrive(page, site.address)
    page.locator(".md-search__button").click()
    dialog = page.get_by_role("dialog", name="Search").last
    dialog.get_by_role("combobox").press_sequentially("invented")
    dialog.get_by_role("option").locator("mark").first.wait_for(timeout=10_000)
    page.keyboard.press("Enter")
    page.wait_for_url("**/studies/doe-2020.html*")
    assert seen == []
    page.close()
