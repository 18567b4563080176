"""Write the docs tree that the site builder reads: plain Markdown, charts, data and assets."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.model.review import Review
from generator.pages.collect import navigation
from generator.pages.content import Content
from generator.pages.page import Page
from generator.pages.render import environment, readable, render
from generator.publishing.downloads import downloads
from generator.publishing.site import SiteError
from generator.publishing.static_svg import static_svg
from generator.views.figure import Figure
from generator.views.theme import palette_css

_NOT_PUBLISHED = ("measuring", "vendor.lock.json", "README.md")
"""What of the assets is of use to the build only."""


def write_docs(content: Content, pages: tuple[Page, ...], root: Path) -> Path:
    """Write everything under ``build/`` of ``root``, from nothing, and return the builder's configuration file.

    Raises ``SiteError`` if a file cannot be written.
    """
    try:
        return _write_docs(content, pages, root)
    except OSError as error:
        raise SiteError(f"{error.filename or root / 'build'} cannot be written: {error.strerror}") from error


def _write_docs(content: Content, pages: tuple[Page, ...], root: Path) -> Path:
    build, templates = root / "build", root / "site_templates"
    docs = build / "docs"
    if docs.exists():
        shutil.rmtree(docs)
    shutil.copytree(templates / "assets", docs / "assets", ignore=shutil.ignore_patterns(*_NOT_PUBLISHED))
    _write(docs / "assets/css/palette.css", palette_css())
    for path, text in downloads(content):
        _write(docs / path, text)
    env, site = environment(templates), site_values(content.review)
    for page in pages:
        for figure in page.figures:
            _write_figure(docs / "charts", figure)
        _write(docs / f"{page.path}.md", render(env, page, site, static_svg))
    configuration = build / "mkdocs.yml"
    _write(configuration, json.dumps(builder_configuration(content.review, pages), ensure_ascii=False, indent=1))
    return configuration


def site_values(review: Review) -> Mapping[str, Any]:
    """What every template may use."""
    return {"review": review, "question": review.question}


def builder_configuration(review: Review, pages: tuple[Page, ...]) -> dict[str, Any]:
    """What this review adds to the project's ``mkdocs.yml``. JSON is YAML too, and cannot be misread."""
    nav: list[Any] = []
    for section, found in navigation(pages):
        paths = [f"{page.path}.md" for page in found]
        nav.extend(paths if not section else [{section: paths}])
    return {
        "INHERIT": "../mkdocs.yml",
        "site_name": readable(review.question.title),
        "site_description": readable(review.question.question),
        "docs_dir": "docs",
        "nav": nav,
        "not_in_nav": "\n".join(f"/{page.path}.md" for page in pages if page.hidden),
    }


def _write_figure(folder: Path, figure: Figure) -> None:
    for variant, specification in (("wide", figure.wide), ("narrow", figure.narrow)):
        text = json.dumps(specification, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        _write(folder / f"{figure.name}.{variant}.json", text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
