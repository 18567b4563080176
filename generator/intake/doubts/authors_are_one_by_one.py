"""Authors that are not one person each, as citations that were copied in one piece make them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.wording import quoted
from generator.model.problem import Problem, Severity
from generator.model.review import Review
from generator.model.study import Study

_SEVERAL = re.compile(r";|, and |\band\b.*,|,.*\band\b|^\S+ and \S+$", re.IGNORECASE)
"""Signs of several names in one; a team may well be called “Research and Development”."""
_HINT = 'give each author as an item: ["J. Doe", "M. Roe"]; a name with a comma needs quotes'


def check(review: Review) -> Iterator[Problem]:
    """No author is several, and no name was split at its comma into single words."""
    for study in review.studies:
        found = _found(study.bibliography.authors)
        if found:
            yield _problem(study, found)


def _found(authors: tuple[str, ...]) -> str:
    several = next((author for author in authors if _SEVERAL.search(author)), None)
    if several:
        return f"{quoted(several)} as one author"
    if len(authors) > 1 and not any(" " in author for author in authors):
        return f"only single words: {quoted(', '.join(authors))}"
    return ""


def _problem(study: Study, found: str) -> Problem:
    severity, about = Severity.WARNING, (study.id,)
    return Problem(study.place, "authors-run-together", "authors", found, "one author each", _HINT, severity, about)
