"""The names of people as evidence files have them, and the names a new study may take."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from generator.intake.schema.refusing import LONGEST_ID, is_id
from generator.submission.plain_text import slug

_LABEL = re.compile(r"([^0-9]*)([0-9]{1,6})")


def short_name(name: str) -> str:
    """``Doe, Jane Ann`` and ``Jane Ann Doe`` as ``J. A. Doe``; a name of one word as it is."""
    family, comma, given = (part.strip() for part in name.partition(","))
    if not comma:
        *first, last = name.split() or [""]
        start = next((place for place, word in enumerate(first) if word[:1].islower()), len(first))
        family, given = " ".join([*first[start:], last]), " ".join(first[:start])
    return " ".join([*map(_initial, given.replace(".", ". ").split()), family]).strip()


def _initial(word: str) -> str:
    return "-".join(f"{part[0]}." for part in word.split("-") if part[:1].isalpha()) or word


def family_name(author: str) -> str:
    """The part of a short name that is no initial."""
    words = [word for word in author.split() if not word.endswith(".")]
    return " ".join(words) or author


def study_id(authors: tuple[str, ...], year: str, taken: Collection[str]) -> str:
    """``doe-2031``, or with a number after it where that is taken."""
    family = slug(family_name(authors[0]), LONGEST_ID - 20) if authors else ""
    wanted = "-".join(part for part in (family or "study", year) if part)
    wanted = wanted if is_id(wanted) else f"study-{wanted}"
    known = {name.lower() for name in taken}
    candidates = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(known) + 2))
    return next(name for name in candidates if name not in known)


def next_label(labels: Iterable[str]) -> str:
    """The label after the highest of the commonest kind: ``S22`` after ``S1`` to ``S21``; ``S1`` if there is none."""
    numbered = [(found[1], int(found[2])) for label in labels if (found := _LABEL.fullmatch(label))]
    if not numbered:
        return "S1"
    prefix = Counter(prefix for prefix, _ in numbered).most_common(1)[0][0]
    return f"{prefix}{max(number for own, number in numbered if own == prefix) + 1}"
