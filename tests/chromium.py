"""The browser that tests look at pages and run scripts with: one for the whole run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 180_000
"""Milliseconds that a test waits for a page, at most."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    executable = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    assert executable, "Chromium is missing: `make test` installs it or says how"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        _be_patient(browser)
        yield browser
        browser.close()


def arrive(page: Page, address: str) -> None:
    """Open a page, and wait until its scripts have run and have asked for all they need: on a busy machine the network
    may be idle before they begin."""
    page.goto(address, wait_until="load")
    page.wait_for_load_state("networkidle")


def _be_patient(browser: Browser) -> None:
    """A machine with much else to do must not fail a test."""
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE)
    for make in ("new_context", "new_page"):
        setattr(browser, make, _patient(getattr(browser, make)))


def _patient(make: Callable[..., BrowserContext | Page]) -> Callable[..., BrowserContext | Page]:
    def made(**options: Any) -> BrowserContext | Page:
        new = make(**options)
        new.set_default_timeout(PATIENCE)
        return new

    return made
