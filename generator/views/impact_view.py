"""What a change of the evidence does, in words and tables: what its page and its report print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.change import CauseKind, ClaimChange, Edit
from generator.model.evidence import EffectEvidence
from generator.model.impact import FirmnessChange, Impact
from generator.model.scenario import Robustness
from generator.views import addresses, rounding
from generator.views.changes.naming import Naming
from generator.views.changes.overview import ChangesView, ClaimView, changes_view
from generator.views.changes.words import points, range_words
from generator.views.impact_corrected import Corrected, corrected_studies
from generator.views.robustness.verdict import WORDS
from generator.views.table import Cell, Column, Link, Table

_ORDER = (Robustness.NO_CONCLUSION, Robustness.FRAGILE, Robustness.DEPENDS, Robustness.ROBUST)
_COLUMNS = (
    Column("Synthesis"),
    Column("Effect"),
    Column("The study found"),
    Column("Known before"),
    Column("Compared", "How what the study found lies to what was known, and what it does to the conflict"),
    Column("Influence, in points", "Hundredths of belief that adding the study makes in the conclusion", numeric=True),
    Column("Without the study", "The conclusion now, had only this study not been added"),
)


@dataclass(frozen=True, slots=True)
class NewStudy:
    """A study that was added. ``table`` is None if none of its evidence is combined; ``unused`` are the evidence
    models of which nothing is."""

    title: str
    link: Link
    table: Table | None
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Firmness:
    """Conclusions that became more robust, or more fragile, a sentence each."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Warnings:
    """Warnings that came, each with the line it is about, or that went: their lines are not there any more."""

    title: str
    warnings: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ImpactView:
    """``nothing`` tells that there is nothing else to say."""

    nothing: bool
    changes: ChangesView
    new: tuple[NewStudy, ...]
    corrected: tuple[Corrected, ...]
    firmness: tuple[Firmness, ...]
    warnings: tuple[Warnings, ...]


def impact_view(impact: Impact) -> ImpactView:
    """The impact, ready to be printed; nothing in it links to what the site of the later state does not have."""
    naming = Naming(impact.before, impact.after)
    changes = _within_site(impact, changes_view(impact.comparison, impact.before, impact.after))
    return ImpactView(
        changes.nothing and not impact.doubts and not impact.settled,
        changes,
        tuple(_new(impact, study, naming) for study in dict.fromkeys(piece.study for piece in impact.new)),
        corrected_studies(impact, naming),
        tuple(_firmness(impact, naming)),
        tuple(_warnings(impact)),
    )


def claims(impact: Impact, piece: EffectEvidence) -> list[ClaimChange]:
    """The claims that a body of evidence is part of."""
    plans = [plan.id for plan in impact.after.plans if piece.evidence_model in plan.evidence_models]
    found = (impact.comparison.of(plan, piece.effect) for plan in plans)
    return [claim for claim in found if claim is not None]


def compared(piece: EffectEvidence, claim: ClaimChange) -> str:
    """How what a study found compares with the range reported without it."""
    before = claim.before.range if claim.before else None
    if before is None:
        return "new"
    if piece.range.mask & before.mask == piece.range.mask:
        return "agrees"
    if piece.range.mask & before.mask:
        return "agrees in part"
    return "worse than was known" if piece.range.high < before.low else "better than was known"


def _new(impact: Impact, study: str, naming: Naming) -> NewStudy:
    pieces = [piece for piece in impact.new if piece.study == study]
    rows = tuple(_row(piece, claim, naming) for piece in pieces for claim in claims(impact, piece))
    unused = dict.fromkeys(piece.evidence_model for piece in pieces if not claims(impact, piece))
    name = naming.study(study).text
    table = Table(f"What {name} found, beside what was known", _COLUMNS, rows) if rows else None
    if table and len(impact.after.plans) == 1:
        table = replace(table, columns=_COLUMNS[1:], rows=tuple(row[1:] for row in rows))
    return NewStudy(f"{name} beside what was known", addresses.study(study), table, tuple(unused))


def _row(piece: EffectEvidence, claim: ClaimChange, naming: Naming) -> tuple[Cell, ...]:
    measured = piece.improvement
    number = "" if measured is None else f" ({rounding.percent_text(measured.mean)})"
    found = f"{piece.evidence_model.partition('/')[2]}: {piece.range.words}{number}"
    before = claim.before.range if claim.before else None
    return (
        Cell(naming.synthesis(claim.synthesis)),
        Cell(naming.effect(piece.effect), addresses.finding(claim.synthesis, piece.effect)),
        Cell(found, addresses.derivation(piece.evidence_model, piece.effect)),
        Cell("nothing" if before is None else before.words),
        Cell(f"{compared(piece, claim)}{_conflict(claim)}"),
        *_influence(piece.study, claim),
    )


def _conflict(claim: ClaimChange) -> str:
    """The weight of conflict of the claim in both states, if it differs."""
    sides = [rounding.weight_text(one.conflict.weight) for one in (claim.before, claim.after) if one is not None]
    return f"; weight of conflict {' → '.join(sides)}" if len(set(sides)) > 1 else ""


def _influence(study: str, claim: ClaimChange) -> tuple[Cell, Cell]:
    """The share of adding the study, with all its evidence models, in the change of the claim."""
    added = Edit(CauseKind.ADDED, study)
    cause = next((one for one in claim.causes if one.edit == added), None)
    if cause is None:
        return Cell(rounding.NO_VALUE), Cell(rounding.NO_VALUE if claim.causes else "unchanged")
    return Cell(points(cause.share)), Cell("none" if cause.without is None else range_words(cause.without))


def _firmness(impact: Impact, naming: Naming) -> Iterator[Firmness]:
    for title, wanted in (("More robust", 1), ("More fragile", -1)):
        sentences = tuple(_sentence(one, naming) for one in impact.firmness if _direction(one) == wanted)
        if sentences:
            yield Firmness(title, sentences)


def _direction(one: FirmnessChange) -> int:
    return 1 if _ORDER.index(one.after) > _ORDER.index(one.before) else -1


def _sentence(one: FirmnessChange, naming: Naming) -> str:
    several = len({plan.id for review in (naming.before, naming.after) for plan in review.plans}) > 1
    claim = naming.effect(one.effect) + (f" ({naming.synthesis(one.synthesis)})" if several else "")
    return f"{claim}: {WORDS[one.before]} before, {WORDS[one.after]} now."


def _warnings(impact: Impact) -> Iterator[Warnings]:
    if impact.doubts:
        yield Warnings("New warnings", tuple(Cell(str(one), addresses.source(one.place)) for one in impact.doubts))
    if impact.settled:
        yield Warnings("Warnings that went", tuple(Cell(str(one)) for one in impact.settled))


def _within_site(impact: Impact, view: ChangesView) -> ChangesView:
    """The changes without links to what the site of the later state does not have."""
    studies = {addresses.study(one.id).page for one in impact.after.studies}
    findings = {addresses.finding(one.synthesis, one.effect).page for one in impact.comparison.claims if one.after}
    known = frozenset(studies | findings)
    return replace(
        view,
        groups=tuple(replace(group, claims=tuple(_claim(one, known) for one in group.claims)) for group in view.groups),
        syntheses=tuple(replace(whole, table=_table(whole.table, known)) for whole in view.syntheses),
        studies=tuple(replace(study, link=_link(study.link, known)) for study in view.studies),
    )


def _claim(one: ClaimView, known: frozenset[str]) -> ClaimView:
    causes = None if one.causes is None else _table(one.causes, known)
    return replace(one, link=_link(one.link, known), causes=causes)


def _table(table: Table, known: frozenset[str]) -> Table:
    rows = tuple(tuple(replace(cell, link=_link(cell.link, known)) for cell in row) for row in table.rows)
    return replace(table, rows=rows)


def _link(link: Link | None, known: frozenset[str]) -> Link | None:
    return link if link is not None and link.page in known else None
