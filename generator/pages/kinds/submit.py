"""How evidence gets into the review: three doors, what happens then, and one complete example."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.content import Content
from generator.pages.kinds.cite import verbatim_lines
from generator.pages.outward import https
from generator.pages.page import Page
from generator.views.addresses import source_page

PATH = "submit"
"""The address that empty cells of maps lead to, as ``submit.html#effect=...&technique=...``."""
FORM = "study.yml"
RESULTS = "evidence model | effect | baseline | treated | unit | where"
"""Name of the issue form, and the first line of its field for results."""


@dataclass(frozen=True, slots=True)
class Repository:
    """Addresses in the public repository of the review; None where they cannot be known."""

    home: str
    form: str | None
    new_file: str | None


def pages(content: Content) -> Iterator[Page]:
    """One page."""
    rules = content.review.rules
    yield Page(
        path=PATH,
        kind="submit",
        title="Submit evidence",
        description=f"How a study gets into the review of {content.review.question.subject}, in three ways.",
        values={
            "repository": repository(content.review.question.repository),
            "results": RESULTS,
            "effects": json.dumps({one.id: one.title for one in rules.effects}),
            "techniques": json.dumps({one.id: one.title for one in rules.techniques}),
            "example": Markup(verbatim_lines(content.example)) if content.example else None,
            "question": content.review.question,
            "words": tuple((path, source_page(path)) for path in ("review/effects.yaml", "review/metrics.yaml")),
        },
        section="Studies",
        order=90,
        hide=("navigation",),
    )


def repository(address: str | None) -> Repository | None:
    """Where a new issue and a new file are begun, on a forge that is addressed as most are."""
    home = https(address.rstrip("/").removesuffix(".git") if address else None)
    if home is None:
        return None
    return Repository(home, https(f"{home}/issues/new?template={FORM}"), https(f"{home}/new/HEAD/evidence/studies"))
