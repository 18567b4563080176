"""Where a page stands: addresses as seen from it, and its tables and charts as they can be taken away."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from generator.views import addresses
from generator.views.chart_file import WIDTH
from generator.views.figure import Figure
from generator.views.glossary import term_of
from generator.views.snippets import html_image
from generator.views.standalone import on_ground
from generator.views.table import Column, Link, Table
from generator.views.taking import NOWHERE, Origin, table_csv

_SAFE_PATH = re.compile(r"[A-Za-z0-9._/-]+")
_SAFE_ANCHOR = re.compile(r"[A-Za-z0-9._-]*")


def relative(page_path: str, target: str, anchor: str = "") -> Markup:
    """The address of page or file ``target`` as seen from ``page_path`` (both relative to the docs folder).

    Raises ``ValueError`` for a path or anchor that is not plain.
    """
    if not _SAFE_PATH.fullmatch(target) or not _SAFE_ANCHOR.fullmatch(anchor) or ".." in target.split("/"):
        raise ValueError(f"not a plain address: {target!r} {anchor!r}")
    address = _between(posixpath.dirname(page_path) or ".", target)
    return Markup(address + (f"#{anchor}" if anchor else ""))


@lru_cache(maxsize=65536)
def _between(folder: str, target: str) -> str:
    return posixpath.relpath(target, folder)


def in_version(page_path: str, version: str, target: str) -> Markup:
    """The address of page or file ``target`` of another version, which stands on the web beside the one of
    ``page_path``. Raises ``ValueError`` for a path that is not plain."""
    return relative(f"this/{page_path}", f"{version}/{target}")


def anchor(identifier: str) -> Markup:
    """An id as Markdown's attribute lists take it. Raises ``ValueError`` for one that is not plain."""
    if not identifier or not _SAFE_ANCHOR.fullmatch(identifier):
        raise ValueError(f"not a plain id: {identifier!r}")
    return Markup(identifier)


@dataclass(frozen=True, slots=True)
class Taken:
    """A table, chart or diagram as it can be taken away.

    ``file`` holds its rows, or the drawing of a diagram, as seen from the page; ``cited`` is the citation that
    ``place``, its address, completes; ``id`` is that of the element, and ``rows`` are those of a table's rows.
    """

    id: Markup
    file: Markup
    cited: str
    place: str
    rows: tuple[Markup, ...] = ()


MOST_SHOWN = 200
"""Rows of a table on a page; the file of its rows has them all."""


class Here:
    """The place of one page, which its templates know as ``url``: ``url(page, anchor)`` is an address.

    Tables are numbered as the page shows them. Their ids start with an underscore, which no id of the evidence does.
    ``keep`` is given the path and the text of every file of rows that the page offers.
    """

    def __init__(
        self, path: str, title: str, from_: Origin = NOWHERE, keep: Callable[[str, str], None] = lambda path, text: None
    ) -> None:
        self.path = path
        self.title = title
        self.origin = from_
        self._keep = keep
        self._tables = 0

    def __call__(self, target: str | Link, anchor: str = "") -> Markup:
        link = target if isinstance(target, Link) else Link(target, anchor)
        return relative(self.path, f"{link.page}.html", link.anchor)

    most = MOST_SHOWN
    """How many rows of a table a page shows."""

    @property
    def root(self) -> Markup | None:
        """The address of the home page where a script must complete addresses, because the build could not."""
        return None if self.origin.known else relative(self.path, "index.html")

    def table(self, table: Table, chart: str = "", name: str = "") -> Taken:
        """A table that the page shows; ``chart`` is the name of the figure it belongs to, if it does, and ``name`` the
        id that the page gave it itself.

        Raises ``ValueError`` for a row whose anchor is not plain.
        """
        self._tables += 1
        name = name or f"_t{self._tables}"
        file = addresses.chart_rows(chart) if chart else addresses.table_rows(self.path, self._tables)
        self._keep(file, table_csv(table))
        rows = table.anchors or (f"{name}-{number}" for number, _ in enumerate(table.rows, 1))
        named = "" if table.caption.startswith(self.title) else f"{self.title}: "
        return self._taken(name, file, f"{named}{table.caption}", tuple(map(anchor, rows)))

    def chart(self, figure: Figure) -> Taken:
        """A chart that the page shows."""
        return self._taken(f"chart-{figure.name}", addresses.chart_rows(figure.name), figure.title, ())

    def diagram(self, of: str, title: str, drawing: str, name: str) -> Taken:
        """A diagram that the page shows in the element ``name``; ``of`` is its evidence model, or the page."""
        file = addresses.diagram(of)
        self._keep(file, on_ground(drawing))
        return self._taken(name, file, title, ())

    def drawing(self, figure: Figure) -> Markup:
        """The file of a chart's drawing, as seen from the page."""
        return relative(self.path, addresses.chart_drawing(figure.name))

    def embedded(self, figure: Figure) -> str:
        """HTML that shows a chart on any other page and leads back to it here."""
        home, page = self.origin.home, f"{self.path}.html#chart-{figure.name}"
        image = f"{home}{addresses.chart_drawing(figure.name)}"
        return html_image(figure.alternative, image, f"{home}{page}", int(WIDTH))

    def term(self, column: Column) -> str:
        """The id of the glossary's entry about a column; empty if there is none."""
        return column.term or term_of(column.title)

    def _taken(self, name: str, file: str, what: str, rows: tuple[Markup, ...]) -> Taken:
        place = f"{self.origin.home}{self.path}.html#{name}"
        return Taken(anchor(name), relative(self.path, file), self.origin.cited(what), place, rows)
