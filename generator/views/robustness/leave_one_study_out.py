"""The conclusion without each study."""

from __future__ import annotations

from generator.model.scenario import SensitivityRules
from generator.views.robustness.about import About
from generator.views.robustness.omissions import omission_sentence, omission_table
from generator.views.table import Column, Table

TITLE = "Without one study"
DEPENDS_ON = "single studies"


def asks(_: SensitivityRules) -> str:
    """What is varied."""
    return "Each study is left out in turn."


def sentence(about: About) -> str:
    """Which studies it hangs on."""
    return omission_sentence(about, "study", "studies", about.study)


def table(about: About) -> Table:
    """One row per study left out."""
    column = Column("Left out", "The study that is left out")
    return omission_table(about, "The conclusion without each study", column, about.study_cell)
