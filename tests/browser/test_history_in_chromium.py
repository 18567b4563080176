"""The replay and the lines to copy, as a reader uses them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.conftest import Site
from tests.browser.test_site_in_chromium import watch
from tests.chromium import arrive

POLICY = "default-src 'none'; connect-src 'self'; img-src 'self' data:; font-src 'self'; worker-src 'self'; "


@pytest.fixture
def page(site: Site, context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    seen = watch(page, site)
    arrive(page, f"{site.address}history.html")
    yield page
    assert seen == []


def first(page: Page) -> Locator:
    return page.locator(".lr-replay").first


def shown(replay: Locator) -> list[str]:
    """Range, belief and studies of every row, as a screen reader has them."""
    strips = [row.get_attribute("aria-label") or "" for row in replay.locator(".lr-replay__strip").all()]
    beliefs, studies = (replay.locator(f".lr-replay__{name}").all_inner_texts() for name in ("belief", "from"))
    return [" | ".join(row) for row in zip(strips, beliefs, studies, strict=True)]


def test_the_last_year_is_what_the_conclusions_say(page: Page):
    rows = shown(first(page))
    slider = first(page).locator("input")
    slider.press("Home")
    assert shown(first(page)) != rows
    slider.press("End")
    assert shown(first(page)) == rows


def test_the_keyboard_moves_through_the_years(page: Page):
    replay = first(page)
    slider, years = replay.locator("input"), replay.locator("li[data-year]")
    slider.press("Home")
    for number in range(years.count()):
        year = years.nth(number).get_attribute("data-year")
        assert slider.get_attribute("aria-valuetext") == year
        assert replay.locator(".lr-replay__year").inner_text() == year
        assert [one.is_visible() for one in years.all()] == [at == number for at in range(years.count())]
        slider.press("ArrowRight")


def test_a_strip_colours_the_levels_that_its_label_names(page: Page):
    replay = first(page)
    words = [one.get_attribute("data-words") or "" for one in replay.locator(".lr-replay__codes i").all()]
    for strip in replay.locator(".lr-replay__strip").all():
        lit = [
            words[at]
            for at, one in enumerate(strip.locator("i").all())
            if "lr-on" in (one.get_attribute("class") or "")
        ]
        label = strip.get_attribute("aria-label")
        assert label == (lit[0] if len(lit) == 1 else f"{lit[0]} to {lit[-1]}")


def test_play_runs_to_the_last_year_and_stops(page: Page):
    page.clock.install()
    page.reload(wait_until="networkidle")
    replay = first(page)
    button, year = replay.locator("button"), replay.locator(".lr-replay__year")
    last = year.inner_text()
    button.click()
    expect(button).to_have_text("Pause")
    begun = year.inner_text()
    assert begun < last
    page.clock.run_for(1500)
    assert year.inner_text() > begun
    button.click()
    paused = year.inner_text()
    page.clock.run_for(5000)
    assert year.inner_text() == paused
    button.click()
    page.clock.run_for(60_000)
    assert year.inner_text() == last
    expect(button).to_have_text("Play")


def test_nothing_moves_by_itself(page: Page):
    year = first(page).locator(".lr-replay__year")
    before = year.inner_text()
    page.wait_for_timeout(3000)
    assert year.inner_text() == before


def test_without_javascript_every_year_is_told_and_no_dead_control_is_shown(site: Site, browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}history.html")
    replay = first(page)
    assert not replay.locator("button").is_visible()
    assert not replay.locator("input").is_visible()
    assert all(one.is_visible() for one in replay.locator("li[data-year]").all())
    assert page.locator("#chart-full-years .lr-chart__wide svg").is_visible()
    context.close()


def test_the_replay_works_from_a_folder_and_under_a_strict_policy(site: Site, context: BrowserContext):
    page = context.new_page()
    page.goto((site.folder / "history.html").as_uri())
    first(page).locator("input").press("Home")
    early = first(page).locator(".lr-replay__year").inner_text()
    page.close()

    def strictly(route: Route) -> None:
        answer = route.fetch()
        scripts = re.findall(r"<script>(.*?)</script>", answer.text(), re.S)
        known = " ".join(
            f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in scripts
        )
        policy = f"{POLICY}style-src 'self'; script-src 'self' {known}"
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page = context.new_page()
    seen = watch(page, site)
    page.route("**/history.html", strictly)
    arrive(page, f"{site.address}history.html")
    first(page).locator("input").press("Home")
    assert first(page).locator(".lr-replay__year").inner_text() == early
    assert seen == []


def test_the_replay_survives_instant_navigation(site: Site, context: BrowserContext):
    page = context.new_page()
    arrive(page, f"{site.address}glossary.html")
    page.evaluate("window.here = 1")
    page.locator("a[href$='history.html']").first.evaluate("link => link.click()")
    first(page).locator("button").wait_for()
    assert page.evaluate("window.here") == 1
    first(page).locator("input").press("Home")
    assert first(page).locator("li[data-year]").first.is_visible()


def test_lines_to_copy_hold_addresses_that_lead_there(site: Site, context: BrowserContext):
    page = context.new_page()
    seen = watch(page, site)
    arrive(page, f"{site.address}findings/full/accuracy.html")
    box = page.locator(".lr-address:has(code.lr-address__page)")
    expect(box.locator("code.lr-address__page")).to_have_text(f"{site.address}findings/full/accuracy.html")
    for line in box.locator(".lr-address__snippet").all_text_contents():
        addresses = re.findall(rf"{re.escape(site.address)}[\w/.-]+", line)
        assert len(addresses) == 2
        assert all(page.request.get(one).ok for one in addresses)
    assert seen == []


def test_the_copy_button_copies_the_line(site: Site, browser: Browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    arrive(page, f"{site.address}findings/full/accuracy.html")
    page.locator(".lr-address summary").click()
    block = page.locator(".lr-address .lr-derivation__body > *:has(code)").first
    block.locator("button").first.click()
    expect(page.locator(".md-dialog__inner")).to_contain_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").strip() == block.locator("code").inner_text().strip()
    context.close()


def test_badge_and_chart_show_as_images(site: Site, context: BrowserContext):
    page = context.new_page()
    arrive(page, f"{site.address}findings/full/accuracy.html")
    for path in ("badges/full/accuracy.svg", "embed/full/accuracy.svg"):
        size = page.evaluate(
            "async (src) => { const image = new Image(); image.src = src; await image.decode(); "
            "return [image.naturalWidth, image.naturalHeight]; }",
            site.address + path,
        )
        assert min(size) >= 20


@pytest.mark.parametrize("path", ["history.html", "findings/full/accuracy.html"])
def test_nothing_sticks_out_on_a_phone(site: Site, browser: Browser, path: str):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    arrive(page, site.address + path)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 360
    codes = page.locator(".lr-replay__code")
    assert all(one.is_visible() for one in codes.all())
    context.close()
