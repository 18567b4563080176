"""Dates as readers see them, in the one language of the site."""

from __future__ import annotations

from datetime import date

UNKNOWN = "unknown"

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_text(day: date | None) -> str:
    """``25 November 2026``; ``unknown`` for None. Names of months are ours, so that no locale changes a page."""
    return UNKNOWN if day is None else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
