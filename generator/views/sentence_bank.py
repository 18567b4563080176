"""The phrases that sentences are made of, as data: ``words`` fills them in, and so does the explorer in the browser.

A name in braces stands for a value. A phrase holds no rule: which one is said, and of what, ``words`` decides.
"""

from __future__ import annotations

from collections.abc import Mapping

PHRASES: Mapping[str, str] = {
    "by": " with {subject}",
    "indifferent": "{effect} does not change noticeably{by}",
    "either_way": "{effect} may change either way{by}, from {least} to {most}",
    "standing_still": "no noticeable change",
    "standing_better": "{degree} better",
    "standing_worse": "{degree} worse",
    "span": "{least} to {most}",
    "if_at_all": ", if at all",
    "as_noun": "{phrase}{by}: a {degree} change",
    "if_any": ", if any",
    "uncontested": "uncontested",
    "total": "in total contradiction",
    "conflict_total": "The evidence contradicts itself completely: nothing is left to conclude from.",
    "conflict_single": "A single evidence model cannot contradict itself: there is no conflict.",
    "conflict_none": "No two evidence models contradict each other: there is no conflict.",
    "conflict": (
        "The conclusion is {contested}: {share} of the combined mass met contradiction and was set aside "
        "(weight of conflict {weight})."
    ),
    "change_without_range": "There is no reported range, so no change of belief.",
    "change_single": "Only one evidence model reports this effect: nothing was combined.",
    "change_none": (
        "Combining left the belief unchanged: to the nearest point it equals the belief value of the strongest "
        "single evidence model."
    ),
    "change": (
        "Combining {change} the belief: it is {points} {side} the belief value of the strongest single evidence model."
    ),
    "above": "above",
    "below": "below",
    "ignorance_none": "Under total conflict nothing can be said, not even how much is undecided.",
    "ignorance": "{undecided} (ignorance {ignorance}).",
    "conclusion": "{happens} ({range}, belief {belief}): {support}.",
    "plain_conclusion": "{happens}.",
    "no_support": "no result",
    "support_single": "{sure}, by a single evidence model",
    "support_agreeing": "{sure} and {contested}",
    "support_opposed": "{sure} but {contested}",
    "no_result_total": "{effect}: no result, because the evidence contradicts itself completely.",
    "no_result_vacuous": "{effect}: no result, because the evidence supports no level of the scale.",
    "tie": (
        "The same evidence supports another range just as well: the tie was decided by rule, for fewer levels "
        "and then for the more negative ones."
    ),
    "alone": "The conclusion is that of its only evidence model.",
    "left_out_unchanged": "Leaving out any single evidence model leaves the reported range as it is.",
    "left_out_one": "Without one evidence model, another range would be reported.",
    "left_out_many": "Without any one of {models}, another range would be reported.",
    "no_range": "No range",
    "numbers": "{range}, belief {belief}; {base}.",
    "numbers_none": "{none}; {base}.",
    "evidence_base": "{models} from {studies}",
}


def say(phrase: str, /, **values: str) -> str:
    """A phrase with its values filled in. Raises ``KeyError`` for an unknown phrase or a missing value."""
    return PHRASES[phrase].format_map(values)
