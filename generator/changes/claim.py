"""What became of one claim, and which edits made how much of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.aggregation import aggregate_effect
from generator.aggregation.measures import belief
from generator.changes.edits import rule_edit
from generator.changes.plans import Plans
from generator.changes.slots import Made, Slot
from generator.model.change import (
    Cause,
    CauseKind,
    ChangeKind,
    ClaimChange,
    Edit,
    Outcome,
    Rule,
    kind_of,
    shown_gain,
)
from generator.model.evidence import EffectEvidence
from generator.model.scale import IntensityRange
from generator.model.synthesis import EffectSynthesis

NOISE = 12
"""Decimals of a share to which causes are put in order, so that no rounding error decides between two."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with all that decides it; ``edits`` are those that could, in the order of the comparison."""

    plans: Plans
    effect: str
    slots: tuple[Slot, ...]
    edits: tuple[Edit, ...]

    def before(self) -> EffectSynthesis | None:
        """The conclusion before any edit, in the order of the earlier plan."""
        turn = {model: place for place, model in enumerate(self.plans.plans[0].evidence_models)}
        return self._conclusion(frozenset(), lambda piece: turn[piece.evidence_model])

    def after(self, without: Made = frozenset()) -> EffectSynthesis | None:
        """The conclusion after all edits but some, in the order of the slots: the later plan's."""
        return self._conclusion(frozenset(self.edits) - without, None)

    def _conclusion(self, made: Made, turn: Callable[[EffectEvidence], int] | None) -> EffectSynthesis | None:
        """None where nobody plans the synthesis or nothing reports the effect."""
        gate = self.plans.edit
        if gate is not None and (gate in made) != (gate.kind is CauseKind.PLANNED):
            return None
        pieces = [piece for slot in self.slots if (piece := slot.piece(made)) is not None]
        policy = self.plans.readings[rule_edit(Rule.READING) in made]
        pieces = pieces if turn is None else sorted(pieces, key=turn)
        return aggregate_effect(tuple(pieces), policy, by_study=False) if pieces else None


def claim_change(claim: Claim) -> ClaimChange | None:
    """What became of a claim; None if neither state has it."""
    before, after = claim.before(), claim.after()
    if before is None and after is None:
        return None
    kind = kind_of(before, after)
    measured = _measured(before, after)
    change = ClaimChange(
        claim.plans.id,
        claim.effect,
        kind,
        _outcome(before),
        _outcome(after),
        measured,
        _belief(before, measured),
        _belief(after, measured),
        (),
        True,
        0,
    )
    return change if kind is ChangeKind.UNCHANGED else _explained(change, claim)


def _explained(change: ClaimChange, claim: Claim) -> ClaimChange:
    # NumPy is imported only where something changed.
    from generator.changes.game import Game
    from generator.shapley import Shares, shapley

    players = [edit for edit in claim.edits if edit != rule_edit(Rule.READING)]
    shares = Shares((0.0,) * len(players), 0)
    if change.measured is not None and players:
        game = Game(claim.slots, players, change.measured)
        shares = shapley(game.values, len(players), game.width)
    by_edit = dict(zip(players, shares.values, strict=True))
    causes = [
        Cause(edit, by_edit.get(edit, 0.0), _outcome(claim.after(without=frozenset({edit})))) for edit in claim.edits
    ]
    ordered = sorted(causes, key=lambda cause: -round(abs(cause.share), NOISE))
    return replace(change, causes=tuple(ordered), exact=shares.orders == 0, orders=shares.orders)


def _measured(before: EffectSynthesis | None, after: EffectSynthesis | None) -> IntensityRange | None:
    """The range whose belief tells most of the change: the one after it if its belief moved at all."""
    ranges = [one.range for one in (after, before) if one is not None and one.range is not None]
    moved = [one for one in ranges if shown_gain(_belief(before, one), _belief(after, one))]
    return next(iter(moved + ranges), None)


def _belief(conclusion: EffectSynthesis | None, measured: IntensityRange | None) -> float:
    return 0.0 if conclusion is None or measured is None else belief(conclusion.masses, measured)


def _outcome(conclusion: EffectSynthesis | None) -> Outcome | None:
    if conclusion is None:
        return None
    return Outcome(
        conclusion.range, conclusion.belief, conclusion.conflict, len(conclusion.studies), len(conclusion.evidence)
    )
