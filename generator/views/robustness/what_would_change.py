"""What one more body of evidence would have to be like to change the conclusion."""

from __future__ import annotations

from generator.model.scale import Intensity, IntensityRange
from generator.model.scenario import ScenarioResult, SensitivityRules, Turn
from generator.views.robustness.about import About, number
from generator.views.rounding import NO_VALUE, probability_text
from generator.views.table import Cell, Column, Table

TITLE = "What would change it"
DEPENDS_ON = "evidence yet to come"


def asks(_: SensitivityRules) -> str:
    """What is varied."""
    return "One more body of evidence is added on every range it could state, as strong as a change of the range takes."


def sentence(about: About) -> str:
    """The weakest evidence that would change it."""
    if about.conclusion.is_total_conflict:
        return "No further evidence can change a total conflict."
    able = [one for one in about.results if _least(one) is not None]
    if not able:
        return "One more body of evidence could not change the range, however strong it is."
    first = min(able, key=lambda one: number(_least(one)))
    strongest = max(piece.belief_value for piece in about.conclusion.evidence)
    return (
        f"The least that would change the range is one more body of evidence on {_stated(first)} with a belief value "
        f"above {probability_text(_least(first))} (to {_becomes(first)}); the strongest so far has "
        f"{probability_text(strongest)}."
    )


def table(about: About) -> Table:
    """One row per range that one more body of evidence could state."""
    columns = (
        Column("Range stated", "What one more body of evidence would say", term="range"),
        Column("Belief value needed", "From which belief value on the reported range changes", numeric=True),
        Column("New range", "What would then be reported", term="range"),
    )
    rows = tuple((_range_cell(one), Cell(probability_text(_least(one))), Cell(_becomes(one))) for one in about.results)
    return Table("What one more body of evidence would need to change the range", columns, rows)


def _range_cell(result: ScenarioResult) -> Cell:
    stated = _stated(result)
    return Cell(str(stated), range=stated)


def _stated(result: ScenarioResult) -> IntensityRange:
    names = result.value("stated_range")
    assert isinstance(names, tuple)
    return IntensityRange.of(*(Intensity[name] for name in names))


def _least(result: ScenarioResult) -> float | None:
    value = result.value("smallest_belief_value")
    return None if value is None else number(value)


def _becomes(result: ScenarioResult) -> str:
    assert isinstance(result.extra, Turn)
    if _least(result) is None:
        return NO_VALUE
    return "no result" if result.extra.becomes is None else str(result.extra.becomes)
