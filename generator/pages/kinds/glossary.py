"""The words of the review, each explained once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.page import Page
from generator.views.glossary import TERMS
from generator.views.word_tables import word_tables


def pages(content: Content) -> Iterator[Page]:
    """One page with every term and every level of the scale."""
    yield Page(
        path="glossary",
        kind="glossary",
        title="Glossary",
        description="The terms used on this site.",
        values={
            "terms": TERMS,
            "words": word_tables(),
            "effects": content.review.rules.effects,
            "techniques": content.review.rules.techniques,
        },
        section="Method",
        order=30,
    )
