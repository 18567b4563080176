"""Should I? What the evidence says to somebody with a case of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.page import Page
from generator.views import addresses
from generator.views.case import MOST, SIDES, answers, widening

SCRIPT = "assets/js/case/main.js"
DOCUMENT = "data/explorer.json"
PATH = "case"


def title(content: Content) -> str:
    """The question that the page answers; empty if there is no such page."""
    asked = content.sensitivity.get(content.syntheses[0].id)
    return f"Should I use {content.review.question.subject}?" if asked and asked.subgroups else ""


def pages(content: Content) -> Iterator[Page]:
    """One page, if the first synthesis has subgroups: they are the cases that can be told apart."""
    review, first = content.review, content.syntheses[0]
    asked = content.sensitivity.get(first.id)
    if asked is None or not asked.subgroups:
        return
    found = answers(review, first, asked.subgroups)
    order = widening(review, asked.subgroups)
    least = review.sensitivity.subgroups.least_studies
    rules = {
        "synthesis": first.id,
        "aspects": list(found),
        "widening": list(order),
        "leastStudies": least,
        "most": MOST,
        "sides": [list(one) for one in SIDES],
    }
    yield Page(
        path=PATH,
        kind="case",
        title=title(content),
        description="What the evidence says about a case like yours: what got worse first, then losses and gains.",
        values={
            "script": SCRIPT,
            "document": DOCUMENT,
            "rules": json.dumps(rules),
            "finding": addresses.finding(first.id, "EFFECT"),
            "derivation": addresses.derivation("STUDY/MODEL", "EFFECT"),
            "answers": found,
            "order": [found[aspect][0] for aspect in order],
            "least": least,
        },
        section="",
        order=1,
        hide=("navigation", "toc"),
    )
