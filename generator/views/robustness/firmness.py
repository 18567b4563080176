"""How firm a conclusion is, ready for its page: the verdict, what each question found, and the subgroups."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.review import Review
from generator.model.scenario import Robustness, SynthesisSensitivity, Trial
from generator.model.synthesis import EffectSynthesis
from generator.views.robustness.question import QuestionView, question_views
from generator.views.robustness.subgroups import subgroup_sentence, subgroup_table
from generator.views.robustness.verdict import WORDS, in_short, verdict_sentence
from generator.views.rounding import NO_VALUE, share_text
from generator.views.table import Cell, Column, Table
from generator.views.words import in_sentence

ONE_WORD = {
    Robustness.ROBUST: "robust",
    Robustness.DEPENDS: "depends",
    Robustness.FRAGILE: "fragile",
    Robustness.NO_CONCLUSION: NO_VALUE,
}
"""The verdicts where there is room for a word."""
_ANSWERS = (
    Column("Question"),
    Column("What it found"),
    Column("Holds in", "Share of the variations that lead to the reported range", numeric=True),
    Column("Needed", "Share of the variations that this review asks for", numeric=True),
    Column("Outcome"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question found. ``holding`` and ``needed`` are shares of its variations, a dash if it does not count."""

    view: QuestionView
    anchor: str
    holding: str
    needed: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Firmness:
    """``words`` are the verdict in a few words. ``lead`` is what speaks most for or against it, empty without a range,
    and ``short`` the same within a sentence."""

    words: str
    lead: str
    short: str
    sentence: str
    answers: tuple[Answer, ...]
    table: Table
    subgroup_sentence: str
    subgroups: Table


def firmness(review: Review, sensitivity: SynthesisSensitivity, conclusion: EffectSynthesis) -> Firmness | None:
    """How firm the conclusion is; None without a verdict."""
    verdict = sensitivity.verdict(conclusion.effect)
    if verdict is None:
        return None
    trials = {one.question: one for one in verdict.trials}
    answers = tuple(
        _answer(view, trials.get(view.question)) for view in question_views(review, sensitivity, conclusion)
    )
    lead = in_short(review, sensitivity, conclusion) if verdict.trials else ""
    return Firmness(
        WORDS[verdict.robustness].capitalize(),
        lead,
        in_sentence(lead) if verdict.trials else "there is no reported range.",
        verdict_sentence(review, conclusion, verdict),
        answers,
        answers_table(answers),
        subgroup_sentence(sensitivity.subgroups, conclusion.effect),
        _drawn(subgroup_table(review, sensitivity, conclusion.effect)),
    )


def answers_table(answers: tuple[Answer, ...]) -> Table:
    """The answers in plain cells, to be taken away."""
    rows = tuple(
        (Cell(one.view.title), Cell(one.view.sentence), Cell(one.holding), Cell(one.needed), Cell(one.outcome))
        for one in answers
    )
    return Table("What each question found", _ANSWERS, rows)


def _answer(view: QuestionView, trial: Trial | None) -> Answer:
    anchor = f"question-{view.question.value}"
    view = replace(view, table=None if view.table is None else _drawn(view.table))
    if trial is None:
        return Answer(view, anchor, NO_VALUE, NO_VALUE, "not counted")
    outcome = "passes" if trial.passed else "fails"
    return Answer(view, anchor, share_text(trial.holding), share_text(trial.needed), outcome)


def _drawn(table: Table) -> Table:
    """The table without the names of ranges that are drawn anyway, with their names."""
    return replace(table, rows=tuple(tuple(map(_cell, row)) for row in table.rows))


def _cell(cell: Cell) -> Cell:
    return replace(cell, text="") if cell.range is not None and cell.text == str(cell.range) else cell
