"""The form by which a study is submitted as an issue: its fields, with the words of the review to choose from.

Written as ``.github/ISSUE_TEMPLATE/study.yml``; ``generator.submission.issue_body`` reads what people put in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.rules import Aspect, MethodRules
from generator.submission.results_table import HEADER
from generator.submission.yaml_text import quoted

NAME = "study.yml"
REFRESH = "living-review issue-form"


class Kind(StrEnum):
    """How a field is filled in."""

    INPUT = "input"
    TEXT = "textarea"
    CHOICE = "dropdown"


@dataclass(frozen=True, slots=True)
class Field:
    """``options`` maps what a person chooses to the id it stands for; a ``many`` choice may be several."""

    id: str
    kind: Kind
    label: str
    about: str
    required: bool = False
    many: bool = False
    options: dict[str, str] = field(default_factory=dict)
    example: str = ""


def form_fields(rules: MethodRules) -> tuple[Field, ...]:
    """The fields, in their order. No two have the same label."""
    techniques = options((one.id, one.title) for one in rules.techniques)
    types = options((one.id, one.title) for one in rules.study_types)
    effects = options((one.id, one.title) for one in rules.effects)
    return (
        Field("title", Kind.INPUT, "Title of the paper", "As it was published.", required=True),
        Field("authors", Kind.TEXT, "Authors", "One a line, in the order of the paper."),
        Field("year", Kind.INPUT, "Year of publication", "Four digits.", example="2031"),
        Field("venue", Kind.INPUT, "Where it was published", "Journal or conference, volume(issue), pages."),
        Field("identifier", Kind.INPUT, "DOI or arXiv number", "Or an address, where there is neither."),
        Field("technique", Kind.CHOICE, "Technique", "What the study applied.", options=techniques),
        *(_aspect(one, rules) for one in rules.aspects if one.required and one.uniform),
        Field("design", Kind.CHOICE, "Kind of study", "It decides how much the study is believed.", options=types),
        Field("because", Kind.TEXT, "Why this kind of study", "For example, how values were measured."),
        Field("effects", Kind.CHOICE, "Effects", "What the study reports about.", many=True, options=effects),
        Field("results", Kind.TEXT, "Results", _RESULTS, example=HEADER),
        Field("read", Kind.INPUT, "What you read", "The published version, a preprint, an appendix."),
        Field("by", Kind.INPUT, "Your name", "As it should stand in the study's file; may be left empty."),
        Field("notes", Kind.TEXT, "What a careful reader should know", "One thing a line, in your own words."),
    )


_RESULTS = (
    "One line for each pair of measured values, with | between the parts: the configuration, the effect, the value "
    "without and the value with the technology, the unit, and the table or page. Numbers with a decimal point."
)


def _aspect(aspect: Aspect, rules: MethodRules) -> Field:
    about = f"{aspect.meaning} If it differs between configurations, leave it open."
    if aspect.vocabulary is None:
        return Field(f"aspect-{aspect.id}", Kind.INPUT, aspect.title, about)
    known = options((term.id, term.title) for term in rules.terms(aspect.vocabulary))
    return Field(f"aspect-{aspect.id}", Kind.CHOICE, aspect.title, about, options=known)


def options(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What a person chooses from: ``Comfort (comfort)``."""
    return {f"{title} ({name})": name for name, title in named}


def form_text(title: str, rules: MethodRules) -> str:
    """The file of the form; ``title`` is that of the review."""
    return "\n".join([*_head(title), *(line for one in form_fields(rules) for line in _field(one)), *_CONFIRM, ""])


def _head(title: str) -> Iterator[str]:
    yield f"# Written by {REFRESH}; do not edit."
    yield "name: Submit a study"
    yield f"description: {quoted(f'For the review “{title}”. No git and no Python needed.')}"
    yield 'title: "Study: "'
    yield "labels: [study]"
    yield "body:"
    yield "  - type: markdown"
    yield "    attributes:"
    yield "      value: >-"
    yield "        Tell what you know of the study. Only the title must be given: a curator makes a study file of this"
    yield "        issue, asks here about what is missing, and shows what the study changes before it is taken up."


def _field(one: Field) -> Iterator[str]:
    yield f"  - type: {one.kind.value}"
    yield f"    id: {one.id}"
    yield "    attributes:"
    yield f"      label: {quoted(one.label)}"
    yield f"      description: {quoted(one.about)}"
    if one.example:
        key = "value" if one.kind is Kind.TEXT else "placeholder"
        yield f"      {key}: {quoted(one.example)}"
    if one.many:
        yield "      multiple: true"
    if one.options:
        yield "      options:"
        yield from (f"        - {quoted(option)}" for option in one.options)
    if one.required:
        yield "    validations:"
        yield "      required: true"


_CONFIRM = (
    "  - type: checkboxes",
    "    id: confirm",
    "    attributes:",
    '      label: "Before you submit"',
    "      options:",
    '        - label: "The text is in my own words; nothing but short quotations is copied from the paper."',
    "          required: true",
    '        - label: "What I give may be published under the licence of the review."',
    "          required: true",
)
