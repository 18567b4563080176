"""Should I? What the evidence says to somebody with a case of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.page import Page
from generator.views import addresses
from generator.views.case import MOST, SIDES, answers, widening
from generator.views.crossed_case import CrossedCase, anchor_of, combinations, crossed_cases, page_of
from generator.views.table import Link

SCRIPT = "assets/js/case/main.js"
DOCUMENT = "data/explorer.json"
PATH = "case"


def title(content: Content) -> str:
    """The question that the page answers; empty if there is no such page."""
    asked = content.sensitivity.get(content.syntheses[0].id)
    return f"Should I use {content.review.question.subject}?" if asked and asked.subgroups else ""


def pages(content: Content) -> Iterator[Page]:
    """One page, if the first synthesis has subgroups: they are the cases that can be told apart; and one for each that
    tells how the technology was used, with the cases of one more thing."""
    review, first = content.review, content.syntheses[0]
    asked = content.sensitivity.get(first.id)
    if asked is None or not asked.subgroups:
        return
    found = answers(review, first, asked.subgroups)
    crossed = crossed_cases(review, first, asked.subgroups, content.crossed.get(first.id, ()))
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
            "crossed": {(one.aspect, one.value): page_of(one.aspect, one.value) for one in crossed},
            "combinations": combinations(crossed),
        },
        section="",
        order=1,
        hide=("navigation", "toc"),
    )
    alone = frozenset((aspect, one.value) for aspect, (_, each) in found.items() for one in each)
    for case in crossed:
        yield _crossed(case, title(content), least, alone)


def _crossed(case: CrossedCase, question: str, least: int, alone: frozenset[tuple[str, str]]) -> Page:
    return Page(
        path=page_of(case.aspect, case.value),
        kind="crossed_case",
        title=f"{case.aspect_title}: {case.title}",
        description=f"What the evidence says about this together with one more thing. {question}",
        values={
            "case": case,
            "question": question,
            "home": PATH,
            "least": least,
            "alone": alone,
            "wider": Link(PATH, anchor_of(case.aspect, case.value)),
        },
        hidden=True,
        search=False,
        hide=("navigation", "toc"),
    )
