"""What would each conclusion be without each evidence model that reports the effect?"""

from __future__ import annotations

from generator.model.scenario import Question, ScenarioResult
from generator.sensitivity.case import Case
from generator.sensitivity.omission import leave_out

QUESTION = Question.LEAVE_ONE_MODEL_OUT


def run(case: Case) -> tuple[ScenarioResult, ...]:
    """One result per evidence model, in aggregation order."""
    return leave_out(case, QUESTION, lambda piece: piece.evidence_model)
