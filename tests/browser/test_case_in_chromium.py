"""The page for somebody who has to decide: what it says of any case is what the build says."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Site
from tests.chromium import arrive

TEXTS = """(place) => [...place.querySelectorAll(".lr-case__lead, .lr-case__heading, li, .lr-case__heading + p")]
  .map((one) => one.textContent.replace(/\\s+/g, " ").trim())"""
LINKS = "(place) => [...place.querySelectorAll('li a, .lr-case__heading + p a')].map((one) => one.href)"


def opened(site: Site, context: BrowserContext, hash_: str = "") -> Page:
    page = context.new_page()
    arrive(page, f"{site.address}case.html{hash_}")
    page.locator("[data-part=live]").wait_for()
    return page


def test_every_answer_computed_in_the_page_is_the_one_that_was_built(site: Site, context: BrowserContext):
    page = opened(site, context)
    cases = page.locator("[data-case]").evaluate_all("(all) => all.map((one) => [one.dataset.case, one.dataset.value])")
    assert len(cases) > 20
    for number, (aspect, value) in enumerate(cases):
        page.locator("[data-part=reset]").click()
        page.locator(f"select[name=is-{aspect}]").select_option(value)
        built, live = page.locator("[data-case] [data-answer]").nth(number), page.locator("[data-part=answer]")
        assert live.evaluate(TEXTS) == built.evaluate(TEXTS), (aspect, value)
        assert live.evaluate(LINKS) == built.evaluate(LINKS), (aspect, value)


def test_a_case_nobody_studied_is_widened_step_by_step(site: Site, context: BrowserContext):
    page = opened(site, context, "#is-weights=int4&is-hardware_class=fpga&is-technique=qat")
    steps = page.locator(".lr-case__steps li").all_inner_texts()
    assert steps[0] == "Your case: no evidence at all."
    assert steps[1].startswith("Whatever the kind of hardware: ")
    assert len(steps) >= 2
    found = [step for step in steps if "no evidence" not in step and "as before" not in step]
    assert page.locator("[data-part=answer] .lr-case__lead").count() == len(found)
    assert page.locator("[data-part=answer] h2").all_inner_texts() == [step.partition(":")[0] for step in found]


def test_a_case_of_a_single_study_shows_that_study_and_then_the_wider_case(site: Site, context: BrowserContext):
    page = opened(site, context, "#is-weights=int8&is-hardware_class=fpga")
    said = page.locator("[data-part=answer]")
    assert said.locator("h2").all_inner_texts() == ["Your case", "Whatever the kind of hardware"]
    assert said.locator(".lr-case__lead").count() == 2
    assert said.locator(".lr-case__heading").last.inner_text() == "What nobody has measured in your case"


def test_a_case_is_widened_until_somebody_measured_what_matters(site: Site, context: BrowserContext):
    place = "#is-weights=int8&is-hardware_class=microcontroller"
    page = opened(site, context, place)
    assert page.locator(".lr-case__steps").count() == 0
    page = opened(site, context, f"{place}&is-technique=ptq&matters=accuracy")
    assert page.locator(".lr-case__steps li").first.inner_text() == "Your case: no evidence at all."
    missing = page.locator("[data-part=answer] a[href*='submit.html']")
    assert missing.all_inner_texts() == ["Accuracy"]
    assert (missing.get_attribute("href") or "").endswith("submit.html#effect=accuracy&technique=ptq")


def test_the_case_stands_in_the_address_and_survives_reload_and_what_matters(site: Site, context: BrowserContext):
    page = opened(site, context)
    page.locator("select[name=is-hardware_class]").select_option("microcontroller")
    page.locator("summary", has_text="What matters to you").click()
    page.get_by_role("checkbox", name="Inference latency").check()
    assert page.locator("[data-part=mattering]").inner_text() == "inference latency"
    assert page.url.endswith("#is-hardware_class=microcontroller&matters=inference_latency")
    said = page.locator("[data-part=answer]").inner_text()
    page.reload(wait_until="networkidle")
    expect(page.locator("[data-part=answer]")).to_have_text(said, use_inner_text=True)
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


def test_a_family_that_matters_stands_for_its_effects(site: Site, context: BrowserContext):
    page = opened(site, context, "#matters=correctness")
    effects = page.locator("[data-part=answer] ul li a[href*='findings/full/']").all()
    assert any((one.get_attribute("href") or "").endswith("/accuracy.html") for one in effects)
    assert not any("latency" in (one.get_attribute("href") or "") for one in effects)


def test_a_link_to_a_place_of_the_page_leaves_the_case_as_it_is(site: Site, context: BrowserContext):
    page = opened(site, context, "#is-weights=int8")
    said = page.locator("[data-part=answer]").inner_text()
    page.locator(".md-skip").press("Enter")
    expect(page.locator("[data-part=answer]")).to_have_text(said, use_inner_text=True)


def test_without_javascript_a_case_of_two_things_is_found_by_links(site: Site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + "case.html")
    page.locator("#weights-int8 > summary").click()
    page.locator("#weights-int8").get_by_role("link", name="8-bit integer together with one more thing").click()
    page.wait_for_url("**/case/weights/int8.html")
    page.locator("#hardware_class-microcontroller > summary").click()
    assert page.locator("#hardware_class-microcontroller .lr-case__lead").is_visible()
    page.goto(site.address + "case.html")
    page.locator("#hardware_class-microcontroller > summary").click()
    page.locator("#hardware_class-microcontroller").get_by_role("link", name="8-bit integer", exact=True).first.click()
    page.wait_for_url("**#hardware_class-microcontroller")
    context.close()


def test_without_javascript_every_case_of_one_thing_is_answered(site: Site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + "index.html")
    page.locator("a", has_text="Should I use").first.click()
    page.locator("summary", has_text="Microcontroller").click()
    assert page.locator("[data-value=microcontroller] .lr-case__lead").is_visible()
    assert not page.locator("[data-part=live]").is_visible()
    context.close()
