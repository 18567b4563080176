"""The record of the review's question."""

from __future__ import annotations

from generator.intake.schema.question import QuestionForm
from generator.model.review import Archetypes, Publication, Question, TradeOff


def question_record(form: QuestionForm) -> Question:
    """What the review asks."""
    types, trade_off = form.archetypes, form.trade_off
    return Question(
        id=form.id,
        title=form.title,
        subject=form.subject,
        question=form.question,
        summary=form.summary,
        authors=form.authors,
        publications=tuple(
            Publication(each.citation, each.doi, each.arxiv, each.role) for each in form.publications or ()
        ),
        archetypes=Archetypes(types.technology, types.system, types.activity, types.actor),
        trade_off=TradeOff(trade_off.against, trade_off.resources),
        not_known=form.not_known or (),
        repository=form.repository,
        licence=form.licence,
    )
