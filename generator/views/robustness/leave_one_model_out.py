"""The conclusion without each evidence model."""

from __future__ import annotations

from generator.model.scenario import SensitivityRules
from generator.views.robustness.about import About
from generator.views.robustness.omissions import omission_sentence, omission_table
from generator.views.table import Column, Table

TITLE = "Without one evidence model"
DEPENDS_ON = "single evidence models"


def asks(_: SensitivityRules) -> str:
    """What is varied."""
    return "Each evidence model is left out in turn."


def sentence(about: About) -> str:
    """Which evidence models it hangs on."""
    return omission_sentence(about, "evidence model", "evidence models", about.model)


def table(about: About) -> Table:
    """One row per evidence model left out."""
    column = Column("Left out", "The evidence model that is left out", term="evidence-model")
    return omission_table(about, "The conclusion without each evidence model", column, about.model_cell)
