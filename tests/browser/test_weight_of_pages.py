"""What a reader's network has to carry."""

from __future__ import annotations

import gzip
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from tests.browser.conftest import Site

MOST = 150_000
"""Bytes, compressed: a page with its styles and its data, without the scripts that all pages share."""


class _Needed(HTMLParser):
    """The style sheets and data files that a page names."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and given.get("rel") == "stylesheet":
            self.addresses.add(given["href"])
        if "data-document" in given:
            self.addresses.add(given["data-document"])


def files(site: Site, page: str) -> list[Path]:
    needed = _Needed()
    needed.feed((site.folder / page).read_text(encoding="utf-8"))
    base = f"{site.address}{page}"
    within = (urlsplit(urljoin(base, address)).path.lstrip("/") for address in sorted(needed.addresses))
    return [site.folder / page, *(site.folder / path for path in within)]


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


def test_a_page_with_its_styles_and_data_is_light(site: Site):
    weights = {page: sum(map(compressed, files(site, page))) for page in site.pages()}
    assert {page: weight for page, weight in weights.items() if weight > MOST} == {}


def test_the_styles_and_the_data_are_counted(site: Site):
    names = {path.name for path in files(site, "explorer.html")}
    assert {"explorer.html", "explorer.json", "site.css"} <= names
