"""The quality questionnaire of one study as a table."""

from __future__ import annotations

from generator.model.evidence import EffectEvidence, QuestionScore
from generator.model.review import Review
from generator.model.rules import ChecklistQuestion
from generator.model.study import Study
from generator.views.rounding import number_text
from generator.views.table import Cell, Column, Table

_UNWORDED = "unknown"
"""How a review says that the wording of a question is not known."""


def questionnaire(review: Review, study: Study, pieces: tuple[EffectEvidence, ...]) -> Table | None:
    """A row per question: the answers to its items and its score; None where no answers are known."""
    if not study.quality.answers:
        return None
    answers = {item: answer.value for item, answer in study.quality.answers}
    scores = {score.question: score for score in pieces[0].study_belief.scores} if pieces else {}
    columns = (
        Column("Question"),
        Column("Items and their answers", "n/a means that an item does not apply", term="quality"),
        Column("Yes", numeric=True),
        Column("No", numeric=True),
        Column("Score", "Number of yes over number of yes and no, 0 to 1", numeric=True, term="quality"),
    )
    rows = tuple(_row(question, answers, scores.get(question.id)) for question in review.rules.checklist)
    unworded = any(question.text == _UNWORDED for question in review.rules.checklist)
    known = "; the wording of the questions is not known to us" if unworded else ""
    return Table(f"Answers about {study.label}, question by question{known}", columns, rows)


def _row(question: ChecklistQuestion, answers: dict[str, str], score: QuestionScore | None) -> tuple[Cell, ...]:
    given = " · ".join(f"{item.id} {answers.get(item.id, 'not answered')}" for item in question.items)
    title = question.id if question.text == _UNWORDED else f"{question.id} {question.text}"
    if score is None:
        return (Cell(title), Cell(given), Cell("–"), Cell("–"), Cell("–"))
    shown = "n/a" if score.score is None else number_text(score.score, 3)
    return (Cell(title), Cell(given), Cell(str(score.yes)), Cell(str(score.no)), Cell(shown))
