"""The page for somebody who has to decide: what it says of any case is what the build says."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import Site

TEXTS = """(place) => [...place.querySelectorAll(".lr-case__lead, .lr-case__heading, li, .lr-case__heading + p")]
  .map((one) => one.textContent.replace(/\\s+/g, " ").trim())"""
LINKS = "(place) => [...place.querySelectorAll('li a, .lr-case__heading + p a')].map((one) => one.href)"


def opened(site: Site, context: BrowserContext, hash_: str = "") -> Page:
    page = context.new_page()
    page.goto(f"{site.address}case.html{hash_}", wait_until="networkidle")
    page.locator("[data-part=live]").wait_for()
    return page


def test_every_answer_computed_in_the_page_is_the_one_that_was_built(site: Site, context: BrowserContext):
    page = opened(site, context)
    cases = page.locator("[data-case]").evaluate_all("(all) => all.map((one) => [one.dataset.case, one.dataset.value])")
    assert len(cases) > 20
    for number, (aspect, value) in enumerate(cases):
        page.locator("[data-part=reset]").click()
        page.locator(f"select[name=is-{aspect}]").select_option(value)
        built, live = page.locator("[data-case]").nth(number), page.locator("[data-part=answer]")
        assert live.evaluate(TEXTS) == built.evaluate(TEXTS), (aspect, value)
        assert live.evaluate(LINKS) == built.evaluate(LINKS), (aspect, value)


def test_a_case_nobody_studied_is_widened_step_by_step(site: Site, context: BrowserContext):
    page = opened(site, context, "#is-weights=int4&is-hardware_class=fpga&is-technique=qat")
    steps = page.locator(".lr-case__steps li").all_inner_texts()
    assert steps[0] == "Your case: no evidence at all."
    assert steps[1].startswith("Whatever the kind of hardware: ")
    assert len(steps) >= 2
    assert page.locator("[data-part=answer] .lr-case__lead").count() == 1


def test_the_case_stands_in_the_address_and_survives_reload_and_what_matters(site: Site, context: BrowserContext):
    page = opened(site, context)
    page.locator("select[name=is-hardware_class]").select_option("microcontroller")
    page.locator("select[name=matters]").select_option("inference_latency")
    assert page.url.endswith("#is-hardware_class=microcontroller&matters=inference_latency")
    said = page.locator("[data-part=answer]").inner_text()
    page.reload(wait_until="networkidle")
    assert page.locator("[data-part=answer]").inner_text() == said
    assert page.locator("[data-part=answer] ul li a[href*='findings/']").count() == 1
    page.locator("[data-part=whatif]").click()
    page.wait_for_url("**/explorer.html#is-hardware_class=microcontroller")
    page.locator("[data-part=summary]", has_text="evidence models").first.wait_for()


@pytest.mark.parametrize("asked", ["is-weights=int5", "is-nothing=1", "matters=%3Cb%3E", "x"])
def test_an_address_that_asks_for_something_unknown_says_so(site: Site, context: BrowserContext, asked: str):
    page = opened(site, context, f"#{asked}")
    assert "asks for something that is not here" in page.locator("[data-part=refused]").inner_text()
    assert page.locator("[data-part=answer] .lr-case__lead").count() == 1


def test_by_keyboard_a_case_is_chosen_and_announced(site: Site, context: BrowserContext):
    page = opened(site, context)
    page.locator("select[name=is-technique]").focus()
    page.keyboard.press("ArrowDown")
    page.locator("[data-part=announced]", has_text="Your case: ").wait_for(state="attached")


def test_without_javascript_every_case_of_one_thing_is_answered(site: Site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + "index.html")
    page.locator("a", has_text="Should I use").first.click()
    page.locator("summary", has_text="Microcontroller").click()
    assert page.locator("[data-value=microcontroller] .lr-case__lead").is_visible()
    assert not page.locator("[data-part=live]").is_visible()
    context.close()
