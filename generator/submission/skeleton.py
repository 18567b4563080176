"""The file of a study that has just begun: every key explained, with the review's own words, and ``todo`` to fill in.

A line that starts with ``# `` explains. A key behind ``#`` without a space may be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.intake.checks.nothing_is_left_to_do import PLACEHOLDER as TODO
from generator.model.rules import ChecklistQuestion
from generator.submission.known import Known
from generator.submission.record import Submission
from generator.submission.skeleton_models import context, evidence_models
from generator.submission.terms import terms
from generator.submission.yaml_text import comment, items, quoted, value

FIRST = "# yaml-language-server: $schema=../schemas/study.schema.json"


def skeleton(told: Submission, known: Known) -> str:
    """The text of ``studies/<id>.yaml``; what was told is filled in. ``told`` has an id and a label."""
    parts = (_head, _bibliography, _design, _extraction, _quality, context, evidence_models, _notes)
    return "\n".join("\n".join(part(told, known)) + "\n" for part in parts)


def _head(told: Submission, known: Known) -> Iterator[str]:
    yield FIRST
    yield from comment(f"A study file that waits to be filled in. The review: {known.title}")
    yield "#"
    steps = (
        f"Replace every {TODO} by what the paper says. A key behind a # without a space may be left out; to use it, "
        "delete the #.",
        "Lines that start with # and a space explain. Delete them as you go, all but the first: by it many editors "
        "check the file while you type.",
        "Put text in double quotes if it holds a colon followed by a space, or a #, or would look like a number. "
        "Write numbers with a decimal point and nothing else: 1250.5. Indent with spaces, never with tabs.",
        "Run living-review check. It names every line that still needs you, and what belongs there.",
        "Add the evidence models to a synthesis, or nothing of them is combined: " + _plans(told, known),
    )
    for number, step in enumerate(steps, start=1):
        yield from comment(f"{number}. {step}", hanging=3)
    yield from comment("annotated-example.yaml, one folder up, is a complete example of such a file.")
    if told.left_out:
        yield "#"
        yield from comment("What was told and could not be taken up:")
        for sentence in told.left_out:
            yield from comment(f"- {sentence}", hanging=2)


def _plans(told: Submission, known: Known) -> str:
    names = [path for path in known.syntheses if path.isprintable()] or ["a file of syntheses/"]
    model = next(iter(told.models), TODO)
    return f"the line “- {told.id}/{model}” at the end of evidence_models in {' or '.join(names[:3])}."


def _bibliography(told: Submission, known: Known) -> Iterator[str]:
    yield "# The name of this file without .yaml."
    yield f"id: {value(told.id)}"
    yield "# A short name for tables and charts, which no other study has."
    yield f"label: {value(told.label)}"
    yield f"title: {value(told.title or TODO)}"
    yield f"authors: {items(told.authors or (TODO,))}"
    yield f"year: {told.year or TODO}"
    yield from _optional("venue", told.venue, value, "Journal or conference, volume(issue), pages.")
    yield from _optional("doi", told.doi, value, "Without https://doi.org/.")
    yield from _optional("arxiv", told.arxiv, quoted, "The number in quotes.")
    yield from _optional("url", told.url, value, "Where there is neither; it starts with https://.")
    yield f"#also_as: [{TODO}]   # Other publications of the same study, so that it is not counted twice."


def _optional(key: str, text: str, written: Callable[[str], str], about: str) -> Iterator[str]:
    yield f"{key}: {written(text)}" if text else f"#{key}: {TODO}   # {about}"


def _design(told: Submission, known: Known) -> Iterator[str]:
    yield "# How the study was done decides how much it is believed. The types:"
    yield from terms((kind.id, f"{kind.title}. {kind.meaning}") for kind in known.rules.study_types)
    yield "design:"
    yield f"  type: {told.design or TODO}"
    yield f"  #type_in_paper: {TODO}   # What the paper calls itself."
    yield f"  because: {value(told.design_because or TODO)}   # Why this type."


def _extraction(told: Submission, known: Known) -> Iterator[str]:
    yield "# Where the values below come from."
    yield "extraction:"
    yield "  kind: paper   # paper: read in the paper itself; summary: taken from somebody's summary of it."
    yield f"  source: {value(told.read or TODO)}   # What was read, for example: the published version."
    yield f"  #url: {TODO}   # Its address, starting with https://."
    yield f"  by: {value(told.by)}" if told.by else f"  #by: {TODO}   # Who read it."
    yield f"  #note: {TODO}   # What a careful reader should know."


def _quality(told: Submission, known: Known) -> Iterator[str]:
    yield from comment(
        "The quality questionnaire: every item with yes, no or n/a (does not apply). If a publication gives a study "
        "belief without answers, write “given: 0.61” and “because: …” in place of the answers."
    )
    yield from comment(f"Where the items come from: {known.rules.checklist_source.text}")
    if all(item.text == _UNKNOWN for question in known.rules.checklist for item in question.items):
        yield from comment(
            "The wording of the items is not known here. Whoever does not have it gives the least that the type of "
            f"study allows, such as “given: {_least(told, known):g}”, and says so in because; others can answer later."
        )
    yield "quality:"
    yield "  answers:"
    for question in known.rules.checklist:
        yield from _question(question)


def _least(told: Submission, known: Known) -> float:
    """The lower end of the band of the study's type; of the second lowest type, as an example, before one is chosen."""
    lower = {kind.id: kind.lower for kind in known.rules.study_types}
    return lower.get(told.design, sorted(lower.values())[:2][-1])


def _question(question: ChecklistQuestion) -> Iterator[str]:
    if question.text != _UNKNOWN:
        yield from comment(f"{question.id}. {question.text}", 4)
    for item in question.items:
        if item.text != _UNKNOWN:
            yield from comment(f"{item.id}: {item.text}", 4)
        yield f"    {item.id}: {TODO}"


_UNKNOWN = "unknown"
"""The wording of a questionnaire may not be published."""


def _notes(told: Submission, known: Known) -> Iterator[str]:
    yield "# What a careful reader should know about the study as a whole."
    if not told.notes:
        yield "#notes:"
        yield f"#  - {TODO}"
        return
    yield "notes:"
    for note in told.notes:
        yield f"  - {value(note)}"
