"""Write the docs tree that the site builder reads: plain Markdown, charts, data and assets."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.pages.collect import navigation
from generator.pages.content import Content
from generator.pages.page import Page
from generator.pages.render import environment, readable, render
from generator.places import SHIPPED
from generator.publishing.builders import MATERIAL, Builder
from generator.publishing.downloads import DATASET, downloads
from generator.publishing.drawn import specification_text
from generator.publishing.policy import policy
from generator.publishing.site import SiteError
from generator.publishing.static_svg import static_svg
from generator.views import addresses
from generator.views.chart_file import chart_file
from generator.views.figure import Drawing, Figure
from generator.views.status import status
from generator.views.taking import origin
from generator.views.theme import palette_css

MOST_IN_NAVIGATION = 150
"""Pages that the navigation of every page holds."""
_NOT_PUBLISHED = ("measuring", "vendor.lock.json", "README.md")
"""What of the assets is of use to the build only."""


def write_docs(
    content: Content, pages: tuple[Page, ...], root: Path, folder: Path | None = None, builder: Builder = MATERIAL
) -> Path:
    """Write everything under ``folder``, from nothing, and return the configuration file for the ``builder``.

    ``root`` is the folder of the project; ``folder`` is its ``build/`` unless given. Raises ``SiteError`` if a file
    cannot be written.
    """
    build = folder or root / "build"
    try:
        return _write_docs(content, pages, root, build, builder)
    except OSError as error:
        raise SiteError(f"{error.filename or build} cannot be written: {error.strerror}") from error


def _write_docs(content: Content, pages: tuple[Page, ...], root: Path, build: Path, builder: Builder) -> Path:
    templates, docs = SHIPPED / "site_templates", build / "docs"
    if docs.exists():
        shutil.rmtree(docs)
    shutil.copytree(templates / "assets", docs / "assets", ignore=shutil.ignore_patterns(*_NOT_PUBLISHED))
    _write(docs / "assets/css/palette.css", palette_css())
    files = dict(downloads(content))
    for path, text in files.items():
        _write(docs / path, text)
    _write(docs / "data/pages.json", json.dumps({"pages": sorted(f"{page.path}.html" for page in pages)}, indent=1))
    env, site = environment(templates), site_values(content)
    for page in pages:
        svgs = {one: svg for figure in page.figures for one, svg in _drawings(docs / "charts", figure)}
        taken = dict(_chart_files(content, page, svgs))
        _write(docs / f"{page.path}.md", render(env, page, site, svgs.__getitem__, taken.__setitem__))
        for path, text in taken.items():
            if not (docs / path).exists():  # A chart shown again has its files from the first page.
                _write(docs / path, text)
    configuration = build / "mkdocs.yml"
    settings = builder_configuration(content, pages, os.path.relpath(_shared_settings(root), build))
    shared = _shared_settings(root).read_text(encoding="utf-8")
    settings["theme"] = {"custom_dir": os.path.relpath(templates / "theme", build), **pruned(shared, pages)}
    allowed = policy((page.path for page in pages), _roots(content), builder.templates)
    settings["extra"] = {**settings.get("extra", {}), "dataset": json.loads(files[DATASET]), "policy": allowed}
    _write(configuration, json.dumps(settings, ensure_ascii=False, indent=1))
    return configuration


def pruned(shared: str, pages: tuple[Page, ...]) -> dict[str, Any]:
    """The features of the theme where there are many pages: each then holds only the part of the navigation that it
    opens, or pages and building time would grow with the square of their number. ``shared`` is the project's
    ``mkdocs.yml``, whose list a list replaces as a whole."""
    if sum(not page.hidden for page in pages) <= MOST_IN_NAVIGATION:
        return {}
    listed = re.search(r"^  features:\n((?:    - [a-z.]+\n)+)", shared, re.MULTILINE)
    features = re.findall(r"- ([a-z.]+)", listed[1]) if listed else []
    return {"features": [*features, "navigation.prune"]}


def _shared_settings(root: Path) -> Path:
    """The settings of the site builder that a review may have of its own."""
    own = root / "mkdocs.yml"
    return own if own.is_file() else SHIPPED / "mkdocs.yml"


def _roots(content: Content) -> Iterator[str]:
    """The path of this site on its host, as far as it is known, with and without the slash at its end."""
    for address in ("/", content.home, os.environ.get("SITE_URL", "")):
        path = urlsplit(address).path
        yield from (path, path.rstrip("/"))


def site_values(content: Content) -> Mapping[str, Any]:
    """What every template may use."""
    review = content.review
    return {
        "review": review,
        "question": review.question,
        "status": status(review, content.history),
        "published": content.published,
        "origin": origin(review, content.history, content.home),
    }


def builder_configuration(content: Content, pages: tuple[Page, ...], inherited: str) -> dict[str, Any]:
    """What this review adds to the project's ``mkdocs.yml``, which is at the relative path ``inherited``.

    JSON is YAML too, and cannot be misread. A published site has the selector of versions: a local one would look in
    vain for the list of them.
    """
    nav: list[Any] = []
    for section, found in navigation(pages):
        entries = _entries(found)
        nav.extend(entries if not section else [{section: entries}])
    question = content.review.question
    published = {"site_url": content.address, "extra": {"version": {"provider": "mike"}}}
    return {
        "INHERIT": inherited,
        "site_name": readable(question.title),
        "site_description": readable(question.question),
        "docs_dir": "docs",
        "nav": nav,
        "not_in_nav": "\n".join(f"/{page.path}.md" for page in pages if page.hidden),
        **(published if content.published else {}),
    }


def _entries(found: tuple[Page, ...]) -> list[Any]:
    """The pages of a section, those of a group below its name."""
    entries: list[Any] = []
    for group, pages in groupby(found, key=lambda page: page.group):
        paths = [f"{page.path}.md" for page in pages]
        entries.extend(paths if not group else [{readable(group): paths}])
    return entries


def _drawings(folder: Path, figure: Figure) -> Iterator[tuple[Drawing, str]]:
    """The drawings of a figure as SVG, after their specifications are written."""
    for variant, drawing in (("wide", figure.wide), ("narrow", figure.narrow)):
        specification = specification_text(drawing)
        _write(folder / f"{figure.name}.{variant}.json", specification)
        yield drawing, static_svg(specification)


def _chart_files(content: Content, page: Page, svgs: Mapping[Drawing, str]) -> Iterator[tuple[str, str]]:
    """(path, text) of the charts of a page as files of their own."""
    whence = origin(content.review, content.history, content.home)
    for figure in page.figures:
        yield addresses.chart_drawing(figure.name), chart_file(figure, svgs[figure.wide], whence, page.path)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
