"""One question about one conclusion, ready for a page: title, sentence and table."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from generator.model.review import Review
from generator.model.scenario import Question, SynthesisSensitivity
from generator.model.synthesis import EffectSynthesis
from generator.views.robustness.about import About
from generator.views.table import Table


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question in words. ``table`` is None where there is nothing to list."""

    question: Question
    title: str
    sentence: str
    table: Table | None


def module_of(question: Question) -> ModuleType:
    """The file with the words of a question: it is named after it."""
    return import_module(f"generator.views.robustness.{question.value}")


def question_views(
    review: Review, sensitivity: SynthesisSensitivity, conclusion: EffectSynthesis
) -> tuple[QuestionView, ...]:
    """Every question that was asked of the conclusion, in the order of the questions."""
    asked = {one.question for one in sensitivity.results}
    views = (question_view(review, sensitivity, conclusion, one) for one in Question if one in asked)
    return tuple(view for view in views if view is not None)


def question_view(
    review: Review, sensitivity: SynthesisSensitivity, conclusion: EffectSynthesis, question: Question
) -> QuestionView | None:
    """One question; None if it could not be asked of this conclusion."""
    results = sensitivity.of(conclusion.effect, question)
    if not results:
        return None
    module, about = module_of(question), About(review, conclusion, results)
    return QuestionView(question, str(module.TITLE), str(module.sentence(about)), module.table(about))
