"""Two versions of a review, published side by side and opened years later."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.conclude import conclude
from generator.model.release import History
from generator.model.review import Review
from generator.pages.content import Content
from generator.pages.kinds import cite, data, glossary, home, living, selection, source, studies, study, withdrawn
from generator.publishing.site import build_site
from generator.publishing.write import write_docs
from tests.conftest import CASE_STUDY, ROOT, read
from tests.views.selections import GONE, first_release, second, second_history

KINDS = (cite, data, glossary, home, living, selection, source, studies, study, withdrawn)
KEPT = ("index", "cite", "living", "selection", "data", "glossary", "studies/index", "studies/tao-2022")
ONLY_FIRST = "sources/studies--geens-2024"
PROMISED = "2027-05-31"
TOMBSTONE = f"studies/{GONE.study}"


@dataclass(frozen=True)
class Root:
    """A folder with both versions as a host serves it, and a local build of the second beside it."""

    folder: Path
    address: str
    alone: Path


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def build(content: Content, output: Path, work: Path, site: str) -> None:
    """A site of the few pages that are looked at."""
    everything = (page for kind in KINDS for page in kind.pages(content))
    kept = tuple(page for page in everything if page.path in (*KEPT, TOMBSTONE, ONLY_FIRST))
    configuration = write_docs(content, kept, ROOT, work)
    settings = json.loads(configuration.read_text())
    configuration.write_text(json.dumps({**settings, "site_url": site}))
    build_site(configuration, output, ROOT)


def contents(review: Review) -> tuple[Content, Content]:
    first = first_release(review)
    review = replace(review, search=replace(review.search, next_promised=date.fromisoformat(PROMISED)))
    past = History(first.digest, "1.0", first.released, (first,))
    return (
        replace(conclude(review), history=past, published=True),
        replace(conclude(second(review)), history=second_history(first, review), published=True),
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Root]:
    folder, work = tmp_path_factory.mktemp("published"), tmp_path_factory.mktemp("work")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    address = f"http://127.0.0.1:{server.server_port}/"
    for version, content in zip(("1.0", "2.0"), contents(read(CASE_STUDY)), strict=True):
        content = replace(content, address=address)
        build(content, folder / version, work / version, f"{address}{version}/")
    build(replace(content, address="", published=False), folder / "alone", work / "alone", f"{address}alone/")
    shutil.copytree(folder / "2.0", folder / "latest")
    versions = [
        {"version": "2.0", "title": "2.0", "aliases": ["latest"]},
        {"version": "1.0", "title": "1.0", "aliases": []},
    ]
    (folder / "versions.json").write_text(json.dumps(versions))
    (folder / "latest.json").write_text(json.dumps({"format": 1, "version": "2.0", "released": "2026-12-02"}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Root(folder, address, folder / "alone")
    server.shutdown()


def opened(context: BrowserContext, address: str, day: str) -> Page:
    """A page opened on a day; whatever it complains about is in ``page.complaints``."""
    page = context.new_page()
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.complaints = []  # type: ignore[attr-defined]
    complain = page.complaints.append  # type: ignore[attr-defined]
    page.on("console", lambda message: complain(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complain(str(error)))
    page.on("response", lambda one: complain(f"{one.status} {one.url}") if one.status >= 400 else None)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


def notices(page: Page) -> list[str]:
    return page.locator(".lr-status__notice").all_inner_texts()


def test_two_years_on_every_page_says_that_it_is_overdue(root: Root, context: BrowserContext):
    page = opened(context, f"{root.address}2.0/index.html", "2028-11-25")
    overdue = (
        "Overdue by 544 days. The next search was promised by 31 May 2027. Studies published since may be missing here."
    )
    assert notices(page) == [overdue]
    assert page.locator(".lr-status [role=status]").is_visible()
    page.evaluate("window.kept = true")
    for tab, place in (("Studies", "studies/index"), ("Data", "data"), ("Answer", "index")):
        page.locator(".md-tabs__link", has_text=tab).click()
        page.locator(f".lr-status[data-page='{place}.html'] .lr-status__notice").wait_for()
        assert notices(page) == [overdue], tab
    assert page.evaluate("window.kept"), "the pages were not drawn by instant navigation"
    assert page.complaints == []


def test_a_copy_on_a_disk_says_it_too(root: Root, context: BrowserContext):
    page = opened(context, (root.folder / "1.0/living.html").as_uri(), "2028-11-25")
    assert notices(page)[0].startswith("Overdue by 544 days.")
    assert not [text for text in page.complaints if "latest.json" in text]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-12-02", None),
        (PROMISED, None),
        ("2027-06-01", "Overdue by 1 day."),
        ("2020-01-01", None),
        ("1970-01-01", None),
    ],
)
def test_only_days_after_the_promise_count_and_a_wrong_clock_says_nothing(
    root: Root, context: BrowserContext, day: str, words: str | None
):
    found = notices(opened(context, f"{root.address}latest/cite.html", day))
    assert [one.partition("The next")[0].strip() for one in found] == ([] if words is None else [words])


@pytest.mark.parametrize(
    ("attributes", "day", "words"),
    [
        ({"nextSearch": ""}, "2027-11-01", []),
        ({"nextSearch": ""}, "2028-11-25", ["Version 2.0 is 724 days old, and no next search is promised."]),
        ({"nextSearch": "", "lastSearch": "2027-11-25"}, "2028-11-26", ["The last search is 367 days old,"]),
        ({"nextSearch": "", "released": "", "version": ""}, "2028-11-25", []),
        ({"released": "", "version": ""}, "2028-11-25", ["Overdue by 544 days."]),
        ({"nextSearch": "soon"}, "2027-11-01", []),
        ({"nextSearch": "2026-01-01"}, "2026-12-03", ["Overdue by 336 days."]),
        ({"nextSearch": "2026-01-01"}, "2026-12-01", []),
        ({"living": "retired"}, "2028-11-25", []),
        ({"living": "paused"}, "2028-11-25", ["Overdue by 544 days."]),
    ],
)
def test_unknown_dates_and_other_states(
    root: Root, context: BrowserContext, attributes: dict, day: str, words: list[str]
):
    page = opened(context, f"{root.address}alone/index.html", "2026-12-03")
    assert notices(page) == []
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.evaluate("given => Object.assign(document.querySelector('.lr-status').dataset, given)", attributes)
    page.add_script_tag(url=f"{root.address}alone/assets/js/status.js")
    found = notices(page)
    assert len(found) == len(words)
    assert all(one.startswith(word) for one, word in zip(found, words, strict=True))


def test_an_old_version_leads_to_the_same_page_of_the_newest(root: Root, context: BrowserContext):
    page = opened(context, f"{root.address}1.0/studies/tao-2022.html", "2028-11-25")
    assert notices(page) == [
        "This is an old version. The newest is 2.0 of 2 December 2026. This page in the newest version"
    ]
    page.locator(".lr-status__notice--older a").click()
    page.wait_for_url(f"{root.address}latest/studies/tao-2022.html")
    assert page.locator(".lr-status__notice--older").count() == 0
    assert page.complaints == []


def test_a_page_that_the_newest_version_lacks_leads_to_its_home(root: Root, context: BrowserContext):
    page = opened(context, f"{root.address}1.0/{ONLY_FIRST}.html", "2026-12-25")
    assert "has no such page" in notices(page)[0]
    page.locator(".lr-status__notice--older a").click()
    page.wait_for_url(f"{root.address}latest/index.html")
    assert page.complaints == []


def test_a_study_that_left_has_its_page_and_its_old_one(root: Root, context: BrowserContext):
    page = opened(context, f"{root.address}1.0/{TOMBSTONE}.html", "2026-12-25")
    page.locator(".lr-status__notice--older a").click()
    page.wait_for_url(f"{root.address}latest/{TOMBSTONE}.html")
    assert "left the review with version 2.0" in page.locator(".lr-doubt").inner_text()
    page.locator("a", has_text="as version 1.0 had it").click()
    page.wait_for_url(f"{root.address}1.0/{TOMBSTONE}.html")
    assert page.complaints == []


@pytest.mark.parametrize("place", ["2.0", "latest", "alone"])
def test_the_newest_version_and_a_local_build_have_nothing_to_say(root: Root, context: BrowserContext, place: str):
    page = opened(context, f"{root.address}{place}/index.html", "2026-12-25")
    assert notices(page) == []
    assert page.complaints == []


def test_without_javascript_the_dates_stand_there(root: Root, browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root.address}2.0/studies/index.html")
    line = "Version 2.0 of 2 December 2026 · last search unknown · next search promised by 31 May 2027"
    assert page.locator(".lr-status").inner_text() == line
    context.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_boxes_of_the_flow_lead_to_their_rows_and_to_the_studies(root: Root, browser: Browser, width: int):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = opened(context, f"{root.address}2.0/selection.html", "2026-12-25")
    page.evaluate("window.kept = true")
    drawing = page.locator(".lr-flow svg:visible")
    assert drawing.count() == 1
    drawing.get_by_label("Left: 655 records").click()
    page.wait_for_url("**/selection.html#step-1-left")
    assert page.locator("tr:target").inner_text().split()[:2] == ["left:", "Calibration"]
    drawing.locator("a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/selection.html#step-1")
    page.locator("figcaption a", has_text="the studies").click()
    page.locator("h1", has_text="Studies").wait_for()
    assert page.evaluate("window.kept"), "links inside the drawing broke instant navigation"
    page.go_back()
    page.locator(".lr-flow svg:visible").get_by_label("21 studies").click()
    page.wait_for_url("**/studies/index.html")
    assert page.complaints == []
    context.close()


def test_the_dataset_is_in_the_head_of_the_home_page_and_never_runs(root: Root, context: BrowserContext):
    page = opened(context, f"{root.address}2.0/index.html", "2026-12-25")
    held = (
        "[...document.querySelectorAll('script[type=\"application/ld+json\"]')].map(one => JSON.parse(one.textContent))"
    )
    (described,) = page.evaluate(held)
    assert (described["@type"], described["version"]) == ("Dataset", "2.0")
    page.locator(".md-tabs__link", has_text="Studies").click()
    page.locator("h1", has_text="Studies").wait_for()
    page.locator(".md-tabs__link", has_text="Answer").click()
    page.locator(".lr-home").wait_for()
    page.wait_for_timeout(300)
    assert page.evaluate(held) == [described]
    assert page.complaints == []


def test_a_citation_is_copied_whole(root: Root, context: BrowserContext):
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=root.address)
    page = opened(context, f"{root.address}2.0/cite.html", "2026-12-25")
    page.locator(".lr-cite", has_text="@misc").hover()
    page.locator(".lr-cite", has_text="@misc").locator("button").first.click()
    page.wait_for_timeout(300)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == (root.folder / "2.0/data/cite.bib").read_text().strip()


@pytest.mark.parametrize("path", ["index", "cite", "living", "selection", TOMBSTONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out_on_a_phone(root: Root, browser: Browser, path: str, scheme: str):
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page = opened(context, f"{root.address}1.0/{path}.html", "2028-11-25")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 360
    context.close()
