"""The conclusion under other combination rules."""

from __future__ import annotations

from generator.model.scenario import ScenarioResult, SensitivityRules
from generator.views.robustness.about import About, changes_sentence, outcome_table, text
from generator.views.table import Cell, Column, Table

TITLE = "Other combination rules"
DEPENDS_ON = "the combination rule"

RULES = {
    "dempster": ("Dempster", "Conflict is set aside"),
    "yager": ("Yager", "Conflict counts as not knowing"),
    "dubois_prade": ("Dubois and Prade", "Of two ranges in conflict, one must hold"),
    "unnormalised": ("Unnormalised", "Conflict stays conflict, and belief stays small"),
    "averaging": ("Averaging", "The mean of all evidence; agreement does not reinforce"),
}
"""Combination rules by id: the name, and what becomes of conflict."""


def asks(_: SensitivityRules) -> str:
    """What is varied."""
    return "The evidence is combined by other rules, which treat conflict differently."


def sentence(about: About) -> str:
    """Which rules matter."""
    return changes_sentence(about, "combination rule", "combination rules", lambda one: _rule(one)[0])


def table(about: About) -> Table:
    """One row per rule."""
    columns = (
        Column("Rule", "How bodies of evidence are combined"),
        Column("Conflict", "What the rule does with conflict"),
    )
    return outcome_table(
        about, "The conclusion under each combination rule", columns, lambda one: tuple(map(Cell, _rule(one)))
    )


def _rule(result: ScenarioResult) -> tuple[str, str]:
    return RULES[text(result.value("rule"))]
