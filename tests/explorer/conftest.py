"""The engine of the explorer in Chromium, on a page with the site's strict policy and no network."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from generator.aggregation import aggregate
from generator.conversion import convert
from generator.model.review import Review
from generator.views.explorer_document import as_document
from tests.conftest import ROOT

ADDRESS = "http://explorer.test"
PAGE = """<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">"""
SCRIPTS = {
    "/engine/": ROOT / "site_templates/assets/js/engine",
    "/case/": ROOT / "site_templates/assets/js/case",
    "/": Path(__file__).parent,
}


@dataclass(frozen=True)
class Engine:
    """What ``runner.js`` offers, with Python values."""

    page: Page

    def load(self, document: dict[str, Any]) -> None:
        self._ask("load", json.dumps(document))

    def run(self, scenarios: Sequence[dict[str, Any]]) -> Any:
        return json.loads(self._ask("run", json.dumps(scenarios)))

    def why(self, scenario: dict[str, Any], effect: str) -> Any:
        return json.loads(self._ask("why", scenario, effect))

    def cases(self, rules: dict[str, Any], cases: Sequence[dict[str, Any]]) -> Any:
        return json.loads(self._ask("cases", json.dumps(rules), json.dumps(cases)))

    def refused(self, scenario: dict[str, Any]) -> str | None:
        found = self._ask("refused", scenario)
        assert found is None or isinstance(found, str)
        return found

    def combine(self, cases: Sequence[Any]) -> Any:
        return json.loads(self._ask("combine", json.dumps(cases)))

    def call(self, name: str, *argument_lists: Sequence[Any]) -> Any:
        return json.loads(self._ask("call", name, json.dumps(argument_lists)))

    def time(self, scenario: dict[str, Any], times: int) -> list[float]:
        return list(self._ask("time", scenario, times))

    def time_of_cases(self, rules: dict[str, Any], cases: Sequence[dict[str, Any]]) -> list[float]:
        return list(self._ask("timeOfCases", json.dumps(rules), json.dumps(cases)))

    def _ask(self, name: str, *values: Any) -> Any:
        program = "async ([name, values]) => (await import('/runner.js'))[name](...values)"
        return self.page.evaluate(program, [name, values])


@pytest.fixture(scope="session")
def engine(browser: Browser) -> Iterator[Engine]:
    page = browser.new_page()
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    page.route("**/*", _serve)
    page.goto(f"{ADDRESS}/")
    yield Engine(page)
    page.close()
    assert seen == []


def _serve(route: Route) -> None:
    path = route.request.url.removeprefix(ADDRESS)
    if path in ("/", "/favicon.ico"):
        route.fulfill(body=PAGE if path == "/" else "", content_type="text/html")
        return
    folder = next(folder for start, folder in SCRIPTS.items() if path.startswith(start))
    route.fulfill(path=folder / path.rpartition("/")[2], content_type="text/javascript")


def document_of(review: Review) -> dict[str, Any]:
    """The data file of a review."""
    evidence = convert(review)
    return as_document(review, evidence.pieces, aggregate(review, dict(evidence.by_policy)))


@pytest.fixture(scope="session")
def document(shipped: Review) -> dict[str, Any]:
    return document_of(shipped)
