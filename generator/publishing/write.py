"""Write the docs tree that the site builder reads: plain Markdown, charts, data and assets."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.pages.collect import navigation
from generator.pages.content import Content
from generator.pages.page import Page
from generator.pages.render import environment, readable, render
from generator.publishing.downloads import DATASET, downloads
from generator.publishing.site import SiteError
from generator.publishing.static_svg import static_svg
from generator.views.figure import Figure
from generator.views.status import status
from generator.views.theme import palette_css

_NOT_PUBLISHED = ("measuring", "vendor.lock.json", "README.md")
"""What of the assets is of use to the build only."""


def write_docs(content: Content, pages: tuple[Page, ...], root: Path, folder: Path | None = None) -> Path:
    """Write everything under ``folder``, from nothing, and return the builder's configuration file.

    ``root`` is the folder of the project; ``folder`` is its ``build/`` unless given. Raises ``SiteError`` if a file
    cannot be written.
    """
    build = folder or root / "build"
    try:
        return _write_docs(content, pages, root, build)
    except OSError as error:
        raise SiteError(f"{error.filename or build} cannot be written: {error.strerror}") from error


def _write_docs(content: Content, pages: tuple[Page, ...], root: Path, build: Path) -> Path:
    templates, docs = root / "site_templates", build / "docs"
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
        for figure in page.figures:
            _write_figure(docs / "charts", figure)
        _write(docs / f"{page.path}.md", render(env, page, site, static_svg))
    configuration = build / "mkdocs.yml"
    settings = builder_configuration(content, pages, os.path.relpath(root / "mkdocs.yml", build))
    settings["theme"] = {"custom_dir": os.path.relpath(templates / "theme", build)}
    settings["extra"] = {**settings.get("extra", {}), "dataset": json.loads(files[DATASET])}
    _write(configuration, json.dumps(settings, ensure_ascii=False, indent=1))
    return configuration


def site_values(content: Content) -> Mapping[str, Any]:
    """What every template may use."""
    review = content.review
    return {
        "review": review,
        "question": review.question,
        "status": status(review, content.history),
        "published": content.published,
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


def _write_figure(folder: Path, figure: Figure) -> None:
    for variant, specification in (("wide", figure.wide), ("narrow", figure.narrow)):
        text = json.dumps(specification, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        _write(folder / f"{figure.name}.{variant}.json", text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
