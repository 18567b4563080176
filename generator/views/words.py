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

DEGREE_MARK = "…"

_ADVERBS = ("", "slightly", "clearly", "strongly")
_BEFORE_COMPARATIVE = ("", "slightly", "clearly", "much")
_ADJECTIVES = ("", "slight", "clear", "strong")
_STANDING = ("", "slightly", "clearly", "much")

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
"""Above which weight of conflict which words; a weight of 1 means that nine tenths of the mass met contradiction."""

TOTAL = "in total contradiction"
"""Where nothing is left: the weight of conflict is beyond all bands."""

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
    by = f" with {subject}" if subject else ""
    if found.low == found.high == Intensity.IF:
        return f"{effect.title} does not change noticeably{by}"
    if found.low < Intensity.IF < found.high:
        return f"{effect.title} may change either way{by}, from {_standing(found.low)} to {_standing(found.high)}"
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
        return "uncontested"
    return next(words for above, words in CONFLICT_BANDS if conflict.weight > above)


def conflict_sentence(synthesis: EffectSynthesis) -> str:
    """How much of the combined mass contradicted itself, as a sentence."""
    conflict = synthesis.conflict
    if conflict.weight is None:
        return "The evidence contradicts itself completely: nothing is left to conclude from."
    if len(synthesis.evidence) == 1:
        return "A single evidence model cannot contradict itself: there is no conflict."
    if conflict.weight == 0:
        return "No two evidence models contradict each other: there is no conflict."
    return (
        f"The conclusion is {how_contested(conflict)}: {share_text(conflict.total)} of the combined mass met "
        f"contradiction and was set aside (weight of conflict {weight_text(conflict.weight)})."
    )


def change_sentence(synthesis: EffectSynthesis) -> str:
    """What combining did to the belief, compared with the strongest single evidence model."""
    if synthesis.delta_points is None or synthesis.change is None:
        return "There is no reported range, so no change of belief."
    if len(synthesis.evidence) == 1:
        return "Only one evidence model reports this effect: nothing was combined."
    if synthesis.delta_points == 0:
        return (
            "Combining left the belief unchanged: to the nearest point it equals the belief value of the strongest "
            "single evidence model."
        )
    side = "above" if synthesis.delta_points > 0 else "below"
    points = points_text(abs(synthesis.delta_points)).removeprefix("+")
    return (
        f"Combining {synthesis.change} the belief: it is {points} {side} the belief value of the strongest single "
        "evidence model."
    )


def ignorance_sentence(synthesis: EffectSynthesis) -> str:
    """How much mass stays on the whole scale."""
    if synthesis.ignorance is None:
        return "Under total conflict nothing can be said, not even how much is undecided."
    shown = float(rounded(synthesis.ignorance, 2))
    words = next(words for least, words in IGNORANCE_BANDS if shown >= least)
    return f"{_capital(words)} (ignorance {probability_text(synthesis.ignorance)})."


def conclusion(effect: Effect, synthesis: EffectSynthesis, subject: str = "") -> str:
    """The conclusion about an effect in one sentence, with its range and belief."""
    if synthesis.range is None or synthesis.belief is None:
        return no_result(effect, synthesis)
    return (
        f"{what_happens(effect, synthesis.range, subject)} ({synthesis.range}, belief "
        f"{belief_text(synthesis.belief)}): {support(synthesis)}."
    )


def plain_conclusion(effect: Effect, synthesis: EffectSynthesis, subject: str = "") -> str:
    """The conclusion about an effect in one sentence without a number: ``Comfort falls slightly with code review.``"""
    if synthesis.range is None:
        return no_result(effect, synthesis)
    return f"{what_happens(effect, synthesis.range, subject)}."


def leave_out_sentence(synthesis: EffectSynthesis, changing: int) -> str:
    """Whether the range hangs on single evidence models; ``changing`` is how many of them it hangs on."""
    if len(synthesis.evidence) == 1:
        return "The conclusion is that of its only evidence model."
    if not changing:
        return "Leaving out any single evidence model leaves the reported range as it is."
    one_of = "one evidence model" if changing == 1 else f"any one of {changing} evidence models"
    return f"Without {one_of}, another range would be reported."


def support(synthesis: EffectSynthesis) -> str:
    """How sure and how contested: ``well supported and strongly contested``; ``no result`` where there is none."""
    if synthesis.belief is None:
        return "no result"
    sure, contested = how_sure(synthesis.belief), how_contested(synthesis.conflict)
    if len(synthesis.evidence) == 1:
        return f"{sure}, by a single evidence model"
    opposed = synthesis.belief >= 0.5 and contested.split()[-1] == "contested" and contested != "hardly contested"
    return f"{sure} {'but' if opposed else 'and'} {contested}"


def no_result(effect: Effect, synthesis: EffectSynthesis) -> str:
    """Why there is no range: total conflict, or nothing but Θ."""
    if synthesis.is_total_conflict:
        return f"{effect.title}: no result, because the evidence contradicts itself completely."
    return f"{effect.title}: no result, because the evidence supports no level of the scale."


def tie_sentence(synthesis: EffectSynthesis) -> str:
    """Says that a tie decided the range; empty if none did."""
    if not synthesis.tied:
        return ""
    return (
        "The same evidence supports another range just as well: the tie was decided by rule, for fewer levels "
        "and then for the more negative ones."
    )


def evidence_base(synthesis: EffectSynthesis) -> str:
    """``17 evidence models from 5 studies``."""
    models = count_text(len(synthesis.evidence), "evidence model")
    return f"{models} from {count_text(len(synthesis.studies), 'study', 'studies')}"


def in_sentence(title: str) -> str:
    """A title as it reads in the middle of a sentence: ``comfort``, but ``CO2 level``."""
    first = title.split(" ", 1)[0]
    return title[:1].lower() + title[1:] if first[1:].islower() else title


def _directed(phrase: str, least: int, most: int, by: str) -> str:
    doubt = ", if at all" if least == 0 else ""
    least = max(least, 1)
    if DEGREE_MARK not in phrase:
        degree = _span(_ADJECTIVES, least, most)
        return f"{phrase}{by}: a {degree} change{doubt.replace('at all', 'any')}"
    before, _, after = phrase.partition(DEGREE_MARK)
    adverbs = _BEFORE_COMPARATIVE if after.strip() else _ADVERBS
    return f"{before}{_span(adverbs, least, most)}{after}{by}{doubt}"


def _span(words: tuple[str, ...], least: int, most: int) -> str:
    return words[least] if least == most else f"{words[least]} to {words[most]}"


def _standing(level: Intensity) -> str:
    if level is Intensity.IF:
        return "no noticeable change"
    return f"{_STANDING[abs(level - Intensity.IF)]} {'better' if level > Intensity.IF else 'worse'}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
