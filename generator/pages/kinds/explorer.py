"""What if the evidence, or a choice of the method, were another? The page of the engine in the browser."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.page import Page
from generator.views import addresses

SCRIPT = "assets/js/explorer/main.js"
DOCUMENT = "data/explorer.json"


def pages(content: Content) -> Iterator[Page]:
    """One page; what can be chosen comes with its data file."""
    yield Page(
        path="explorer",
        kind="explorer",
        title="What if?",
        description="Choose other evidence or other rules, and see what becomes of every conclusion.",
        values={
            "script": SCRIPT,
            "document": DOCUMENT,
            "finding": addresses.finding("SYNTHESIS", "EFFECT"),
            "model": addresses.evidence_model("STUDY/MODEL"),
            "robust": _robust(content),
        },
        section="Findings",
        order=0,
        hide=("navigation", "toc"),
    )


def _robust(content: Content) -> tuple[tuple[str, str], ...]:
    """(title, page) of the conclusions of the first synthesis, each of which has a panel of its robustness; empty if
    the conclusions were not questioned."""
    first = content.syntheses[0]
    if first.id not in content.sensitivity:
        return ()
    effects = ((content.review.rules.effect(one.effect), one.effect) for one in first.effects)
    return tuple((effect.title, addresses.finding(first.id, id_).page) for effect, id_ in effects)
