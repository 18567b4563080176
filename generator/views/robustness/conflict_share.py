"""Which studies the conflict comes from."""

from __future__ import annotations

from generator.model.scenario import ScenarioResult, SensitivityRules
from generator.views.robustness.about import About, number
from generator.views.rounding import share_text
from generator.views.table import Cell, Column, Table

TITLE = "Where the conflict comes from"
DEPENDS_ON = "which studies contradict each other"


def asks(_: SensitivityRules) -> str:
    """What is varied."""
    return "Nothing is varied: the weight of conflict is shared out among the studies, and among their pairs."


def sentence(about: About) -> str:
    """The study and the pair with the largest shares."""
    if not about.results:
        return "There is no conflict to share."
    singles, pairs = _of_length(about, 1), _of_length(about, 2)
    if len(singles) == 1:
        return f"All of the conflict is within {about.study(_studies(singles[0])[0])}."
    parts = []
    if singles:
        most = max(singles, key=_share)
        parts.append(f"{about.study(_studies(most)[0])} contributes {share_text(_share(most))} of the conflict")
    if pairs:
        parts.append(
            f"the largest part between two or within one, {share_text(_share(pairs[0]))}, is {_where(about, pairs[0])}"
        )
    return f"{'; '.join(parts)}."


def table(about: About) -> Table:
    """Studies first, then pairs."""
    columns = (
        Column("Conflict", "Of a study with all others, or between two alone"),
        Column("Share", "Shares of studies add up to all of the conflict, and so do those of pairs", numeric=True),
    )
    rows = tuple((Cell(_who(about, one)), Cell(share_text(_share(one)))) for one in about.results)
    return Table("Which studies the conflict comes from", columns, rows)


def _of_length(about: About, length: int) -> list[ScenarioResult]:
    return [one for one in about.results if len(_studies(one)) == length]


def _studies(result: ScenarioResult) -> tuple[str, ...]:
    studies = result.value("studies")
    assert isinstance(studies, tuple)
    return studies


def _share(result: ScenarioResult) -> float:
    return number(result.value("share"))


def _who(about: About, result: ScenarioResult) -> str:
    studies = _studies(result)
    return about.study(studies[0]) if len(studies) == 1 else _where(about, result)


def _where(about: About, result: ScenarioResult) -> str:
    first, second = _studies(result)
    if first == second:
        return f"within {about.study(first)}"
    return f"between {about.study(first)} and {about.study(second)}"
