"""The conclusion from every combination of studies."""

from __future__ import annotations

from generator.model.scenario import SensitivityRules, SubsetShares
from generator.views.robustness.about import About, number
from generator.views.rounding import NO_VALUE, count_text, share_text
from generator.views.table import Cell, Column, Table

TITLE = "Every combination of studies"
DEPENDS_ON = "which studies are combined"


def asks(_: SensitivityRules) -> str:
    """What is varied."""
    return "Only some of the studies are used: each alone, every two, and so on, in every combination."


def sentence(about: About) -> str:
    """In which share of the combinations it holds, and which study matters most."""
    shares = _shares(about)
    held = f"The range is the same in {short(about)} of the synthesis"
    if len(shares.studies) == 1:
        return (
            f"{held}: in every one with {about.study(shares.studies[0].study)}, the only one that reports the effect."
        )
    missing = next((one for one in shares.studies if one.study == shares.most_missing), None)
    if missing is not None and missing.part_of_failing is not None:
        rest = share_text(1 - missing.part_of_failing)
        return f"{held}; of the others, {about.study(missing.study)} is missing from {rest}."
    return f"{held}."


def short(about: About) -> str:
    """``94 % of the 63 combinations of studies``."""
    (result,) = about.results
    count = int(number(result.value("subsets")))
    share = share_text(number(result.value("share_holding")))
    return f"{share} of the {count_text(count, 'combination')} of studies"


def table(about: About) -> Table:
    """One row per study that reports the effect."""
    columns = (
        Column("Study"),
        Column("Same range with it", "Share of the combinations with this study that lead to the range", numeric=True),
        Column("Without it", "Share of the combinations without this study that lead to the range", numeric=True),
        Column("Part of the others", "Share of the combinations with another range that it is part of", numeric=True),
    )
    rows = tuple(
        (
            about.study_cell(one.study),
            *(Cell(_text(share)) for share in (one.holding_with, one.holding_without, one.part_of_failing)),
        )
        for one in _shares(about).studies
    )
    return Table("In how many combinations of studies the range is the same", columns, rows)


def _shares(about: About) -> SubsetShares:
    extra = about.results[0].extra
    assert isinstance(extra, SubsetShares)
    return extra


def _text(share: float | None) -> str:
    return NO_VALUE if share is None else share_text(share)
