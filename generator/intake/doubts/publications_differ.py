"""Two studies that look like one publication: it would count twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from generator.intake.wording import quoted
from generator.model.problem import Problem, Severity
from generator.model.review import Review
from generator.model.study import Study

SIMILAR = 0.75
"""Share of the shorter title, in equal passages, from which two titles are alike."""
PASSAGE = 5
"""Characters of a passage; shorter ones are in every pair of titles."""
YEARS = 2
"""Years between a preprint, a talk and the article."""


def check(review: Review) -> Iterator[Problem]:
    """Titles that are alike, a family name that both lists of authors have, and hardly a year between them."""
    for first, second in _of_one_name(review.studies):
        if _near(first, second) and _alike(_title(first), _title(second)):
            yield _problem(first, second)


def _of_one_name(studies: tuple[Study, ...]) -> list[tuple[Study, Study]]:
    """The pairs of studies that have a family name in common, in order."""
    by_name: dict[str, list[int]] = {}
    for place, study in enumerate(studies):
        for name in _names(study):
            by_name.setdefault(name, []).append(place)
    pairs = {pair for places in by_name.values() for pair in combinations(places, 2)}
    return [(studies[first], studies[second]) for first, second in sorted(pairs)]


def _problem(first: Study, second: Study) -> Problem:
    return Problem(
        second.place,
        "likely-duplicate",
        "title",
        f"the title {quoted(second.bibliography.title)}, much like that of {first.id}, by some of the same authors",
        "each study once",
        f"if both files tell of one study, join them and name the other publication in also_as of {first.id}",
        Severity.WARNING,
        (first.id, second.id),
    )


def _near(first: Study, second: Study) -> bool:
    return abs(first.bibliography.year - second.bibliography.year) <= YEARS


def _alike(first: str, second: str) -> bool:
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks if block.size >= PASSAGE)
    return same >= SIMILAR * min(len(first), len(second))


def _title(study: Study) -> str:
    return " ".join(re.findall(r"\w+", _plain(study.bibliography.title)))[:300]


def _names(study: Study) -> set[str]:
    """The last word of each author, who may be written J. Doe, Jane Doe or Doe, J."""
    names = (author.partition(",")[0].split() for author in study.bibliography.authors)
    return {_plain(words[-1]) for words in names if words}


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
