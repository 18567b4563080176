"""The invented study that a new review begins with."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.problem import Problem, Severity
from generator.model.review import Review

INVENTED = "example"
"""Its id."""


def check(review: Review) -> Iterator[Problem]:
    """A study of that id, whose numbers nobody measured."""
    for study in review.studies:
        if study.id == INVENTED:
            yield Problem(
                study.place,
                "invented-example",
                "id",
                "the invented study that a new review begins with",
                "studies that somebody did",
                "delete the file when the first study is here, and its line in the syntheses",
                Severity.WARNING,
                (study.id,),
            )
