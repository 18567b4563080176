"""A study of a year after the one in which the review was last searched."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.problem import Problem, Severity
from generator.model.review import Review

AHEAD = 1
"""Years: journals print articles in volumes of the next year."""


def check(review: Review) -> Iterator[Problem]:
    """A year of publication later than the last search and the year after it."""
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
