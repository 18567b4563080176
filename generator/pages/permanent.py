"""The permanent address of each conclusion, its badge and its chart for other sites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.pages.content import Content
from generator.views import addresses, badge
from generator.views import embed as chart
from generator.views.snippets import Snippet, html_image, markdown_image
from generator.views.withdrawn import gone_conclusions


@dataclass(frozen=True, slots=True)
class Permanent:
    """``address`` of the page: whole if it is known where the site stands, else as it continues the site's address.

    ``version`` is None for a draft; ``follows`` tells whether the newest version stands beside this one. ``badge`` and
    ``chart`` are files of the site, with their text alternatives.
    """

    address: str
    known: bool
    version: str | None
    follows: bool
    badge: str
    badge_text: str
    chart: str
    chart_text: str
    snippets: tuple[Snippet, ...]


def permanent(content: Content, synthesis: Synthesis, one: EffectSynthesis) -> Permanent:
    """What the page of a conclusion says about its own address."""
    title = content.review.rules.effect(one.effect).title
    shield = badge.badge(title, one, content.history).text
    words = chart.texts(content.review, synthesis, one, content.history, "")
    said = f"{words.heading}: {words.numbers}"
    badge_file, chart_file = addresses.badge(synthesis.id, one.effect), addresses.embed(synthesis.id, one.effect)
    page, site = f"{addresses.finding(synthesis.id, one.effect).page}.html", content.home
    return Permanent(
        address=f"{site}{page}",
        known=bool(site),
        version=content.history.version,
        follows=content.published and bool(site),
        badge=badge_file,
        badge_text=shield,
        chart=chart_file,
        chart_text=said,
        snippets=(
            Snippet("Badge, Markdown", markdown_image(shield, f"{site}{badge_file}", f"{site}{page}")),
            Snippet("Badge, HTML", html_image(shield, f"{site}{badge_file}", f"{site}{page}")),
            Snippet("Chart, HTML", html_image(said, f"{site}{chart_file}", f"{site}{page}", int(chart.WIDTH))),
        ),
    )


def drawings(content: Content) -> Iterator[tuple[str, str]]:
    """(path, SVG) of the badge and the chart of every conclusion, and of those that earlier versions had."""
    review, history = content.review, content.history
    for synthesis in content.syntheses:
        for one in synthesis.effects:
            title, page = review.rules.effect(one.effect).title, addresses.finding(synthesis.id, one.effect).page
            address = f"{content.home}{page}.html" if content.home else ""
            yield addresses.badge(synthesis.id, one.effect), badge.draw(badge.badge(title, one, history))
            yield addresses.embed(synthesis.id, one.effect), chart.embed(review, synthesis, one, history, address)
    for gone in gone_conclusions(content.syntheses, history):
        title, found = gone.conclusion.title, (gone.synthesis.id, gone.conclusion.effect)
        yield addresses.badge(*found), badge.draw(badge.withdrawn_badge(title, history))
        yield addresses.embed(*found), chart.withdrawn(title, gone.synthesis.title, review, history)
