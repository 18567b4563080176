"""The page at the root of all versions for addresses that do not exist. The site builder does not make it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from generator.model.release import Release
from generator.pages.render import environment


def missing_page(title: str, releases: Iterable[Release], site: str, templates: Path) -> str:
    """Its HTML; ``title`` is that of the review, ``releases`` are those published, oldest first.

    ``site`` is the address of the folder that holds all versions, with a slash at its end. It is empty if that is
    not known: links are then relative, and lead somewhere from the root only. Raises ``ValueError`` for an address
    with characters that would end an attribute.
    """
    if any(character in site for character in "\"'<>& "):
        raise ValueError(f"not a plain address: {site!r}")
    versions = [(Markup(each.version), each.released) for each in reversed(list(releases))]
    page = environment(templates).get_template("root/404.html.j2")
    return page.render(site=Markup(site), title=title, versions=versions)
