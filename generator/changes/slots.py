"""The places for bodies of evidence in a claim, and which edits decide what stands in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.changes.bodies import Bodies, Report
from generator.changes.edits import Edits, rule_edit
from generator.changes.plans import Plans
from generator.model.change import CauseKind, Edit, Rule
from generator.model.evidence import EffectEvidence

Made = frozenset[Edit]
"""Edits that were made."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of an evidence model in a claim.

    ``pieces`` holds what stands there for every choice of ``controls``, by bit mask (bit k: control k was made);
    None is nothing. ``turn`` sorts slots into the order of aggregation: evidence models of the later plan first, then
    those that only the earlier one has.
    """

    turn: int
    controls: tuple[Edit, ...]
    pieces: tuple[EffectEvidence | None, ...]

    def piece(self, made: Made) -> EffectEvidence | None:
        """What stands here once some edits are made."""
        return self.pieces[sum((edit in made) << place for place, edit in enumerate(self.controls))]


@dataclass(frozen=True, slots=True)
class _Place:
    """An evidence model that could speak in a claim: what it says (before, after) and whether it is combined."""

    reports: tuple[Report | None, Report | None]
    planned: tuple[bool, bool]
    both: bool
    file: Edit | None
    member: Edit | None


def slots(bodies: Bodies, edits: Edits, plans: Plans, effect: str) -> tuple[Slot, ...]:
    """The slots of a claim, in the order of aggregation; those where nothing ever stands are left out."""
    old, new = (plan.evidence_models for plan in plans.plans)
    order = {model: turn for turn, model in enumerate(dict.fromkeys((*new, *old)))}
    rules = sorted((plans.rules() | edits.rules) - {Rule.READING, Rule.ORDER}, key=list(Rule).index)
    planned = frozenset(old), frozenset(new)
    found = []
    for model, reports in bodies.reports.get(effect, {}).items():
        if model in order:
            file = edits.studies.get(model.partition("/")[0])
            member = edits.members.get((plans.id, model))
            place = _Place(reports, (model in planned[0], model in planned[1]), bodies.has_both(model), file, member)
            found.append(_slot(order[model], place, rules, bodies, plans))
    return tuple(sorted((slot for slot in found if any(slot.pieces)), key=lambda slot: slot.turn))


def _slot(turn: int, place: _Place, rules: Sequence[Rule], bodies: Bodies, plans: Plans) -> Slot:
    controls = [edit for edit in (place.file, place.member) if edit is not None] + [rule_edit(rule) for rule in rules]
    pieces = [_piece(place, made, bodies, plans) for made in _every(controls)]
    return _pruned(Slot(turn, tuple(controls), tuple(pieces)))


def _every(controls: Sequence[Edit]) -> Iterator[Made]:
    for mask in range(2 ** len(controls)):
        yield frozenset(edit for place, edit in enumerate(controls) if mask >> place & 1)


def _piece(place: _Place, made: Made, bodies: Bodies, plans: Plans) -> EffectEvidence | None:
    rules = frozenset(Rule(edit.subject) for edit in made if edit.kind is CauseKind.RULE)
    # The file of a study that nobody edited can still read another way by other default metrics.
    after = place.file in made if place.file else Rule.METRICS in rules or Rule.METRICS not in bodies.rules
    report = place.reports[after]
    if report is None or not _combined(place, after, made):
        return None
    return bodies.body(report, after, rules, plans.discounts)


def _combined(place: _Place, after: bool, made: Made) -> bool:
    """Whether the evidence model is combined: as its own state plans, or else as the edit of its membership says."""
    if not place.both:
        return place.planned[after]
    if place.member is None:
        return place.planned[1]
    return (place.member in made) == (place.member.kind is CauseKind.INCLUDED)


def _pruned(slot: Slot) -> Slot:
    """The slot without the controls that change nothing."""
    for bit in reversed(range(len(slot.controls))):
        pieces = slot.pieces
        off = [piece for mask, piece in enumerate(pieces) if not mask >> bit & 1]
        on = [piece for mask, piece in enumerate(pieces) if mask >> bit & 1]
        if all(_says(one) == _says(other) for one, other in zip(off, on, strict=True)):
            controls = slot.controls[:bit] + slot.controls[bit + 1 :]
            slot = Slot(slot.turn, controls, tuple(on))
    return slot


def _says(piece: EffectEvidence | None) -> object:
    return None if piece is None else (piece.range, piece.belief_value)
