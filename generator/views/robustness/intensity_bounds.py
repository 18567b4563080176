"""The conclusion with other bounds between levels."""

from __future__ import annotations

from generator.model.scenario import Moved, ScenarioResult, SensitivityRules
from generator.views.robustness.about import About, changes_sentence, enumerated, number, outcome_table
from generator.views.rounding import exact_text
from generator.views.table import Cell, Column, Table

TITLE = "Other bounds between levels"
DEPENDS_ON = "the bounds between levels"


def asks(rules: SensitivityRules) -> str:
    """What is varied."""
    rule = rules.intensity_bounds
    scale, move = (enumerated([exact_text(one) for one in each]) for each in (rule.scale, rule.move))
    return f"All bounds between levels are multiplied by {scale}, and each bound alone by {move}."


def sentence(about: About) -> str:
    """Which bounds matter."""
    if all(piece.improvement is None for piece in about.conclusion.evidence):
        return "All ranges are stated by the studies themselves: bounds between levels play no part."
    noun, nouns = "variation of the bounds between levels", "variations of the bounds between levels"
    return changes_sentence(about, noun, nouns, describe)


def describe(result: ScenarioResult) -> str:
    """``all bounds × 0.9``, ``2.4 % instead of 2 %``."""
    setting = dict(result.setting)
    if "scale" in setting:
        return f"all bounds × {exact_text(number(setting['scale']))}"
    return f"{exact_text(number(setting['value']))} % instead of {exact_text(number(setting['bound']))} %"


def table(about: About) -> Table:
    """One row per variation."""
    columns = (
        Column("Bounds", "Which bounds between levels were changed"),
        Column("Moved", "Evidence models whose own range became another one", numeric=True),
    )
    return outcome_table(
        about,
        "The conclusion with other bounds between levels",
        columns,
        lambda one: (Cell(describe(one)), Cell(_moved(one))),
    )


def _moved(result: ScenarioResult) -> str:
    assert isinstance(result.extra, Moved)
    return str(len(result.extra.evidence_models))
