"""What has been measured, and what nobody has: a map for techniques and one for each contextual aspect."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.coverage import TECHNIQUE
from generator.pages.content import Content
from generator.pages.page import Page
from generator.views.gap_map import GapMap, gap_map
from generator.views.gap_table import gap_table
from generator.views.table import Cell, Column, Link, Table

PATH = "gaps"

_MAPS = (
    Column("Rows of the map"),
    Column("Rows", numeric=True),
    Column("Cells", "Rows times effects", numeric=True),
    Column("No evidence", numeric=True),
    Column("A single study", numeric=True),
)


def pages(content: Content) -> Iterator[Page]:
    """A page per map of the first synthesis; that of the techniques leads to the others. None if nothing was laid
    out."""
    if not content.syntheses:
        return
    found = content.coverage.get(content.syntheses[0].id, ())
    maps = tuple((_path(one.axes), gap_map(content.review, one)) for one in found)
    for path, one in maps:
        first = path == PATH
        yield Page(
            path=path,
            kind="gaps",
            title="What has been measured" if first else f"What has been measured: {one.title}",
            description=one.sentence,
            values={
                "map": one,
                "whole": gap_table(one),
                "synthesis": content.syntheses[0],
                "first": first,
                "others": _others(maps),
                "home": PATH,
                "submit": "submit",
            },
            section="Findings",
            hidden=not first,
            hide=("navigation", "toc"),
        )


def _path(axes: tuple[str, ...]) -> str:
    return PATH if axes == (TECHNIQUE,) else f"{PATH}/{axes[-1]}"


def _others(maps: tuple[tuple[str, GapMap], ...]) -> Table:
    rows = tuple(
        (
            Cell(one.title, Link(path)),
            Cell(str(sum(len(group.rows) for group in one.groups))),
            Cell(str(one.cells)),
            Cell(str(one.empty)),
            Cell(str(one.single)),
        )
        for path, one in maps
    )
    return Table("Every map", _MAPS, rows)
