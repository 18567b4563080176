"""A hostile site in a browser that runs whatever it is given, and in one that obeys the policy of the pages."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.publishing.site import build_site
from tests.conftest import ROOT
from tests.hostile.build import Built, beside
from tests.hostile.strings import MARK
from tests.hostile.structure import structure

TRAP = "window.zqx = (...given) => { window.ran = true }; window.alert = window.prompt = window.confirm = window.zqx"
INJECTED = """() => {
  const found = [], here = location.href.split("#")[0]
  if (window.ran) found.push("a script ran")
  for (const one of document.querySelectorAll("*")) {
    for (const { name, value } of one.attributes) {
      if (/^on/.test(name) || name === "srcdoc") found.push(`${one.tagName} ${name}`)
      if (/^(href|src|action|xlink:href|data|poster|srcset|id|class|style|name)$/.test(name) && /zqx/i.test(value)
          && !one.closest("h1, h2, h3, h4, h5, h6") && !/^#/.test(value) && !value.startsWith(here))
        found.push(`${one.tagName} ${name}=${value}`)
      if (/^\\s*(javascript|data|vbscript):/i.test(value) && /^(href|action|xlink:href|formaction)$/.test(name))
        found.push(`${one.tagName} ${name}=${value}`)
    }
    if (/^(IFRAME|OBJECT|EMBED|BASE|FOREIGNOBJECT|APPLET|FRAME|PORTAL)$/i.test(one.tagName)) found.push(one.tagName)
    if (one.tagName === "SCRIPT" && /zqx/.test(one.textContent) && one.type !== "application/ld+json")
      found.push("SCRIPT")
    if (one.tagName === "META" && one.httpEquiv === "refresh") found.push("META")
  }
  return found
}"""


POLICE = """window.broken = [];
document.addEventListener("securitypolicyviolation", one =>
  window.broken.push(one.violatedDirective + one.blockedURI))"""
KEYS = (
    *("study", "technique", "effect", "aspect", "studies", "q", "synthesis", "reading", "discount", "version"),
    "__proto__[zqx]",
)
STATES = tuple(
    mark + "&".join([*(f"{key}={value}" for key in KEYS), value])
    for mark, value in (
        ("#", "<img src=x onerror=zqx()>"),
        ("#", '"><script>zqx()</script>__proto__%ff%00'),
        ("#", "javascript:zqx()"),
        ("?", "<svg onload=zqx()>1e999"),
    )
)
SCRIPTED = ("home", "finding", "explorer", "case", "submit", "gaps", "study", "changes")
"""Kinds of pages with scripts of their own."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@dataclass(frozen=True)
class Served:
    """The address of the version, and a page of every kind."""

    address: str
    pages: dict[str, str]


@pytest.fixture(scope="module")
def served(poisoned: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The hostile version as it stands on the web, with what stands beside it."""
    root = tmp_path_factory.mktemp("web")
    build_site(poisoned.folder / "mkdocs.yml", root / "2.0", ROOT)
    versions = [{"version": "2.0", "title": "2.0", "aliases": ["latest"]}]
    for name, text in {**beside(poisoned), "versions.json": json.dumps(versions)}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    handler = functools.partial(_Quiet, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pages = {page.kind: f"{page.path}.html" for page in poisoned.pages}
    yield Served(f"http://127.0.0.1:{server.server_port}/2.0/", pages)
    server.shutdown()


@pytest.fixture
def unguarded(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that runs whatever it is given."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    context.add_init_script(TRAP)
    yield context
    context.close()


@pytest.fixture
def guarded(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that obeys the policy in the pages, and says what broke it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(TRAP + ";" + POLICE)
    yield context
    context.close()


def _watched(page: Page, address: str) -> list[str]:
    seen: list[str] = []
    host = address.removesuffix("2.0/")
    page.on("console", lambda message: seen.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda one: None if one.url.startswith((host, "data:", "blob:")) else seen.append(one.url))
    page.on("response", lambda one: seen.append(f"{one.status} {one.url}") if one.status >= 400 else None)
    page.on("dialog", lambda dialog: seen.append(dialog.message))
    page.on("popup", lambda one: seen.append(f"popup {one.url}"))
    return seen


def _look(page: Page) -> None:
    """What a reader does: scroll to every chart, open every part, move over everything that may listen."""
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
    for chart in page.locator("figure.lr-chart").all()[:4]:
        if chart.is_visible():
            chart.scroll_into_view_if_needed()
            page.wait_for_timeout(150)
    page.evaluate(
        "() => document.querySelectorAll('td, th, h1, h2, p, li, a, figure, summary').forEach(one => "
        "['mouseover', 'pointerenter', 'focus'].forEach(name => one.dispatchEvent(new Event(name, {bubbles: true}))))"
    )


def test_no_page_runs_asks_for_or_holds_anything_that_came_with_the_evidence(
    served: Served, unguarded: BrowserContext
) -> None:
    assert len(served.pages) >= 20
    page = unguarded.new_page()
    seen = _watched(page, served.address)
    for kind, path in served.pages.items():
        page.goto(served.address + path, wait_until="load")
        _look(page)
        assert page.locator("h1").count() == 1, kind
        assert page.evaluate(INJECTED) == [], kind
        assert page.url == served.address + path, kind
        assert seen == [], kind


def test_no_page_breaks_its_own_policy(served: Served, guarded: BrowserContext) -> None:
    page = guarded.new_page()
    seen = _watched(page, served.address)
    for kind in SCRIPTED:
        page.goto(served.address + served.pages[kind], wait_until="load")
        assert page.evaluate("window.broken") == [], kind
        assert seen == [], kind


def test_a_search_shows_text_and_finds_what_was_written(served: Served, unguarded: BrowserContext) -> None:
    page = unguarded.new_page()
    seen = _watched(page, served.address)
    page.goto(served.address, wait_until="networkidle")
    for query in ("accuracy", "<img src=x onerror=zqx()>", '"><script>zqx()</script>', "zqx"):
        page.locator("input.md-search__input").fill("")
        page.locator("input.md-search__input").press_sequentially(query)
        page.wait_for_timeout(500)
        assert page.evaluate(INJECTED) == [], query
        assert page.locator(".md-search-result").locator("img, script, form, svg[onload]").count() == 0
    page.locator(".md-search-result__link").first.wait_for(timeout=15_000)
    assert "zqx" in (page.locator(".md-search-result__list").text_content() or "")
    assert seen == []


def test_the_index_of_the_search_holds_no_element_but_those_of_text(served: Served, unguarded: BrowserContext) -> None:
    index = unguarded.request.get(f"{served.address}search/search_index.json").json()
    assert len(index["docs"]) > 100
    for one in index["docs"]:
        found = structure(f"{one['title']} {one['text']}")
        assert found.tags <= {"p", "ul", "ol", "li", "code", "em", "strong", "pre", "dl", "dt", "dd", "sup", "sub"}, one
        assert not found.attributes
        assert MARK not in one["location"].partition("#")[0]


def test_the_explorer_and_the_charts_work_on_with_hostile_names(served: Served, unguarded: BrowserContext) -> None:
    page = unguarded.new_page()
    seen = _watched(page, served.address)
    page.goto(served.address + served.pages["finding"], wait_until="load")
    chart = page.locator("figure.lr-chart").first
    chart.scroll_into_view_if_needed()
    chart.locator(".lr-chart__wide .lr-chart__live svg").wait_for(timeout=15_000)
    page.goto(served.address + served.pages["explorer"], wait_until="networkidle")
    assert page.evaluate(INJECTED) == []
    assert seen == []


@pytest.mark.parametrize("kind", ["explorer", "case", "submit"])
def test_an_address_with_a_hostile_state_shows_it_as_text_or_not_at_all(
    kind: str, served: Served, unguarded: BrowserContext
) -> None:
    page = unguarded.new_page()
    seen = _watched(page, served.address)
    for state in STATES:
        page.goto("about:blank")
        page.goto(f"{served.address}{served.pages[kind]}{state}", wait_until="load")
        page.wait_for_timeout(150)
        assert page.evaluate(INJECTED) == [], state
        assert page.url.startswith(served.address + served.pages[kind])
    assert seen == []
