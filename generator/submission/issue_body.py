"""What people put into the form of a study, out of the text of an issue. All of it is data, whatever it says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from generator.intake.schema.values import MOST_ITEMS
from generator.intake.wording import quoted
from generator.model.rules import MethodRules
from generator.submission import identifiers
from generator.submission.issue_form import Field, form_fields
from generator.submission.names import short_name
from generator.submission.plain_text import LARGEST, one_line
from generator.submission.record import Submission, SubmissionError
from generator.submission.results_table import read_results

MOST_LEFT_OUT = 50
_NOTHING = frozenset({"", "_no response_", "none"})


def read_issue(text: str, rules: MethodRules) -> Submission:
    """The study told of in an issue: its body in Markdown, or the JSON of an event or of the issue.

    Raises ``SubmissionError`` if it was not made with the form.
    """
    if len(text) > LARGEST:
        raise SubmissionError(f"it has more than {LARGEST:,} characters: no issue is that long")
    body = _body(text)
    fields = form_fields(rules)
    told = _sections(body, fields)
    if not told:
        wanted = quoted(f"### {fields[0].label}")
        raise SubmissionError(f"it has none of the headings of the form, such as {wanted}: use the form for studies")
    return _submission(told, {one.id: one for one in fields}, rules)


def _body(text: str) -> str:
    """The text of the issue. Raises ``SubmissionError`` for JSON that is not about an issue."""
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return text
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise SubmissionError("it begins like JSON but cannot be read: give the body of the issue instead") from error
    issue = found.get("issue", found) if isinstance(found, dict) else {}
    body = issue.get("body") if isinstance(issue, dict) else None
    if not isinstance(body, str):
        raise SubmissionError("it is JSON without issue.body: give the event of an issue, or the body itself")
    return body


def _sections(body: str, fields: tuple[Field, ...]) -> dict[str, str]:
    """What was put in, by field. A heading counts only in the order of the form, so that text cannot pass for one."""
    position = {one.label.casefold(): place for place, one in enumerate(fields)}
    told: dict[str, list[str]] = {}
    current = -1
    for line in body.splitlines():
        heading = re.fullmatch(r"### +(.{1,200}?)\s*", line)
        place = position.get(heading[1].casefold(), -1) if heading else -1
        if place > current:
            current = place
            told[fields[current].id] = []
        elif current >= 0:
            told[fields[current].id].append(line)
    texts = {name: "\n".join(lines).strip() for name, lines in told.items()}
    last = fields[-1].id
    if last in texts:
        texts[last] = texts[last].partition("### Before you submit")[0].strip()
    return {name: "" if text.casefold() in _NOTHING else text for name, text in texts.items()}


def _submission(told: dict[str, str], fields: dict[str, Field], rules: MethodRules) -> Submission:
    results, sentences = read_results(told.get("results", ""), rules)
    identifier = told.get("identifier", "")
    found = identifiers.doi(identifier), identifiers.arxiv(identifier), identifiers.url(identifier)
    left_out = [*_unread(told, fields, any(found)), *sentences]
    unnamed = [result for result in results if not result.model]
    left_out += [f"A result of {one.effect} names no evidence model: add it by hand." for one in unnamed[:1]]
    effects = [*_chosen(told, fields["effects"]), *(result.effect for result in results)]
    return Submission(
        title=one_line(told.get("title", "")),
        authors=tuple(filter(None, map(short_name, _lines(told.get("authors", ""))))),
        year=identifiers.year(told.get("year", "")),
        venue=one_line(told.get("venue", "")),
        doi=found[0],
        arxiv=found[1],
        url="" if any(found[:2]) else found[2],
        technique=next(iter(_chosen(told, fields["technique"])), ""),
        design=next(iter(_chosen(told, fields["design"])), ""),
        design_because=one_line(told.get("because", "")),
        read=one_line(told.get("read", "")),
        by=one_line(told.get("by", "")),
        context=tuple(_context(told, fields)),
        models=tuple(dict.fromkeys(result.model for result in results if result.model)),
        effects=tuple(dict.fromkeys(effects)),
        results=tuple(result for result in results if result.model),
        notes=tuple(_lines(told.get("notes", ""))),
        left_out=tuple(map(one_line, left_out[:MOST_LEFT_OUT])),
    )


def _unread(told: dict[str, str], fields: dict[str, Field], identified: bool) -> Iterable[str]:
    """Sentences about answers that were given and mean nothing here."""
    if told.get("identifier") and not identified:
        yield f"The identifier {quoted(told['identifier'])}: neither DOI nor arXiv number nor https address."
    if told.get("year") and not identifiers.year(told["year"]):
        yield f"The year {quoted(told['year'])}."
    for name, one in fields.items():
        if one.options and told.get(name) and not _chosen(told, one):
            yield f"{one.label}: {quoted(told[name])} is none of the choices."


def _chosen(told: dict[str, str], one: Field) -> list[str]:
    """The ids behind the choices; several are separated by commas, which titles may hold too."""
    text = one_line(told.get(one.id, ""), LARGEST)
    if not one.many:
        return [one.options[text]] if text in one.options else []
    return [name for option, name in one.options.items() if f", {option}, " in f", {text}, "]


def _context(told: dict[str, str], fields: dict[str, Field]) -> Iterable[tuple[str, str]]:
    for name, one in fields.items():
        if name.startswith("aspect-") and told.get(name):
            said = next(iter(_chosen(told, one)), "") if one.options else one_line(told[name])
            if said:
                yield name.removeprefix("aspect-"), said


def _lines(text: str) -> list[str]:
    """The lines of an answer that say something, without the marks of a list."""
    lines = (one_line(re.sub(r"^\s*[-*•]\s+", "", line)) for line in text.splitlines())
    return [line for line in lines if line][:MOST_ITEMS]
