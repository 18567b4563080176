"""The conclusion when evidence models of one study are not taken for independent."""

from __future__ import annotations

from generator.model.scenario import ScenarioResult, SensitivityRules
from generator.views.robustness.about import About, changes_sentence, outcome_table, text
from generator.views.table import Cell, Column, Table
from generator.views.words import in_sentence

TITLE = "Dependent evidence models"
DEPENDS_ON = "how the evidence models of one study are weighed"

WAYS = {
    "as_is": "Each as a study of its own",
    "mass_preserving": "Study belief shared out so that agreement restores it",
    "equal_split": "Study belief shared out equally",
    "one_per_study": "Only the strongest one counts",
}
"""Views of dependence by id, in words."""
_DISCOUNTS = {"none": "without discount", "policy": "with discount"}


def asks(_: SensitivityRules) -> str:
    """What is varied."""
    return "The evidence models of one study share its study belief in other ways, with the discount and without it."


def sentence(about: About) -> str:
    """Which views of dependence matter."""
    return changes_sentence(about, "view of dependence", "views of dependence", _described)


def table(about: About) -> Table:
    """One row per view of dependence and discount."""
    columns = (
        Column("Evidence models of one study", "How the belief in a study is spread over its evidence models"),
        Column("Discount", "Whether spread and sample size take something from the study belief"),
    )
    return outcome_table(
        about,
        "The conclusion under each view of dependence",
        columns,
        lambda one: (Cell(WAYS[text(one.value("dependence"))]), Cell(_DISCOUNTS[text(one.value("discount"))])),
    )


def _described(result: ScenarioResult) -> str:
    way, discount = WAYS[text(result.value("dependence"))], _DISCOUNTS[text(result.value("discount"))]
    return f"{in_sentence(way)} {discount}"
