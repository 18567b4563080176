"""The only Jinja environment, and the only place where text from evidence is escaped for Markdown and HTML."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.model.scale import LEVELS
from generator.pages.page import Page
from generator.views.dates import date_text
from generator.views.table import Link

_SAFE_PATH = re.compile(r"[A-Za-z0-9._/-]+")
_SAFE_ANCHOR = re.compile(r"[A-Za-z0-9._-]*")


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
    text = " ".join(str(value).split())
    return Markup("".join(c if c.isalnum() or c == " " or ord(c) > 126 else f"&#{ord(c)};" for c in text))


def readable(value: object) -> str:
    """Text for places that themes print into HTML without escaping it, or escape once more than needed.

    Only what HTML could take for markup becomes an entity, so that full stops and hyphens survive a second escaping.
    Never for the body of a page: Markdown would read it.
    """
    text = " ".join(str(value).split())
    return "".join(f"&#{ord(c)};" if c in "<>&\"'" else c for c in text)


def relative(page_path: str, target: str, anchor: str = "") -> Markup:
    """The address of page or file ``target`` as seen from ``page_path`` (both relative to the docs folder).

    A target whose last part has no ending other than that of our pages gets ``.html``. Raises ``ValueError``
    for a path or anchor that is not plain.
    """
    if not _SAFE_PATH.fullmatch(target) or not _SAFE_ANCHOR.fullmatch(anchor) or ".." in target.split("/"):
        raise ValueError(f"not a plain address: {target!r} {anchor!r}")
    address = posixpath.relpath(target, posixpath.dirname(page_path) or ".")
    return Markup(address + (f"#{anchor}" if anchor else ""))


def in_version(page_path: str, version: str, target: str) -> Markup:
    """The address of page or file ``target`` of another version, which stands on the web beside the one of
    ``page_path``. Raises ``ValueError`` for a path that is not plain."""
    return relative(f"this/{page_path}", f"{version}/{target}")


def anchor(identifier: str) -> Markup:
    """An id as Markdown's attribute lists take it. Raises ``ValueError`` for one that is not plain."""
    if not identifier or not _SAFE_ANCHOR.fullmatch(identifier):
        raise ValueError(f"not a plain id: {identifier!r}")
    return Markup(identifier)


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
    env.filters["day"] = date_text
    return env


def render(
    env: Environment, page: Page, site: Mapping[str, Any], static_svg: Callable[[Mapping[str, Any]], str]
) -> str:
    """The Markdown of a page, front matter included.

    ``site`` holds what every template may use. Besides, templates get ``url(page, anchor)`` for a page,
    ``file(path)`` for any other file of the site, ``then(version, link)`` for a page of another version, and
    ``svg(specification)`` for a chart drawn by ``static_svg``. Every page opens with the status of the review, if
    ``site`` tells it.
    """

    def url(target: str | Link, anchor: str = "") -> Markup:
        link = target if isinstance(target, Link) else Link(target, anchor)
        return relative(page.path, f"{link.page}.html", link.anchor)

    def file(target: str) -> Markup:
        return relative(page.path, target)

    def then(version: str, link: Link) -> Markup:
        return in_version(page.path, version, f"{link.page}.html")

    def svg(specification: Mapping[str, Any]) -> Markup:
        return Markup(static_svg(specification))

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
