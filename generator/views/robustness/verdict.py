"""The verdict on a conclusion in words."""

from __future__ import annotations

from generator.model.review import Review
from generator.model.scenario import Question, Robustness, SynthesisSensitivity, Trial, Verdict
from generator.model.synthesis import EffectSynthesis
from generator.views.robustness.about import About, enumerated, named, text
from generator.views.robustness.question import module_of
from generator.views.robustness.study_subsets import short
from generator.views.rounding import count_text, share_text
from generator.views.table import Cell, Column, Table

WORDS = {
    Robustness.ROBUST: "robust",
    Robustness.DEPENDS: "depends on choices",
    Robustness.FRAGILE: "fragile",
    Robustness.NO_CONCLUSION: "no conclusion",
}


def verdict_sentence(review: Review, conclusion: EffectSynthesis, verdict: Verdict) -> str:
    """``Depends on single studies (without S3 · Tao et al., 2022) and on the discount policy.``"""
    asked = count_text(len(verdict.trials), "question")
    if verdict.robustness is Robustness.NO_CONCLUSION:
        return "No verdict: there is no reported range that could hold or fail."
    if verdict.robustness is Robustness.ROBUST:
        return f"Robust: the range holds under all {asked} that count."
    reasons = enumerated([_reason(review, conclusion, trial) for trial in verdict.reasons])
    if verdict.robustness is Robustness.FRAGILE:
        return f"Fragile: the range fails {len(verdict.reasons)} of {asked} that count. It depends on {reasons}."
    return f"Depends on {reasons}."


def in_short(review: Review, sensitivity: SynthesisSensitivity, conclusion: EffectSynthesis) -> str:
    """``Holds in 94 % of the 63 combinations of studies; changes if S3 · Tao et al., 2022 is left out.`` Empty if
    neither was asked."""
    parts = []
    if subsets := sensitivity.of(conclusion.effect, Question.STUDY_SUBSETS):
        parts.append(f"holds in {short(About(review, conclusion, subsets))}")
    if omissions := sensitivity.of(conclusion.effect, Question.LEAVE_ONE_STUDY_OUT):
        about = About(review, conclusion, omissions)
        studies = [about.study(text(one.value("omitted"))) for one in about.changed]
        changes = f"changes if {named(studies, 'or')} is left out" if studies else "holds whichever study is left out"
        parts.append(changes)
    whole = "; ".join(parts)
    return f"{whole[:1].upper()}{whole[1:]}." if whole else ""


def trials_table(verdict: Verdict) -> Table:
    """One row per question that counts."""
    columns = (
        Column("Question", "What was varied"),
        Column("Same range", "Share of the variations that lead to the reported range", numeric=True),
        Column("Needed", "The share this review asks for", numeric=True),
        Column("Holds", "Whether the conclusion passes"),
    )
    rows = tuple(
        (
            Cell(str(module_of(one.question).TITLE)),
            Cell(share_text(one.holding)),
            Cell(share_text(one.needed)),
            Cell("yes" if one.passed else "no"),
        )
        for one in verdict.trials
    )
    return Table("How the conclusion fares under each question that counts", columns, rows)


def _reason(review: Review, conclusion: EffectSynthesis, trial: Trial) -> str:
    words = str(module_of(trial.question).DEPENDS_ON)
    if trial.question is not Question.LEAVE_ONE_STUDY_OUT:
        return words
    about = About(review, conclusion, ())
    studies = [about.study(text(dict(setting)["omitted"])) for setting in trial.flipped]
    if len(conclusion.studies) == 1:
        return f"its only study, {studies[0]}"
    return f"single studies ({named(studies)})" if len(studies) > 1 else studies[0]
