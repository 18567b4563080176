"""Conclusions made of bodies of evidence, and a review whose every text is hostile."""

from __future__ import annotations

from dataclasses import replace

from generator.aggregation.aggregate import aggregate_effect
from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.synthesis import EffectSynthesis, Synthesis
from tests.bodies import EVIDENCE_FACTORY

HOSTILE = (
    "</text><script>alert(1)</script>",
    "x\x00\x1b[31m\ufffe\uffff\ud800",
    "\" onload='alert(1)' {{7*7}} ${7} datum.x",
    "=cmd|'/c calc'!A1",
    "العربية \u202e 漢字 🙂 e\u0301",
    "W" * 400,
    "line\nbreak\u2028and\ttab",
    "  ",
)


def concluded(*evidence: EffectEvidence) -> EffectSynthesis:
    return aggregate_effect(evidence, EVIDENCE_FACTORY)


def synthesis_of(*effects: EffectSynthesis) -> Synthesis:
    models = dict.fromkeys(piece.evidence_model for effect in effects for piece in effect.evidence)
    return Synthesis("full", "A synthesis", "evidence_factory", "iqr", tuple(models), effects)


def hostile(review: Review) -> Review:
    """The review with hostile titles, labels and authors; ids stay, because the intake checks them."""
    rules, turn = review.rules, len(HOSTILE)
    effects = tuple(replace(one, title=HOSTILE[at % turn]) for at, one in enumerate(rules.effects))
    techniques = tuple(replace(one, title=HOSTILE[at % turn]) for at, one in enumerate(rules.techniques))
    families = tuple(replace(one, title=HOSTILE[at % turn]) for at, one in enumerate(rules.families))
    studies = tuple(
        replace(
            one,
            label=HOSTILE[at % turn],
            bibliography=replace(
                one.bibliography, title=HOSTILE[at % turn], authors=(HOSTILE[(at + 1) % turn], "A and B, C, D")
            ),
        )
        for at, one in enumerate(review.studies)
    )
    return replace(
        review, rules=replace(rules, effects=effects, techniques=techniques, families=families), studies=studies
    )
