"""The first sentence of the home page."""

from __future__ import annotations

from generator.views.overview import overview


def test_the_headline_tells_the_gain_and_what_becomes_of_the_effect_that_pays(content):
    synthesis = content.syntheses[0]
    found = overview(content.review, synthesis)
    paid = content.review.question.trade_off.against
    (price,) = (one.words for one in (*found.worse, *found.unchanged, *found.better) if one.effect.id == paid)
    first, rest = found.headline.split(". ", 1)
    assert first.lower().endswith(f", while {price.lower()}")
    assert any(first.startswith(one.words) for one in found.better)
    assert rest.startswith(f"Of {len(synthesis.effects)} effects of {content.review.question.subject}, ")


def test_the_headline_counts_every_conclusion_once(content):
    for synthesis in content.syntheses:
        found = overview(content.review, synthesis)
        sides = (found.worse, found.unchanged, found.better, found.undecided)
        assert sum(map(len, sides)) == len(synthesis.effects)
