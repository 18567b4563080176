"""The only Jinja environment, and the only place where text from evidence is escaped for Markdown and HTML."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.model.scale import LEVELS
from generator.pages.here import Here, anchor, in_version, relative
from generator.pages.page import Page
from generator.views.dates import date_text
from generator.views.figure import Drawing
from generator.views.table import Link
from generator.views.taking import NOWHERE

_ENTITIES = {code: f"&#{code};" for code in range(127) if not chr(code).isalnum() and chr(code) != " "}


def escape(value: object) -> Markup:
    """Text that means itself in Markdown, HTML and HTML attributes.

    White space is collapsed and every ASCII character that is not a letter, a digit or a space becomes a
    numeric entity, so that neither a block nor an inline construct of Markdown can begin. ``Markup`` is
    passed through. Raises ``TypeError`` for None: a template must say what a missing value means.
    """
    if isinstance(value, Markup):
        return value
    if value is None:
        raise TypeError("a template printed a missing value")
    return _escaped(str(value))


@lru_cache(maxsize=4096)
def _escaped(text: str) -> Markup:
    return Markup(" ".join(text.split()).translate(_ENTITIES))


def readable(value: object) -> str:
    """Text for places that themes print into HTML without escaping it, or escape once more than needed.

    Only what HTML could take for markup becomes an entity, so that full stops and hyphens survive a second escaping.
    Never for the body of a page: Markdown would read it.
    """
    text = " ".join(str(value).split())
    return "".join(f"&#{ord(c)};" if c in "<>&\"'" else c for c in text)


def environment(templates: Path) -> Environment:
    """The environment for the templates under ``templates``; undefined names are errors."""
    env = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Markdown's {#id} must not begin a comment.
        comment_start_string="{##",
        comment_end_string="##}",
    )
    env.globals["levels"] = LEVELS
    env.globals["anchor"] = anchor
    env.globals["scale"] = cache(env.get_template("parts/scale.html.j2").module.scale)  # type: ignore[attr-defined]
    env.filters["day"] = date_text
    return env


def render(
    env: Environment,
    page: Page,
    site: Mapping[str, Any],
    static_svg: Callable[[Drawing], str],
    keep: Callable[[str, str], None] = lambda path, text: None,
) -> str:
    """The Markdown of a page, front matter included.

    ``site`` holds what every template may use. Besides, templates get ``url(page, anchor)`` for a page (see ``Here``),
    ``file(path)`` for any other file of the site, ``then(version, link)`` for a page of another version, and
    ``svg(drawing)`` for a chart drawn by ``static_svg``. Every page opens with the status of the review, if
    ``site`` tells it. ``keep`` is given the path and the text of every file that the page offers with its tables.
    """
    url = Here(page.path, page.title, site.get("origin", NOWHERE), keep)

    def file(target: str) -> Markup:
        return relative(page.path, target)

    def then(version: str, link: Link) -> Markup:
        return in_version(page.path, version, f"{link.page}.html")

    def svg(drawing: Drawing) -> Markup:
        return Markup(static_svg(drawing))

    given = {**page.values, "page": page, "site": site, "url": url, "file": file, "then": then, "svg": svg}
    opening = env.get_template("parts/status.html.j2").render(given) if "status" in site else ""
    body = env.get_template(f"pages/{page.kind}.md.j2").render(given)
    return f"---\n{_front_matter(page)}\n---\n\n{opening}\n{body.strip()}\n"


def _front_matter(page: Page) -> str:
    fields: dict[str, Any] = {"title": readable(page.title), "description": readable(page.description)}
    if page.hide:
        fields["hide"] = list(page.hide)
    if not page.search:
        fields["search"] = {"exclude": True}
    return json.dumps(fields, ensure_ascii=False)
