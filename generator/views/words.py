"""The sentences of the site: fixed plain English, chosen once, made from records.

No page invents an adjective. Levels of the scale read slightly (weak), clearly and strongly; the bands of belief
and conflict below are our wording, not part of the method, and decide nothing.

The phrases of an effect (``better``, ``worse``) may hold ``…`` where the degree belongs: ``meals come … faster``
becomes *meals come slightly faster*, ``comfort falls …`` becomes *comfort falls slightly*. Without the mark the
degree follows as a noun: *comfort falls: a slight change*.
"""

from __future__ import annotations

from generator.model.rules import Effect
from generator.model.scale import Intensity, IntensityRange
from generator.model.synthesis import Conflict, EffectSynthesis
from generator.views.rounding import (
    belief_text,
    count_text,
    points_text,
    probability_text,
    rounded,
    share_text,
    weight_text,
)
from generator.views.sentence_bank import PHRASES, say

DEGREE_MARK = "…"

ADVERBS = ("", "slightly", "clearly", "strongly")
BEFORE_COMPARATIVE = ("", "slightly", "clearly", "much")
ADJECTIVES = ("", "slight", "clear", "strong")

BELIEF_BANDS: tuple[tuple[float, str], ...] = (
    (0.9, "very well supported"),
    (0.75, "well supported"),
    (0.5, "moderately supported"),
    (0.25, "weakly supported"),
    (0.0, "hardly supported"),
)
"""From which belief, as displayed, which words; the lower four follow the quarters of the study types."""

CONFLICT_BANDS: tuple[tuple[float, str], ...] = (
    (1.0, "strongly contested"),
    (0.5, "contested"),
    (0.1, "slightly contested"),
    (0.0, "hardly contested"),
)
"""Above which weight of conflict which words; a weight of 1 means that nine tenths of the mass met contradiction.

The weight counts to nine decimals: a logarithm that is a hair off decides nothing."""

TOTAL = PHRASES["total"]
"""Where nothing is left: the weight of conflict is beyond all bands."""
UNCONTESTED = PHRASES["uncontested"]
"""Where nothing contradicts: the weight of conflict is 0."""

IGNORANCE_BANDS: tuple[tuple[float, str], ...] = (
    (0.5, "most is left undecided"),
    (0.1, "a good part is left undecided"),
    (0.01, "little is left undecided"),
    (0.0, "almost nothing is left undecided"),
)


def what_happens(effect: Effect, found: IntensityRange, subject: str = "") -> str:
    """What the range says, in plain words and without a full stop: ``Comfort falls slightly``.

    ``subject`` adds what brings it about: ``Comfort falls slightly with code review``. Ranges that
    include *indifferent* end in ``if at all``; ranges across it name no direction.
    """
    by = say("by", subject=subject) if subject else ""
    if found.low == found.high == Intensity.IF:
        return say("indifferent", effect=effect.title, by=by)
    if found.low < Intensity.IF < found.high:
        return say("either_way", effect=effect.title, by=by, least=_standing(found.low), most=_standing(found.high))
    least, most = sorted((abs(found.low - Intensity.IF), abs(found.high - Intensity.IF)))
    phrase = effect.better if found.high > Intensity.IF else effect.worse
    return _capital(_directed(phrase, least, most, by))


def how_sure(belief: float) -> str:
    """The belief, 0–1, in words; judged as displayed, so that words and number agree: ``well supported``."""
    shown = rounded(belief, 2)
    return next(words for least, words in BELIEF_BANDS if float(shown) >= least)


def how_contested(conflict: Conflict) -> str:
    """The weight of conflict in words: ``uncontested`` … ``strongly contested``, ``in total contradiction``."""
    if conflict.weight is None:
        return TOTAL
    if conflict.weight == 0:
        return UNCONTESTED
    weight = round(conflict.weight, 9)
    return next((words for above, words in CONFLICT_BANDS if weight > above), CONFLICT_BANDS[-1][1])


def conflict_sentence(synthesis: EffectSynthesis) -> str:
    """How much of the combined mass contradicted itself, as a sentence."""
    conflict = synthesis.conflict
    if conflict.weight is None:
        return say("conflict_total")
    if len(synthesis.evidence) == 1:
        return say("conflict_single")
    if conflict.weight == 0:
        return say("conflict_none")
    share, weight = share_text(conflict.total), weight_text(conflict.weight)
    return say("conflict", contested=how_contested(conflict), share=share, weight=weight)


def change_sentence(synthesis: EffectSynthesis) -> str:
    """What combining did to the belief, compared with the strongest single evidence model."""
    if synthesis.delta_points is None or synthesis.change is None:
        return say("change_without_range")
    if len(synthesis.evidence) == 1:
        return say("change_single")
    if synthesis.delta_points == 0:
        return say("change_none")
    side = PHRASES["above" if synthesis.delta_points > 0 else "below"]
    points = points_text(abs(synthesis.delta_points)).removeprefix("+")
    return say("change", change=synthesis.change, points=points, side=side)


def ignorance_sentence(synthesis: EffectSynthesis) -> str:
    """How much mass stays on the whole scale."""
    if synthesis.ignorance is None:
        return say("ignorance_none")
    shown = float(rounded(synthesis.ignorance, 2))
    words = next(words for least, words in IGNORANCE_BANDS if shown >= least)
    return say("ignorance", undecided=_capital(words), ignorance=probability_text(synthesis.ignorance))


def conclusion(effect: Effect, synthesis: EffectSynthesis, subject: str = "") -> str:
    """The conclusion about an effect in one sentence, with its range and belief."""
    if synthesis.range is None or synthesis.belief is None:
        return no_result(effect, synthesis)
    return say(
        "conclusion",
        happens=what_happens(effect, synthesis.range, subject),
        range=str(synthesis.range),
        belief=belief_text(synthesis.belief),
        support=support(synthesis),
    )


def plain_conclusion(effect: Effect, synthesis: EffectSynthesis, subject: str = "") -> str:
    """The conclusion about an effect in one sentence without a number: ``Comfort falls slightly with code review.``"""
    if synthesis.range is None:
        return no_result(effect, synthesis)
    return say("plain_conclusion", happens=what_happens(effect, synthesis.range, subject))


def leave_out_sentence(synthesis: EffectSynthesis, changing: int) -> str:
    """Whether the range hangs on single evidence models; ``changing`` is how many of them it hangs on."""
    if len(synthesis.evidence) == 1:
        return say("alone")
    if not changing:
        return say("left_out_unchanged")
    if changing == 1:
        return say("left_out_one")
    return say("left_out_many", models=count_text(changing, "evidence model"))


def sureness(synthesis: EffectSynthesis) -> str:
    """How sure a conclusion is; ``no result`` where there is none."""
    return PHRASES["no_support"] if synthesis.belief is None else how_sure(synthesis.belief)


def numbers(synthesis: EffectSynthesis) -> str:
    """The conclusion in figures: ``Weakly positive, belief 0.89; 17 evidence models from 5 studies.``"""
    base = evidence_base(synthesis)
    if synthesis.range is None:
        return say("numbers_none", none=PHRASES["no_range"], base=base)
    return say("numbers", range=_capital(synthesis.range.words), belief=belief_text(synthesis.belief), base=base)


def support(synthesis: EffectSynthesis) -> str:
    """How sure and how contested: ``well supported and strongly contested``; ``no result`` where there is none."""
    if synthesis.belief is None:
        return PHRASES["no_support"]
    sure, contested = how_sure(synthesis.belief), how_contested(synthesis.conflict)
    if len(synthesis.evidence) == 1:
        return say("support_single", sure=sure)
    opposed = synthesis.belief >= 0.5 and contested in (words for above, words in CONFLICT_BANDS if above > 0)
    return say("support_opposed" if opposed else "support_agreeing", sure=sure, contested=contested)


def no_result(effect: Effect, synthesis: EffectSynthesis) -> str:
    """Why there is no range: total conflict, or nothing but Θ."""
    if synthesis.is_total_conflict:
        return say("no_result_total", effect=effect.title)
    return say("no_result_vacuous", effect=effect.title)


def tie_sentence(synthesis: EffectSynthesis) -> str:
    """Says that a tie decided the range; empty if none did."""
    return PHRASES["tie"] if synthesis.tied else ""


def evidence_base(synthesis: EffectSynthesis) -> str:
    """``17 evidence models from 5 studies``."""
    models = count_text(len(synthesis.evidence), "evidence model")
    return say("evidence_base", models=models, studies=count_text(len(synthesis.studies), "study", "studies"))


def in_sentence(title: str) -> str:
    """A title as it reads in the middle of a sentence: ``comfort``, but ``CO2 level``."""
    first = title.split(" ", 1)[0]
    return title[:1].lower() + title[1:] if first[1:].islower() else title


def _directed(phrase: str, least: int, most: int, by: str) -> str:
    doubtful, least = least == 0, max(least, 1)
    if DEGREE_MARK not in phrase:
        noun = say("as_noun", phrase=phrase, by=by, degree=_span(ADJECTIVES, least, most))
        return noun + (PHRASES["if_any"] if doubtful else "")
    before, _, after = phrase.partition(DEGREE_MARK)
    adverbs = BEFORE_COMPARATIVE if after.strip() else ADVERBS
    return f"{before}{_span(adverbs, least, most)}{after}{by}{PHRASES['if_at_all'] if doubtful else ''}"


def _span(words: tuple[str, ...], least: int, most: int) -> str:
    return words[least] if least == most else say("span", least=words[least], most=words[most])


def _standing(level: Intensity) -> str:
    if level is Intensity.IF:
        return PHRASES["standing_still"]
    degree = BEFORE_COMPARATIVE[abs(level - Intensity.IF)]
    return say("standing_better" if level > Intensity.IF else "standing_worse", degree=degree)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
