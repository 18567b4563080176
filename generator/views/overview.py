"""What a whole synthesis says, at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.review import Review
from generator.model.rules import Effect
from generator.model.scale import Intensity, IntensityRange
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views.rounding import count_text
from generator.views.words import in_sentence, what_happens


@dataclass(frozen=True, slots=True)
class Finding:
    """A conclusion with its effect and the words for it."""

    effect: Effect
    synthesis: EffectSynthesis
    words: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Conclusions by what they mean for the user; ``undecided`` have no range, or one on both sides of IF."""

    worse: tuple[Finding, ...]
    unchanged: tuple[Finding, ...]
    better: tuple[Finding, ...]
    undecided: tuple[Finding, ...]
    headline: str


def overview(review: Review, synthesis: Synthesis) -> Overview:
    """The conclusions of a synthesis, sorted by what they mean, the strongest first."""
    findings = [finding(review, one) for one in synthesis.effects]
    by_side: dict[str, list[Finding]] = {"worse": [], "unchanged": [], "better": [], "undecided": []}
    for one in findings:
        by_side[_side(one.synthesis.range)].append(one)
    for found in by_side.values():
        found.sort(key=_strength, reverse=True)
    return Overview(
        worse=tuple(by_side["worse"]),
        unchanged=tuple(by_side["unchanged"]),
        better=tuple(by_side["better"]),
        undecided=tuple(by_side["undecided"]),
        headline=_headline(review, by_side, findings),
    )


def finding(review: Review, one: EffectSynthesis) -> Finding:
    """A conclusion with its effect and words."""
    effect = review.rules.effect(one.effect)
    words = what_happens(effect, one.range) if one.range else f"{effect.title}: no result"
    return Finding(effect, one, words)


def _side(found: IntensityRange | None) -> str:
    if found is None or found.low < Intensity.IF < found.high:
        return "undecided"
    if found.low == found.high == Intensity.IF:
        return "unchanged"
    return "worse" if found.low < Intensity.IF else "better"


def _strength(one: Finding) -> tuple[int, float]:
    found, belief = one.synthesis.range, one.synthesis.belief
    if found is None or belief is None:
        return 0, 0.0
    return abs(found.low + found.high - 2 * Intensity.IF), belief


def _weight(one: Finding) -> float:
    """How much a headline should care: a strong effect that is hardly supported is no headline."""
    distance, belief = _strength(one)
    return distance * belief


def _headline(review: Review, by_side: dict[str, list[Finding]], findings: list[Finding]) -> str:
    """What is gained most, and what becomes of the effect that the review's trade-off pays with."""
    counts = (
        (by_side["better"], "gets better", "get better"),
        (by_side["worse"], "gets worse", "get worse"),
        (by_side["unchanged"], "does not change noticeably", "do not change noticeably"),
        (by_side["undecided"], "stays undecided", "stay undecided"),
    )
    parts = [f"{len(found)} {one if len(found) == 1 else many}" for found, one, many in counts if found]
    price = [one for one in findings if one.effect.id == review.question.trade_off.against]
    telling = [max(found, key=_weight).words for found in (by_side["better"], price or by_side["worse"]) if found]
    strongest = list(dict.fromkeys(telling))
    sentence = f"Of {count_text(len(findings), 'effect')} of {review.question.subject}, {_listed(parts)}."
    if not strongest:
        return sentence
    return f"{', while '.join([strongest[0], *map(in_sentence, strongest[1:])])}. {sentence}"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
