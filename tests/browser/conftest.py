"""The shipped site, built once and served on this machine."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from generator.build import build, history_of
from generator.intake import load
from tests.conftest import ROOT


@dataclass(frozen=True)
class Site:
    folder: Path
    address: str

    def pages(self) -> list[str]:
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*.html"))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path, build_it: Callable[[], None]) -> Iterator[Site]:
    """The site that is built into ``folder``, with the address that it has until the end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    address = f"http://127.0.0.1:{server.server_port}/"
    os.environ["SITE_URL"] = address
    try:
        build_it()
    finally:
        del os.environ["SITE_URL"]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder, address)
    server.shutdown()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("built") / "site"

    def build_it() -> None:
        review = load(ROOT / "evidence").review
        assert review is not None
        build(review, history_of(ROOT / "evidence", review), folder, ROOT, lambda _: None)

    with served(folder, build_it) as site:
        yield site


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()
