"""A page per synthesis: what was combined, by which rules, and what became of the differences."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.rules import Policy
from generator.model.synthesis import Synthesis
from generator.pages.content import Content
from generator.pages.kinds import gaps, subgroup, tradeoff
from generator.pages.page import Page
from generator.pages.turns import first_turn
from generator.views import addresses
from generator.views.common_concepts import common_concepts
from generator.views.figure import NARROW, WIDE
from generator.views.subgroup import INDEX as SUBGROUPS
from generator.views.synthesis_diagram import describe, draw, title
from generator.views.synthesis_tables import (
    decisions_table,
    dependence,
    different_sentence,
    different_table,
    findings_table,
    made_of,
    models_table,
)
from generator.views.table import Link
from generator.views.tradeoff import PATH as TRADEOFFS


def pages(content: Content) -> Iterator[Page]:
    """A page for every synthesis."""
    for synthesis in content.syntheses:
        yield _page(content, synthesis)


def _page(content: Content, synthesis: Synthesis) -> Page:
    review, plan = content.review, content.review.plan(synthesis.id)
    concepts = common_concepts(review, plan)
    return Page(
        path=addresses.synthesis(synthesis.id).page,
        kind="synthesis",
        title=f"Synthesis: {synthesis.title}",
        description=made_of(synthesis, concepts),
        values={
            "synthesis": synthesis,
            "plan": plan,
            "question": review.question.question,
            "sentence": made_of(synthesis, concepts),
            "policies": _policies(content, synthesis),
            "dependence": dependence(review, synthesis),
            "diagram_title": title(synthesis),
            "wide": Markup(draw(review, synthesis, WIDE, "synthesis-wide")),
            "narrow": Markup(draw(review, synthesis, NARROW, "synthesis-narrow")),
            "told": describe(review, synthesis),
            "decisions": decisions_table(concepts),
            "different": different_table(concepts),
            "different_sentence": different_sentence(concepts),
            "models": models_table(review, synthesis),
            "more": tuple(_more(content, synthesis)),
            "findings": findings_table(review, synthesis),
            "source": addresses.source(plan.place),
        },
        section="Findings",
        group=synthesis.title if len(content.syntheses) > 1 else "",
        order=first_turn(content.syntheses, synthesis),
    )


def _policies(content: Content, synthesis: Synthesis) -> tuple[tuple[str, str, Policy], ...]:
    """(what it decides, its place on the method page, the policy) of each policy that the synthesis names."""
    rules = content.review.rules
    return (
        ("Discount", "discount", rules.discount_policy(synthesis.discount)),
        ("Reading", "reported-range", rules.reading_policy(synthesis.reading)),
    )


def _more(content: Content, synthesis: Synthesis) -> Iterator[tuple[str, Link]]:
    """Other pages about it."""
    kinds = (
        ("What has been measured", gaps.PATH, gaps.shown),
        ("Trade-offs", TRADEOFFS, tradeoff.shown),
        ("Subgroups", SUBGROUPS, subgroup.shown),
    )
    for words, what, shown in kinds:
        if synthesis in shown(content):
            yield words, Link(addresses.about(content.review, what, synthesis.id))
