"""What leaves the site with a table or a chart: its rows as CSV, and words that say where it is from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.release import History
from generator.model.review import Review
from generator.views.csv_text import rows_to_csv
from generator.views.dates import date_text
from generator.views.table import Cell, Column, Table

WORKING_STATE = "Working state, not a release: it can change any day"


@dataclass(frozen=True, slots=True)
class Origin:
    """``review`` is its title, ``state`` its version in words, ``home`` the address of this version with a slash at
    its end, empty if it is not known."""

    review: str
    state: str
    home: str

    @property
    def known(self) -> bool:
        """Whether the address is known."""
        return bool(self.home)

    def cited(self, what: str) -> str:
        """A part of the site as a citation without its address, which comes after it."""
        end = "" if self.review.endswith(("?", "!", ".")) else "."
        return f"“{what.rstrip('.')}”. In: {self.review}{end} {self.state}."


NOWHERE = Origin("", WORKING_STATE, "")


def origin(review: Review, history: History, home: str) -> Origin:
    """Where everything on this site is from; a working state says that it is no release."""
    released = history.version and history.released
    state = f"Version {history.version} of {date_text(history.released)}" if released else WORKING_STATE
    return Origin(review.question.title, state, home)


def table_csv(table: Table) -> str:
    """The rows of a table as its readers see them: rounded, ranges by the codes of their levels."""
    columns = list(_headings(table.columns))
    return rows_to_csv(columns, (dict(zip(columns, map(cell_text, row), strict=True)) for row in table.rows))


def cell_text(cell: Cell) -> str:
    """A cell without its drawing: the range, the text, or both."""
    parts = [str(cell.range)] if cell.range else []
    return " ".join([*parts, cell.text] if cell.text else parts)


def _headings(columns: tuple[Column, ...]) -> Iterator[str]:
    """The titles of the columns, numbered where one occurs again."""
    seen: dict[str, int] = {}
    for column in columns:
        seen[column.title] = seen.get(column.title, 0) + 1
        yield column.title if seen[column.title] == 1 else f"{column.title} ({seen[column.title]})"
