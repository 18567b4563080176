"""Answers about a new review, from options, a file or a terminal, become a charter; an open one gets a default."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.founding.charter import APACHE, FEWEST_EFFECTS, MOST_EFFECTS, Charter, FoundingError, Outcome
from generator.intake.node import Node
from generator.intake.schema.refusing import is_id
from generator.intake.schema.values import ID_WORDS, LONGEST_LABEL
from generator.intake.wording import listing, suggestion
from generator.intake.yaml_reader import read_yaml
from generator.submission import identifiers
from generator.submission.plain_text import one_line, slug

Answers = Mapping[str, tuple[str, ...]]
"""What was said, by key; several texts for what may be repeated."""

LISTS = ("effects", "people", "owners")
KEYS = ("subject", "title", "question", "id", "technique", *LISTS, "contact", "repository", "licence")
QUESTIONS = (
    ("subject", "What the review is about, as it reads in the middle of a sentence"),
    ("title", "Title of the review"),
    ("question", "The research question"),
    ("id", "A short name, in small letters"),
    ("technique", "One way of applying it"),
    ("effects", "Two or three effects, separated by semicolons, each as: title, higher or lower (is better), unit"),
    ("people", "Who curates the review, separated by semicolons"),
    ("contact", "Where to write to, an https address"),
    ("owners", "Who is asked to review changes, as @account or @organization/team, separated by semicolons"),
    ("repository", "Address of the repository"),
)
_OWNER = re.compile(r"@[A-Za-z0-9][A-Za-z0-9-]{0,38}(/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?")
_LICENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,40}")
_WAYS = {"higher": True, "lower": False}


def defaults(answers: Answers) -> dict[str, str]:
    """What an open answer is taken to be, given those to other questions."""
    subject = one_line(_first(answers, "subject"))
    return {
        "title": f"What does {subject} do?",
        "question": f"What are the effects of {subject}?",
        "id": slug(subject),
        "technique": capital(subject),
        "people": "Contributors to this living review",
        "licence": APACHE,
    }


def charter(answers: Answers) -> Charter:
    """The charter of a review. Raises ``FoundingError`` for what is missing or cannot be."""
    usual = defaults(answers)

    def text(key: str) -> str:
        return one_line(_first(answers, key), 300) or usual.get(key, "")

    if not text("subject"):
        raise FoundingError("say with --subject what the review is about, for example “pair programming”")
    if not is_id(text("id")):
        raise FoundingError(f"{text('id')[:80]!r} cannot be the id of the review: --id must be {ID_WORDS}")
    if not _LICENCE.fullmatch(text("licence")):
        raise FoundingError(f"{text('licence')[:80]!r} is not the short name of a licence, such as {APACHE}")
    return Charter(
        id=text("id"),
        title=text("title"),
        subject=text("subject"),
        question=text("question"),
        technique=text("technique"),
        outcomes=outcomes(answers.get("effects", ())),
        people=_several(answers, "people") or (usual["people"],),
        contact=_address("contact", text("contact")),
        owners=_owners(_several(answers, "owners")),
        repository=_address("repository", text("repository")),
        licence=text("licence"),
    )


def outcomes(told: Iterable[str]) -> tuple[Outcome, ...]:
    """Effects, each told as ``title, higher or lower, unit``; the unit may be left out. Raises ``FoundingError``."""
    found: list[Outcome] = []
    for text in told:
        title, way, unit = (*(one_line(part, 100) for part in text.split(",", 2)), "", "")[:3]
        name = slug(title).replace("-", "_")
        if way not in _WAYS or not is_id(name) or len(unit) > LONGEST_LABEL:
            example = "“Lead time, lower, hours”, with a unit of at most 20 characters"
            raise FoundingError(f"{text[:80]!r} does not say an effect: write it as in {example}")
        if any(name == other.id or title == other.title for other in found):
            raise FoundingError(f"the effect {title!r} is there twice: give each a title of its own")
        found.append(Outcome(name, title, _WAYS[way], unit))
    if not FEWEST_EFFECTS <= len(found) <= MOST_EFFECTS:
        example = "--effect 'Defects, lower, per kLOC' --effect 'Lead time, lower, hours'"
        raise FoundingError(f"name {FEWEST_EFFECTS} to {MOST_EFFECTS} effects to begin with, as in {example}")
    return tuple(found)


def from_file(text: str) -> dict[str, tuple[str, ...]]:
    """The answers in a YAML file: keys as in ``KEYS``; an effect is a text as on the command line, or a mapping of
    title, better and unit. Raises ``FoundingError``."""
    read = read_yaml("answers", text)
    if read.root is None or read.problems:
        raise FoundingError(f"it cannot be read: {read.problems[0] if read.problems else 'it is empty'}")
    for key in read.root.keys:
        if key not in KEYS:
            raise FoundingError(f"there is no answer {key!r}; {suggestion(key, KEYS) or listing(KEYS)}")
    return {key: tuple(_told(key, node)) for key, node in read.root.entries()}


def _told(key: str, node: Node) -> Iterable[str]:
    for one in (node, *node.items) if node.text is not None or node.items else ():
        if one.text is not None:
            yield one.text
        elif one.keys:
            yield ", ".join(one.get(part).text or "" for part in ("title", "better", "unit"))
        elif not one.items:
            raise FoundingError(f"the answer {key!r} is not text, or a list of texts")
    if node.text is None and not node.items:
        raise FoundingError(f"the answer {key!r} is not text, or a list of texts")


def several(key: str, text: str) -> tuple[str, ...]:
    """An answer on a terminal."""
    parts = text.split(";") if key in LISTS else (text,)
    return tuple(part.strip() for part in parts if part.strip())


def whole(told: str | list[str]) -> tuple[str, ...]:
    """An option, given once or several times."""
    return (told,) if isinstance(told, str) else tuple(told)


def capital(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def _first(answers: Answers, key: str) -> str:
    return next(iter(answers.get(key, ())), "")


def _several(answers: Answers, key: str) -> tuple[str, ...]:
    return tuple(filter(None, (one_line(one, 300) for one in answers.get(key, ()))))


def _address(key: str, text: str) -> str:
    if text and not identifiers.url(text):
        raise FoundingError(f"{text[:80]!r} is no address that starts with https://: mend the {key}, or leave it out")
    return identifiers.url(text)


def _owners(told: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(one if one.startswith("@") else f"@{one}" for one in told)
    for name in names:
        if not _OWNER.fullmatch(name):
            raise FoundingError(f"{name[:80]!r} is no owner: name @account or @organization/team")
    return names
