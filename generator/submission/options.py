"""What options of the command line, or answers on a terminal, tell of a study."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.intake.schema.refusing import is_id
from generator.intake.schema.values import ID_WORDS, LONGEST_LABEL
from generator.intake.wording import quoted, suggestion
from generator.submission import identifiers
from generator.submission.identifiers import checked
from generator.submission.known import Known
from generator.submission.names import short_name
from generator.submission.plain_text import one_line
from generator.submission.record import Submission, SubmissionError


def from_options(given: Mapping[str, Any]) -> Submission:
    """The study of ``--id``, ``--title`` and the like. Raises ``SubmissionError`` for what cannot be one."""

    def text(name: str) -> str:
        return given.get(name) or ""

    for model in given.get("model") or ():
        if not is_id(model):
            raise SubmissionError(f"{quoted(model)} cannot name an evidence model: it must be {ID_WORDS}")
    return Submission(
        id=text("id").strip(),
        label=one_line(text("label"), LONGEST_LABEL),
        title=one_line(text("title")),
        authors=_people(given.get("author") or ()),
        year=checked("year", text("year"), identifiers.year(text("year"))),
        venue=one_line(text("venue")),
        doi=checked("DOI", text("doi"), identifiers.doi(text("doi"))),
        arxiv=checked("arXiv number", text("arxiv"), identifiers.arxiv(text("arxiv"))),
        url=checked("address", text("url"), identifiers.url(text("url"))),
        technique=text("technique"),
        effects=tuple(dict.fromkeys(given.get("effect") or ())),
        models=tuple(dict.fromkeys(given.get("model") or ())),
    )


def from_answers(answers: Mapping[str, str], review: Known) -> Submission:
    """The study of the answers given so far; what cannot be used is left out, with a sentence about it."""
    identifier, told_year = answers.get("identifier", ""), answers.get("year", "")
    found = identifiers.doi(identifier), identifiers.arxiv(identifier), identifiers.url(identifier)
    techniques, effects = [one.id for one in review.rules.techniques], [one.id for one in review.rules.effects]
    wanted = [word for word in re.split(r"[,;\s]+", answers.get("effects", "")) if word]
    technique = answers.get("technique", "").strip()
    return Submission(
        id=answers.get("id", "").strip(),
        label=one_line(answers.get("label", ""), LONGEST_LABEL),
        title=one_line(answers.get("title", "")),
        authors=_people(answers.get("authors", "").split(";")),
        year=identifiers.year(told_year),
        doi=found[0],
        arxiv=found[1],
        url="" if any(found[:2]) else found[2],
        technique=technique if technique in techniques else "",
        effects=tuple(dict.fromkeys(word for word in wanted if word in effects)),
        left_out=tuple(_lost(answers, (technique, techniques), (wanted, effects))),
    )


def _people(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in (one_line(short_name(each)) for each in names) if name)


def _lost(
    answers: Mapping[str, str], technique: tuple[str, list[str]], effects: tuple[list[str], list[str]]
) -> Iterator[str]:
    """Sentences about answers that cannot be used."""
    identifier, told_year = answers.get("identifier", "").strip(), answers.get("year", "").strip()
    if identifier and not any(read(identifier) for read in (identifiers.doi, identifiers.arxiv, identifiers.url)):
        yield f"The identifier {quoted(identifier)}: neither DOI nor arXiv number nor https address."
    if told_year and not identifiers.year(told_year):
        yield f"The year {quoted(told_year)}."
    if technique[0] and technique[0] not in technique[1]:
        yield _unknown("technique", *technique)
    for word in effects[0]:
        if word not in effects[1]:
            yield _unknown("effect", word, effects[1])


def _unknown(what: str, word: str, known: list[str]) -> str:
    hint = suggestion(word, known)
    return f"The {what} {quoted(word)}, which this review does not have{hint and f'; {hint}'}."
