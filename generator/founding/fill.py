"""Fills the files of a new review with what its team said. Text becomes YAML or Markdown by the function for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.founding.answers import capital
from generator.founding.charter import Charter
from generator.founding.example import example_effects
from generator.submission.plain_text import slug
from generator.submission.yaml_text import items, value
from generator.views.markdown_text import escaped

_MARK = re.compile(r"@([a-z_]+)@")


def filled(text: str, marks: dict[str, str]) -> str:
    """The text with each ``@mark@`` replaced; a line that holds nothing else vanishes with an empty one.

    Raises ``KeyError`` for an unknown mark.
    """
    gone = re.compile(r"^@([a-z_]+)@\n", re.MULTILINE)
    text = gone.sub(lambda found: found[0] if marks[found[1]] else "", text)
    return _MARK.sub(lambda found: marks[found[1]], text)


def marks_of(charter: Charter) -> dict[str, str]:
    """What the marks stand for. Those with ``_md`` are Markdown, the others YAML (but owners and plain text)."""
    subject = charter.subject
    first, *others = charter.outcomes
    return {
        "id": charter.id,
        "title": value(charter.title),
        "title_md": escaped(charter.title),
        "subject": value(subject),
        "subject_text": subject,
        "question": value(charter.question),
        "question_md": escaped(charter.question),
        "people": items(charter.people),
        "people_entries": "\n".join(_people(charter)),
        "contact_line": f"contact: {value(charter.contact)}" if charter.contact else "",
        "repository_line": f"repository: {value(charter.repository)}" if charter.repository else _NO_REPOSITORY,
        "licence": value(charter.licence),
        "licence_md": escaped(charter.licence),
        "technology": value(capital(subject)),
        "technique": value(charter.technique),
        "technique_id": technique_id(charter),
        "baseline": value(f"Without {subject}"),
        "inclusion": value(f"The study compares {subject} with a baseline, and reports an effect of this review."),
        "full": value(f"All evidence about {subject}"),
        "against": first.id,
        "resources": items(one.id for one in others),
        "example_effects": "\n".join(example_effects(charter.outcomes)),
        "owner_rules": "\n".join(_owner_rules(charter)),
    }


_NO_REPOSITORY = (
    "# Where these files live, so that pages can lead to the form and to new files:\n"
    "# repository: https://host/organization/name"
)


def technique_id(charter: Charter) -> str:
    """The technique as a key; ``not-reported`` is taken."""
    name = slug(charter.technique) or slug(charter.subject) or "usual"
    return "usual" if name == "not-reported" else name


def _people(charter: Charter) -> Iterator[str]:
    for name in charter.people:
        yield f"  - name: {value(name)}"
        yield "    roles: [curation of the evidence files, review of submissions, publication of versions]"


def _owner_rules(charter: Charter) -> Iterator[str]:
    owners = " ".join(charter.owners) or "@organization/curators"
    mark = "" if charter.owners else "# "
    if not charter.owners:
        yield "# Nobody was named yet: put your own account or teams here, and delete the “# ” before them."
    for path in ("*", "/evidence/", "/.github/"):
        yield f"{mark}{path:<28} {owners}"
