"""Does the conclusion hold under another rule of combination? Asked openly, and used nowhere else."""

from __future__ import annotations

from generator.aggregation.measures import belief
from generator.aggregation.reading import read
from generator.model.scenario import Question, ScenarioResult, Setting
from generator.sensitivity.case import Case, unchanged
from generator.sensitivity.combination_rules import RULES, as_masses, simple_support

QUESTION = Question.RULE


def run(case: Case) -> tuple[ScenarioResult, ...]:
    """Dempster's rule first, as the synthesis has it; the conflict of every result is Dempster's."""
    return (unchanged(case, QUESTION, (("rule", "dempster"),)), *(_under(case, rule) for rule in RULES))


def _under(case: Case, rule: str) -> ScenarioResult:
    masses = as_masses(RULES[rule]([simple_support(piece) for piece in case.evidence]))
    reported = read(masses, case.policy).range
    setting: Setting = (("rule", rule),)
    value = None if reported is None else belief(masses, reported)
    return ScenarioResult(QUESTION, case.conclusion.effect, setting, reported, value, case.conclusion.conflict)
