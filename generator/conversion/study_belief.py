"""How far a study is believed (method page, equations 4 and 5)."""

from __future__ import annotations

from fractions import Fraction

from generator.model.evidence import QuestionScore, StudyBelief
from generator.model.rules import ChecklistQuestion, MethodRules, UnansweredRule
from generator.model.study import Answer, Study


def study_belief(study: Study, rules: MethodRules) -> StudyBelief:
    """B of ``study``, 0–1: lower end of its type's band plus band width × quality.

    A study belief given by a publication without its answers is taken as it is. The arithmetic is exact
    until the last step, so no order of summation can change a digit.
    """
    lower, rule = rules.study_type(study.design.type).lower, study.quality.unanswered
    if study.quality.given is not None:
        return StudyBelief(study.quality.given, lower, None, (), rule)
    answers = dict(study.quality.answers)
    counts = tuple((question, *_counts(question, answers)) for question in rules.checklist)
    quality = _quality(tuple((yes, no) for _, yes, no in counts), rule)
    value = _decimal(lower) + _decimal(rules.band_width) * quality
    scores = tuple(
        QuestionScore(question.id, yes, no, yes / (yes + no) if yes + no else None) for question, yes, no in counts
    )
    return StudyBelief(float(value), lower, float(quality), scores, rule)


def _counts(question: ChecklistQuestion, answers: dict[str, Answer]) -> tuple[int, int]:
    given = [answers[item.id] for item in question.items]
    return given.count(Answer.YES), given.count(Answer.NO)


def _quality(counts: tuple[tuple[int, int], ...], rule: UnansweredRule) -> Fraction:
    scores = [Fraction(yes, yes + no) for yes, no in counts if yes + no]
    questions = len(counts) if rule is UnansweredRule.ZERO else len(scores)
    return sum(scores, Fraction()) / questions if questions else Fraction()


def _decimal(value: float) -> Fraction:
    """The number a person wrote, not the double nearest to it."""
    return Fraction(repr(value))
