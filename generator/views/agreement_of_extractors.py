"""How far two extractors of a study agree, as a reader meets it: shares, kappas, and every disagreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.model.second_extraction import (
    FEWEST_FOR_KAPPA,
    ExtractorsAgreement,
    FieldGroup,
    FieldReading,
    Kappa,
)
from generator.views.addresses import source
from generator.views.rounding import NO_VALUE, count_text, number_text, percent_text, share_text
from generator.views.table import Cell, Column, Link, Table

_GROUPS = {
    FieldGroup.BIBLIOGRAPHY: "Bibliography",
    FieldGroup.CONTEXT: "Design and context",
    FieldGroup.QUALITY: "Quality questionnaire",
    FieldGroup.EFFECTS: "Effects: reported or not, range, improvement",
    FieldGroup.MEASUREMENTS: "Measured values",
}
_SHARES = (
    Column("What was compared"),
    Column("Fields", "Fields that at least one of the two files has", numeric=True),
    Column("The same", numeric=True),
    Column("Agreement", "Fields that are the same, of those compared", numeric=True),
)
_KAPPAS = (
    Column("What was compared"),
    Column("Compared", "Answers, or ranges, that both files have", numeric=True),
    Column("Agreement", "Share of them that are the same", numeric=True),
    Column("By chance", "Agreement expected by chance", numeric=True),
    Column("Kappa", "Cohen’s kappa, unweighted: 1 is full agreement, 0 what chance would make", numeric=True),
)
_DIFFERENCES = (Column("Field"), Column("First extractor"), Column("Second extractor"))
_DIGITS = 3
"""Decimals of an improvement, so that what differs is seen to differ in most cases."""


@dataclass(frozen=True, slots=True)
class AgreementView:
    """``sentence`` says who read the study and how far they agree; ``differences`` is None where they agree in
    everything; ``answers`` counts the answers of both, None where they cannot be compared; ``source`` is the second
    file."""

    sentence: str
    shares: Table
    kappas: Table
    answers: Table | None
    differences: Table | None
    source: Link


def agreement_view(found: ExtractorsAgreement) -> AgreementView:
    """What the study's page shows of a second extraction."""
    return AgreementView(
        _sentence(found),
        Table("Agreement of the two extractors", _SHARES, tuple(_shares(found))),
        Table("Agreement beyond chance", _KAPPAS, _kappas(found)),
        _crossed(found.answers) if found.answers.compared else None,
        _differences(found),
        source(found.second.place),
    )


def _sentence(found: ExtractorsAgreement) -> str:
    fields = [pair for group in found.groups for pair in group.fields]
    same = sum(pair.same for pair in fields)
    names = (found.first.extraction.by, found.second.extraction.by)
    who = f" ({names[0]} and {names[1]})" if all(names) else ""
    return (
        f"Two people{who} extracted this study, each in a file of their own. They agree in {same} of "
        f"{count_text(len(fields), 'field')} ({_percent(same, len(fields))}). Only the first file is combined."
    )


def _shares(found: ExtractorsAgreement) -> Iterator[tuple[Cell, ...]]:
    for group in found.groups:
        yield _share(_GROUPS[group.group], len(group.fields), group.agreed)
    yield _share("All fields", sum(len(group.fields) for group in found.groups), sum(g.agreed for g in found.groups))


def _share(title: str, compared: int, agreed: int) -> tuple[Cell, ...]:
    return (Cell(title), Cell(f"{compared:,}"), Cell(f"{agreed:,}"), Cell(_percent(agreed, compared)))


def _percent(part: int, whole: int) -> str:
    return share_text(float(Fraction(part, whole)))


def _kappas(found: ExtractorsAgreement) -> tuple[tuple[Cell, ...], ...]:
    return (_kappa("Answers to the questionnaire", found.answers), _kappa("Ranges of the effects", found.ranges))


def _kappa(title: str, one: Kappa) -> tuple[Cell, ...]:
    chance = (NO_VALUE if share is None else number_text(float(share)) for share in (one.observed, one.by_chance))
    return (Cell(title), Cell(str(one.compared)), *map(Cell, chance), Cell(_value(one)))


def _value(one: Kappa) -> str:
    if one.value is not None:
        return number_text(float(one.value))
    if not one.compared:
        return "not defined: nothing to compare"
    return "not defined: chance agreement is 1" if one.by_chance == 1 else f"not defined: fewer than {FEWEST_FOR_KAPPA}"


def _crossed(one: Kappa) -> Table:
    columns = (Column("First extractor"), *(Column(f"Second: {name}", numeric=True) for name in one.categories))
    rows = (
        (Cell(f"First: {name}"), *(Cell(str(count)) for count in row))
        for name, row in zip(one.categories, one.counts, strict=True)
    )
    return Table("Answers to the questionnaire, counted", columns, tuple(rows))


def _differences(found: ExtractorsAgreement) -> Table | None:
    rows = tuple(
        (Cell(pair.field.removeprefix("evidence_models.")), _reading(pair.first), _reading(pair.second))
        for pair in found.differing()
    )
    return Table("Where the two extractors differ", _DIFFERENCES, rows) if rows else None


def _reading(one: FieldReading) -> Cell:
    text = percent_text(one.number, _DIGITS) if one.number is not None else one.text
    return Cell("nothing" if text is None else text, source(one.place))
