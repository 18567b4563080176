"""Whether everybody can use the pages, and whether they keep to their own policy."""

from __future__ import annotations

import base64
import hashlib
import html
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import Site
from tests.browser.kinds import PAGES
from tests.chromium import arrive

AXE = Axe()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = {"type": "rule", "values": ["color-contrast"]}
THEIRS = {"exclude": [[".md-code__nav"], [".md-sidebar--primary"]]}
"""The theme gives each of its copying buttons a landmark of one and the same name, and its list of pages scrolls within
a frame that cuts what is at its edge."""
LARGE = ("studies/tao-2022.html", "studies/xu-2021.html")
"""With every derivation open, axe takes minutes for these; a smaller study has the same parts."""
INK = "Math.max(...getComputedStyle(document.querySelector('h1')).color.match(/[0-9]+/g).slice(0, 3))"
"""The brightest part of the ink, 0-255."""
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def violations(page: Page, **options: object) -> list[str]:
    found = AXE.run(page, context=THEIRS, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [f"{one['id']}: {one['help']}: {node['html'][:200]}" for one in found for node in one["nodes"][:3]]


@pytest.mark.parametrize("path", [path for path in PAGES if path not in LARGE])
def test_axe_finds_nothing_in_the_light_in_the_dark_and_on_paper(site: Site, browser: Browser, path: str):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    arrive(page, site.address + path)
    open_all(page)
    assert violations(page, runOnly={"type": "tag", "values": TAGS}) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, runOnly=CONTRAST) == []
    page.emulate_media(media="print", color_scheme="dark")
    assert violations(page, runOnly=CONTRAST) == []
    assert page.evaluate(INK) < 100
    context.close()


def test_every_page_brings_its_policy_and_every_inline_script_is_in_it(site: Site):
    seen = 0
    for path in site.pages():
        text = (site.folder / path).read_text(encoding="utf-8")
        scripts = INLINE.findall(text)
        if not scripts:
            continue
        found = POLICY.search(text)
        assert found, path
        assert text.index("<script") > found.start(), path
        allowed = html.unescape(found[1])
        for script in scripts:
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in allowed, f"{path}: {script[:80]}"
        seen += 1
    assert seen > 40


def test_the_policy_stops_what_a_page_should_not_do(site: Site, context: BrowserContext):
    page = context.new_page()
    arrive(page, site.address)
    done = page.evaluate(
        """async () => {
          const stopped = new Set();
          document.addEventListener("securitypolicyviolation", (event) => stopped.add(event.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          const image = new Image();
          image.src = "https://example.org/tracker.png";
          document.body.append(image);
          document.body.insertAdjacentHTML("beforeend", '<p style="color: red" onclick="window.ran = true">x</p>');
          await fetch("https://example.org/").catch(() => null);
          await new Promise((resolve) => setTimeout(resolve, 300));
          return { ran: window.ran ?? false, stopped: [...stopped].sort() };
        }"""
    )
    assert done["ran"] is False
    assert {"connect-src", "img-src", "script-src-elem", "style-src-attr"} <= set(done["stopped"])


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.wait_for_timeout(300)
