"""What every page says about the state of the review: which version it is, and how fresh."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.release import History
from generator.model.review import Review

_NOTICES = {
    "paused": "This review is paused: for now nobody searches for new studies or updates the conclusions.",
    "retired": "This review is retired: nobody searches for new studies or updates the conclusions any more.",
}


@dataclass(frozen=True, slots=True)
class Status:
    """The dates a browser compares with its clock; None is a date that is not known.

    ``version`` and ``released`` are None for a working state; ``living`` is active, paused or retired, and
    ``notice`` the sentence that says so, empty for an active review.
    """

    version: str | None
    released: date | None
    last_search: date | None
    next_promised: date | None
    living: str
    notice: str


def status(review: Review, history: History) -> Status:
    """The state of ``review``, which stands among the releases as ``history`` tells."""
    search, living = review.search, review.living.status
    return Status(
        history.version,
        history.released,
        search.last_search,
        search.next_promised,
        living,
        _NOTICES.get(living, ""),
    )
