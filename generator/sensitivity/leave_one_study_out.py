"""What would each conclusion be without each study that reports the effect?"""

from __future__ import annotations

from generator.model.scenario import Question, ScenarioResult
from generator.sensitivity.case import Case
from generator.sensitivity.omission import leave_out

QUESTION = Question.LEAVE_ONE_STUDY_OUT


def run(case: Case) -> tuple[ScenarioResult, ...]:
    """One result per study, in order of first appearance; without the only study nothing is left."""
    return leave_out(case, QUESTION, lambda piece: piece.study)
