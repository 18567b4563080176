"""The conclusion as it stood after each year."""

from __future__ import annotations

from generator.model.scenario import ScenarioResult, SensitivityRules
from generator.views.robustness.about import About, enumerated, number, outcome, outcome_table
from generator.views.table import Cell, Column, Table

TITLE = "As studies were published"
DEPENDS_ON = "recent studies"


def asks(_: SensitivityRules) -> str:
    """What is varied."""
    return "Only the studies published up to a year are used, year by year."


def sentence(about: About) -> str:
    """Since when it has been what it is."""
    if len(about.results) == 1:
        return f"All studies that report this effect are from {_year(about.results[0])}."
    changed = about.changed
    if not changed:
        return f"The range has been the same since the first study, of {_year(about.results[0])}."
    since = next(one for one in about.results if _year(one) > _year(changed[-1]))
    before = enumerated([f"{_year(one)}: {outcome(one)}" for one in changed])
    return f"The range has been the same since {_year(since)}; before, it was another ({before})."


def table(about: About) -> Table:
    """One row per year in which a study was published."""
    return outcome_table(
        about,
        "The conclusion from the studies published so far, year by year",
        (Column("Up to", "The year of publication of the newest study"),),
        lambda one: (Cell(str(_year(one))),),
    )


def _year(result: ScenarioResult) -> int:
    return int(number(result.value("up_to_year")))
