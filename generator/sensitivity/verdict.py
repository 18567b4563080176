"""One word per conclusion: robust, depends on something, or fragile. The rule is review data."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.scale import IntensityRange
from generator.model.scenario import Question, Robustness, ScenarioResult, Trial, Verdict, VerdictRule
from generator.model.synthesis import EffectSynthesis

SHARE = "share_holding"
"""The value of a setting that already says in which share of its many combinations the conclusion holds."""


def verdict(rule: VerdictRule, conclusion: EffectSynthesis, results: Sequence[ScenarioResult]) -> Verdict:
    """The verdict on a conclusion; ``results`` are those of every question that counts.

    A question without results (it could not be asked) does not count.
    """
    if conclusion.range is None:
        return Verdict(conclusion.effect, Robustness.NO_CONCLUSION, ())
    trials = tuple(
        trial(conclusion.range, question, needed, answers)
        for question, needed in rule.questions
        if (answers := [one for one in results if one.question is question])
    )
    return Verdict(conclusion.effect, _robustness(rule, trials), trials)


def trial(reported: IntensityRange, question: Question, needed: float, answers: Sequence[ScenarioResult]) -> Trial:
    """How the reported range fares under one question with at least one answer."""
    if SHARE in dict(answers[0].setting):
        share = answers[0].value(SHARE)
        assert isinstance(share, float)
        return Trial(question, share, needed, ())
    flipped = tuple(one.setting for one in answers if one.range != reported)
    return Trial(question, 1 - len(flipped) / len(answers), needed, flipped)


def _robustness(rule: VerdictRule, trials: Sequence[Trial]) -> Robustness:
    failed = sum(not one.passed for one in trials)
    if not failed:
        return Robustness.ROBUST
    return Robustness.FRAGILE if failed >= rule.fragile_from * len(trials) else Robustness.DEPENDS
