"""The explorer, as a reader uses it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.conftest import Site
from tests.browser.test_site_in_chromium import parsed, watch
from tests.chromium import arrive

POLICY = "default-src 'none'; connect-src 'self'; img-src 'self' data:; font-src 'self'; worker-src 'self'; "
UNTOUCHED = re.compile(r"Nothing is changed: all \d+ conclusions are the official result\.")
CHANGED = "#without=xu-2021&discount=none&rule=yager"
ROWS = "[data-part=rows] > [data-kind]"


@pytest.fixture
def page(site: Site, context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    seen = watch(page, site)
    yield page
    assert seen == []


def opened(page: Page, site: Site, fragment: str = "") -> Page:
    page.goto("about:blank")
    arrive(page, f"{site.address}explorer.html{fragment}")
    page.locator(ROWS).first.wait_for()
    return page


def document(site: Site) -> Any:
    return json.loads((site.folder / "data/explorer.json").read_text(encoding="utf-8"))


def group(page: Page, name: str) -> Locator:
    found = page.locator(f"[data-group={name}]")
    if found.get_attribute("open") is None:
        found.locator("summary").first.press("Enter")
    return found


def column(page: Page, label: str) -> list[str]:
    return page.locator(f"{ROWS} > td[data-label='{label}']").all_inner_texts()


def strips(page: Page, label: str) -> list[str]:
    """Every cell of a column as a screen reader has it: words of the range, and the belief."""
    cells = page.locator(f"{ROWS} > td[data-label='{label}']").all()
    ranges = [one.locator("[role=img]").get_attribute("aria-label") or "" for one in cells]
    return [f"{range_} {one.locator('strong').inner_text()}" for range_, one in zip(ranges, cells, strict=True)]


def summary(page: Page) -> Locator:
    return page.locator("[data-part=summary]")


def test_untouched_it_shows_the_official_result_everywhere(page: Page, site: Site):
    opened(page, site)
    expect(summary(page)).to_have_text(UNTOUCHED)
    assert set(column(page, "Difference")) == {"official result"}
    assert strips(page, "Your scenario") == strips(page, "Official result")
    assert len(strips(page, "Official result")) == len(document(site)["syntheses"][0]["official"])
    assert page.locator("[data-part=reset]").is_disabled()
    assert all("as published here" in one for one in page.locator("[data-group] > summary").all_inner_texts())


def test_what_stands_as_official_is_what_the_build_concluded(page: Page, site: Site):
    data = document(site)
    words = [level["words"] for level in data["levels"]]
    for number, synthesis in enumerate(data["syntheses"]):
        opened(page, site, f"#synthesis={synthesis['id']}" if number else "")
        expected = []
        for one in synthesis["official"]:
            low, high = one["range"]
            expected.append(words[low] if low == high else f"{words[low]} to {words[high]}")
        assert [re.sub(r" [\d.]+$", "", one) for one in strips(page, "Official result")] == expected
        assert set(column(page, "Difference")) == {"official result"}


def test_the_keyboard_takes_a_study_out_and_reset_takes_it_in_again(page: Page, site: Site):
    opened(page, site)
    tick = group(page, "studies").get_by_role("checkbox", name="Xu et al., 2021").first
    tick.press("Space")
    expect(summary(page)).to_contain_text("With these choices")
    assert page.url.endswith("#without=xu-2021")
    assert "changed: 1 study" in page.locator("[data-group=studies] > summary").inner_text()
    assert "no evidence left" in column(page, "Difference")
    page.locator("[data-part=reset]").press("Enter")
    expect(summary(page)).to_have_text(UNTOUCHED)
    assert page.url.endswith("explorer.html")
    assert group(page, "studies").get_by_role("checkbox", name="Xu et al., 2021").first.is_checked()


def test_a_study_of_which_something_is_left_out_is_neither_in_nor_out(page: Page, site: Site):
    study = next(one for one in document(site)["studies"] if len(one["evidence_models"]) > 1)
    left = study["evidence_models"][0]["id"]
    opened(page, site, f"#without={left}")
    box = page.locator(f"[name=study][value='{study['id']}']")
    assert box.evaluate("box => box.indeterminate")
    assert not page.locator(f"[name=model][value='{left}']").is_checked()


@pytest.mark.parametrize(
    "fragment",
    [
        "#without=aji-2020%2Fw-log1+xu-2021",
        "#is-technique=ptq&is-task=image-classification&is-task=&from=2020&to=2022",
        "#type=observational&quality=0.3",
        "#discount=none&reading=santos_2015&threshold=0.8",
        "#discount=iqr&bounds-correctness=1.25&bounds-resource_efficiency=0.7",
        "#dependence=one_per_study&rule=averaging&unanswered=count_as_zero",
        "#synthesis=ptq-int8&rule=dubois_prade",
    ],
)
def test_an_address_keeps_every_choice(page: Page, site: Site, fragment: str):
    opened(page, site, fragment)
    assert page.locator("[data-part=refused]").is_hidden()
    expect(summary(page)).not_to_have_text(UNTOUCHED)
    before = column(page, "Your scenario")
    page.locator("[data-part=form]").dispatch_event("input")
    asked, kept = ("&".join(sorted(one.split("#")[1].split("&"))) for one in (fragment, page.url))
    assert asked == kept
    page.reload(wait_until="networkidle")
    page.locator(ROWS).first.wait_for()
    assert column(page, "Your scenario") == before


def test_another_address_on_the_same_page_is_followed(page: Page, site: Site):
    opened(page, site)
    page.evaluate(f"location.hash = '{CHANGED}'")
    expect(summary(page)).to_contain_text("With these choices")
    page.go_back()
    expect(summary(page)).to_have_text(UNTOUCHED)


def test_a_link_to_a_place_of_the_page_leaves_the_choices_as_they_are(page: Page, site: Site):
    opened(page, site, CHANGED)
    before = column(page, "Your scenario")
    page.locator(".md-skip").press("Enter")
    page.wait_for_url(f"**/explorer.html{CHANGED}")
    assert column(page, "Your scenario") == before
    assert page.locator("[data-part=refused]").is_hidden()
    opened(page, site, "#explorer")
    expect(summary(page)).to_have_text(UNTOUCHED)
    assert page.locator("[data-part=refused]").is_hidden()


MARKUP = '"]><img src=x onerror=alert(1)><script>alert(2)</script>'


@pytest.mark.parametrize(
    "fragment",
    [
        f"without={quote(MARKUP)}",
        f"{quote(MARKUP)}=1",
        f"rule={quote(MARKUP)}",
        f"is-technique={quote(MARKUP)}",
        f"synthesis={quote(MARKUP)}",
        "discount=none2",
        "reading=__proto__",
        "rule=constructor",
        "__proto__=1",
        "dependence=",
        "unanswered=never",
        "threshold=2",
        "threshold=NaN",
        "threshold=0.755",
        "bounds-correctness=0",
        "bounds-correctness=1e9",
        "quality=-1",
        "from=20222",
        "type=a-rumour",
        "answer",
        "without=" + "x" * 5000,
        "without=%E2%80%AE%00%0A",
    ],
)
def test_an_address_that_asks_for_anything_else_is_refused_in_plain_words(page: Page, site: Site, fragment: str):
    opened(page, site, f"#{fragment}")
    refused = page.locator("[data-part=refused]")
    expect(refused).to_be_visible()
    said = refused.inner_text()
    assert said.startswith("This address asks for something that is not here: ")
    assert said.endswith("The official result is shown instead.")
    assert len(said) < 400
    assert refused.locator("*").count() == 0
    expect(summary(page)).to_have_text(UNTOUCHED)


def test_rows_tell_in_words_what_changed_and_why(page: Page, site: Site):
    opened(page, site, CHANGED)
    for row in page.locator(ROWS).all():
        kind = row.get_attribute("data-kind")
        words = row.locator("td[data-label=Difference]").inner_text()
        assert (kind == "official") == (words == "official result")
        assert words
    moved = page.locator("[data-part=rows] > [data-kind=range]")
    said = re.search(r"With these choices (\d+) of \d+ conclusions", summary(page).inner_text())
    assert said
    assert int(said[1]) == moved.count() > 0
    expect(page.locator("[data-part=reasons] li")).to_have_count(min(moved.count(), 8))
    moved.first.get_by_role("button").press("Enter")
    more = moved.first.locator("xpath=following-sibling::tr[1]")
    for words in ("Official result.", "Your scenario.", "Why is it different?", "Putting back"):
        expect(more).to_contain_text(words)


def test_the_evidence_used_leads_to_the_studies(page: Page, site: Site):
    opened(page, site, "#rule=yager")
    row = page.locator(ROWS).first
    row.get_by_role("button").click()
    more = row.locator("xpath=following-sibling::tr[1]")
    more.locator("summary").click()
    links = [one.get_attribute("href") or "" for one in more.locator("th a").all()]
    assert len(links) == document(site)["syntheses"][0]["official"][0]["evidence_models"]
    for page_of, anchor in {(link.split("#")[0], link.split("#")[1]) for link in links}:
        assert anchor in parsed(site.folder / page_of).ids


def test_what_changed_is_announced_once_and_politely(page: Page, site: Site):
    opened(page, site)
    spoken = page.locator("[data-part=announced]")
    assert spoken.get_attribute("aria-live") == "polite"
    slider = group(page, "reading").get_by_role("slider")
    before = spoken.inner_text()
    for _ in range(5):
        slider.press("ArrowRight")
    assert spoken.inner_text() == before or summary(page).inner_text() == before
    expect(spoken).to_have_text(summary(page).inner_text())
    assert slider.get_attribute("aria-valuetext") == "0.80"


def test_every_control_has_a_name(page: Page, site: Site):
    opened(page, site)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for control in page.locator("[data-part=form] :is(input, select)").all():
        labels = control.evaluate("one => [...one.labels].map((label) => label.innerText.trim()).join('')")
        assert labels


def test_the_link_that_is_copied_opens_the_same_scenario(site: Site, browser: Browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = opened(context.new_page(), site, CHANGED)
    page.locator("[data-part=copy]").click()
    expect(page.locator("[data-part=copied]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.address}explorer.html{CHANGED}"
    context.close()


def test_a_change_is_computed_and_shown_within_a_frame(page: Page, site: Site):
    opened(page, site)
    slider = group(page, "reading").get_by_role("slider")
    for _ in range(15):
        slider.press("ArrowRight")
    took = page.evaluate("performance.getEntriesByName('explorer', 'measure').map((one) => one.duration)")
    assert len(took) == 16
    assert min(took) < 16


def test_it_survives_instant_navigation(page: Page, site: Site):
    arrive(page, f"{site.address}glossary.html")
    page.evaluate("window.here = 1")
    page.locator("a[href$='explorer.html']").first.evaluate("link => link.click()")
    page.locator(ROWS).first.wait_for()
    assert page.evaluate("window.here") == 1
    group(page, "rule").get_by_label("Yager").press("Space")
    expect(summary(page)).to_contain_text("With these choices")
    page.locator("a[href$='glossary.html']").first.evaluate("link => link.click()")
    page.wait_for_url("**/glossary.html")
    page.go_back()
    page.locator(ROWS).first.wait_for()
    assert page.evaluate("window.here") == 1
    expect(summary(page)).to_contain_text("With these choices")


def test_it_works_under_a_strict_policy(page: Page, site: Site):
    def strictly(route: Route) -> None:
        answer = route.fetch()
        scripts = re.findall(r"<script>(.*?)</script>", answer.text(), re.S)
        known = " ".join(
            f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in scripts
        )
        policy = f"{POLICY}style-src 'self'; script-src 'self' {known}"
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route("**/explorer.html", strictly)
    opened(page, site, CHANGED)
    expect(summary(page)).to_contain_text("With these choices")


def test_without_javascript_or_from_a_folder_it_says_what_it_needs(site: Site, browser: Browser):
    address, file = f"{site.address}explorer.html", (site.folder / "explorer.html").as_uri()
    for enabled, place in ((False, address), (True, file)):
        context = browser.new_context(java_script_enabled=enabled)
        page = context.new_page()
        page.goto(place)
        assert page.locator(".lr-explorer__needs").is_visible()
        assert page.get_by_role("link", name="the data").is_visible()
        assert page.locator("[data-part=live]").is_hidden()
        context.close()


@pytest.mark.parametrize("width", [360, 768])
def test_nothing_sticks_out_on_a_small_screen(site: Site, browser: Browser, width: int):
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = opened(context.new_page(), site, CHANGED)
    page.locator(f"{ROWS} button").first.click()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    context.close()
