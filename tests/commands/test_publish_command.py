"""Two versions of a small review, published with everything that belongs to them, as a host would serve them."""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT
from tests.publishing.publishing_project import TINY, bare, git, released

BASE = "http://host.invalid/some/path/"


@dataclass(frozen=True)
class Publication:
    repository: Path
    folder: Path
    said: tuple[str, str]


def living_review(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    folder = tmp_path_factory.mktemp("publication")
    evidence = Path(shutil.copytree(TINY, folder / "evidence"))
    released(evidence)
    repository = bare(folder / "target.git")
    said = []
    for version in ("1.0", "2.0"):
        done = living_review("publish", version, "--evidence", evidence, "--remote", repository)
        assert done.returncode == 0, done.stderr
        said.append(done.stdout)
    site = folder / "served/some/path"
    site.mkdir(parents=True)
    archive = subprocess.run(["git", "-C", repository, "archive", "gh-pages"], capture_output=True, check=True).stdout
    subprocess.run(["tar", "x", "-C", str(site)], input=archive, check=True)
    return Publication(repository, site, (said[0], said[1]))


class _Found(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value for name, value in attrs if value}
        self.links += [found[name] for name in ("href", "src", "data-spec") if name in found]
        self.anchors |= {found[name] for name in ("id", "name") if name in found}
        if found.get("http-equiv") == "refresh":
            self.links.append(found["content"].partition("url=")[2])


def test_every_link_of_every_version_leads_somewhere(publication: Publication):
    pages: dict[str, _Found] = {}
    for path in publication.folder.rglob("*.html"):
        pages[path.relative_to(publication.folder).as_posix()] = found = _Found()
        found.feed(path.read_text(encoding="utf-8"))
    assert {page.split("/")[0] for page in pages} == {"1.0", "2.0", "latest", "index.html", "404.html"}
    wrong = [
        (page, link)
        for page, found in pages.items()
        for link in found.links
        if not _leads(page, link, pages, publication)
    ]
    assert wrong == []


def _leads(page: str, link: str, pages: dict[str, _Found], publication: Publication) -> bool:
    there = urlsplit(urljoin(BASE + page, link))
    if there.netloc != "host.invalid":
        return True
    path, root = unquote(there.path), urlsplit(BASE).path
    if not path.startswith(root):
        return False
    file = publication.folder / path.removeprefix(root)
    file = file / "index.html" if file.is_dir() else file
    anchor = unquote(there.fragment)
    if not anchor or anchor.startswith("__") or "=" in anchor:  # The theme's own, and what a form is filled in with.
        return file.is_file()
    return anchor in pages[file.relative_to(publication.folder).as_posix()].anchors


def test_every_version_has_its_machine_files_and_the_root_those_of_all(publication: Publication):
    for version in ("1.0", "2.0", "latest"):
        data = publication.folder / version / "data"
        assert json.loads((data / "aggregation.json").read_text(encoding="utf-8"))["format"] == 1
        assert json.loads((data / "columns.json").read_text(encoding="utf-8"))
        for name in ("evidence.csv", "measurements.csv", "studies.bib"):
            assert (data / name).read_text(encoding="utf-8")
    schemas = {path.name: json.loads(path.read_text()) for path in (publication.folder / "schemas").iterdir()}
    assert schemas == {path.name: json.loads(path.read_text()) for path in (ROOT / "evidence/schemas").iterdir()}
    latest = json.loads((publication.folder / "latest.json").read_text(encoding="utf-8"))
    concluded = json.loads((publication.folder / "2.0/data/aggregation.json").read_text(encoding="utf-8"))
    for shown, whole in zip(latest["syntheses"], concluded["syntheses"], strict=True):
        for one, other in zip(shown["effects"], whole["effects"], strict=True):
            assert [one[key] for key in ("effect", "range", "belief")] == [
                other[key] for key in ("effect", "range", "belief")
            ]
            assert (publication.folder / one["address"]).is_file()
    feed = ElementTree.parse(publication.folder / "feed.xml").getroot()
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 2


def test_a_version_adds_little_and_shares_its_assets(publication: Publication):
    sizes = [re.match(r"the branch grew by ([0-9.]+) (k|M)B; ", said.splitlines()[1]) for said in publication.said]
    first, second = (float(size[1]) * (1 if size[2] == "M" else 0.001) for size in sizes if size)
    assert 0 < second < 10
    assert second < first
    assets = [
        git(publication.repository, "rev-parse", f"gh-pages:{version}/assets") for version in ("1.0", "2.0", "latest")
    ]
    assert len(set(assets)) == 1
    files = git(publication.repository, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert not [name for name in files if name.endswith(".map")]


def test_pages_know_the_feed_and_stay_without_an_address_of_their_own(publication: Publication):
    page = (publication.folder / "1.0/findings/full/lead_time.html").read_text(encoding="utf-8")
    assert '<link rel="alternate feed" type="application/atom+xml" title="Versions" href="../../../feed.xml">' in page
    assert "canonical" not in page


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address(publication: Publication) -> Iterator[str]:
    served = str(publication.folder.parents[1])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=served))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/some/path/"
    server.shutdown()


def test_the_selector_shows_all_versions_and_keeps_the_page(address: str, browser: Browser):
    page = browser.new_page()
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.goto(address)
    page.wait_for_url("**/latest/index.html")
    page.goto(f"{address}2.0/findings/full/lead_time.html#evidence")
    page.wait_for_selector(".md-version")
    assert [link.inner_text() for link in page.query_selector_all(".md-version__link")] == ["2.0", "1.0"]
    page.focus(".md-version__current")
    page.click(".md-version__link >> text=1.0")
    page.wait_for_url("**/1.0/findings/full/lead_time.html#evidence")
    page.wait_for_selector(".md-version")
    assert page.inner_text(".md-version__current") == "1.0"
    assert failed == []
    page.close()


@pytest.fixture
def preview(publication: Publication) -> Iterator[str]:
    command = [sys.executable, "-m", "generator", "preview", "--port", "0", "--remote", str(publication.repository)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE)
    assert server.stdout is not None
    yield server.stdout.readline().split(" ")[0]
    server.terminate()
    server.wait()


def answered(address: str) -> tuple[int, str, bytes]:
    try:
        with urllib.request.urlopen(address) as got:
            return got.status, got.headers["Content-Type"], got.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers["Content-Type"], refused.read()


def test_the_preview_answers_as_a_host_does(preview: str, publication: Publication):
    def file(path: str) -> bytes:
        return (publication.folder / path).read_bytes()

    assert answered(preview)[::2] == (200, file("index.html"))
    assert answered(f"{preview}2.0/index.html")[::2] == (200, file("2.0/index.html"))
    assert answered(f"{preview}1.0")[::2] == (200, file("1.0/index.html"))
    for missing in ("nothing.html", "2.0/assets/", "../etc/passwd", "%2e%2e/x"):
        assert answered(preview + missing) == (404, "text/html; charset=utf-8", file("404.html"))


def test_without_a_branch_there_is_nothing_to_preview(tmp_path: Path):
    done = living_review("preview", "--remote", bare(tmp_path / "empty.git"))
    assert done.returncode == 3
    assert "living-review publish makes it" in done.stderr


def test_versions_tells_what_is_published(
    publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
):
    from generator import cli
    from generator.commands import versions

    evidence = publication.repository.parent / "evidence"
    for root, expected in ((publication.repository, [True, True]), (tmp_path, [False, False])):
        monkeypatch.setattr(versions, "project_folder", lambda root=root: root)
        assert cli.main(["versions", "--evidence", str(evidence), "--format", "json"]) == 0
        assert [row["published"] for row in json.loads(capsys.readouterr().out)] == expected
