"""The conclusion under other discount policies."""

from __future__ import annotations

from generator.model.scenario import ScenarioResult, SensitivityRules
from generator.views.robustness.about import About, changes_sentence, outcome_table, text
from generator.views.table import Cell, Column, Table
from generator.views.words import in_sentence

TITLE = "Other discounts"
DEPENDS_ON = "the discount policy"


def asks(_: SensitivityRules) -> str:
    """What is varied."""
    return "Every discount policy is applied that the evidence has the numbers for, and none at all."


def sentence(about: About) -> str:
    """Which policies matter."""
    return changes_sentence(about, "discount policy", "discount policies", lambda one: in_sentence(_name(about, one)))


def table(about: About) -> Table:
    """One row per policy."""
    columns = (Column("Discount", "What spread and sample size take from the study belief"),)
    return outcome_table(
        about, "The conclusion under each discount policy", columns, lambda one: (Cell(_name(about, one)),)
    )


def _name(about: About, result: ScenarioResult) -> str:
    policy = text(result.value("policy"))
    found = [one.title for one in about.review.rules.discount_policies if one.id == policy]
    return found[0] if found else "No discount"
