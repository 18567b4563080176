"""All pages of a site: every module under ``kinds`` gives its own."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from generator.pages import kinds
from generator.pages.content import Content
from generator.pages.page import Page

SECTIONS = ("", "Findings", "Studies", "Versions", "Method", "Data")
"""The tabs of the site, in order; pages without a section come first."""


def pages(content: Content) -> Iterator[Page]:
    """Every page, kind by kind. Raises ``ValueError`` if two claim one path (also if only case differs)."""
    taken: dict[str, str] = {}
    for module in sorted(pkgutil.iter_modules(kinds.__path__), key=lambda found: found.name):
        kind = importlib.import_module(f"{kinds.__name__}.{module.name}")
        for page in kind.pages(content):
            if other := taken.get(page.path.lower()):
                raise ValueError(f"two pages for one address: {other} and {page.path}")
            taken[page.path.lower()] = page.path
            yield page


def navigation(everything: tuple[Page, ...]) -> list[tuple[str, tuple[Page, ...]]]:
    """Visible pages by section, each section in its pages' order."""
    visible = [page for page in everything if not page.hidden]
    by_section = [
        (section, tuple(sorted((p for p in visible if p.section == section), key=lambda p: (p.order, p.path))))
        for section in SECTIONS
    ]
    return [(section, found) for section, found in by_section if found]
