"""What has been measured in each synthesis, and what nobody has: a map for techniques and one for each aspect."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.coverage import TECHNIQUE
from generator.model.synthesis import Synthesis
from generator.pages.content import Content
from generator.pages.each_synthesis import is_first, siblings, worth_mapping
from generator.pages.page import Page
from generator.views import addresses
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
    """A page per map of a synthesis; that of the techniques leads to the others. None if nothing was laid out."""
    for synthesis in shown(content):
        yield from _pages(content, synthesis)


def shown(content: Content) -> tuple[Synthesis, ...]:
    """The syntheses that have maps."""
    return tuple(one for one in worth_mapping(content) if content.coverage.get(one.id))


def map_of(content: Content, synthesis: Synthesis) -> Link | None:
    """Where the maps of a synthesis are; None if it has none."""
    found = synthesis in shown(content)
    return Link(addresses.about(content.review, PATH, synthesis.id)) if found else None


def _pages(content: Content, synthesis: Synthesis) -> Iterator[Page]:
    home = addresses.about(content.review, PATH, synthesis.id)
    whole = is_first(content, synthesis)
    found = content.coverage[synthesis.id]
    maps = tuple((_path(home, one.axes), gap_map(content.review, one)) for one in found)
    for path, one in maps:
        first = path == home
        about = "What has been measured" if whole else f"What has been measured: {synthesis.title}"
        yield Page(
            path=path,
            kind="gaps",
            title=about if first else f"{about}: {one.title}",
            description=one.sentence,
            values={
                "map": one,
                "whole": gap_table(one),
                "synthesis": synthesis,
                "combined": addresses.synthesis(synthesis.id),
                "siblings": siblings(content, PATH, shown(content), synthesis) if first else (),
                "first": first,
                "others": _others(maps),
                "home": home,
                "submit": "submit",
            },
            section="Findings",
            hidden=not (first and whole),
            hide=("navigation", "toc"),
        )


def _path(home: str, axes: tuple[str, ...]) -> str:
    return home if axes == (TECHNIQUE,) else f"{home}/{axes[-1]}"


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
