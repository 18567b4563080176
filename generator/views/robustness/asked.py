"""What is asked of every conclusion, and when it is called robust or fragile: the rules of a review in words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.scenario import Question, SensitivityRules
from generator.views.robustness.question import module_of
from generator.views.rounding import count_text, exact_text, share_text
from generator.views.table import Cell, Column, Table

_COLUMNS = (
    Column("Question"),
    Column("What is varied"),
    Column("Must hold in", "Share of the variations that must lead to the same range", numeric=True),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """``reasons`` are pairs of what was chosen and why."""

    count: int
    questions: Table
    fragile_from: str
    verdict_because: str
    least_studies: str
    unsupported_below: str
    reasons: tuple[tuple[str, str], ...]


def asked(rules: SensitivityRules) -> Asked:
    """The rules in words."""
    return Asked(
        len(Question),
        _questions(rules),
        share_text(rules.verdict.fragile_from),
        rules.verdict.because,
        count_text(rules.subgroups.least_studies, "study", "studies"),
        exact_text(rules.subgroups.unsupported_below),
        (
            ("How far study beliefs are drawn", rules.study_belief.because),
            ("How far bounds are moved", rules.intensity_bounds.because),
            ("Which thresholds are tried", rules.reading.because),
            ("When a subgroup contradicts", rules.subgroups.because),
        ),
    )


def _questions(rules: SensitivityRules) -> Table:
    needed = dict(rules.verdict.questions)
    rows = tuple(
        (
            Cell(str(module_of(one).TITLE)),
            Cell(str(module_of(one).asks(rules))),
            Cell(share_text(needed[one]) if one in needed else "not counted"),
        )
        for one in Question
    )
    return Table("What is asked of every conclusion", _COLUMNS, rows)
