"""A study of a year long after the one in which the review was last searched: a slip in the year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.problem import Problem, Severity
from generator.model.review import Review

AHEAD = 10
"""Years. Studies are handed in between two searches, and nobody asks today's date, which would change what is found."""


def check(review: Review) -> Iterator[Problem]:
    """A year of publication this long after the last search."""
    searched = review.search.last_search
    for study in review.studies if searched else ():
        year = study.bibliography.year
        if searched and year > searched.year + AHEAD:
            yield Problem(
                study.place,
                "year-after-search",
                "year",
                f"{year}, while the review was last searched in {searched.year}",
                f"a year up to {searched.year + AHEAD}",
                "look for a slip in the year, or bring last_search in review/search.yaml up to date",
                Severity.WARNING,
                (study.id,),
            )
