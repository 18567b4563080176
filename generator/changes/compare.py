"""The stage: two states of the evidence become what changed between them, and why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes.bodies import Bodies
from generator.changes.claim import Claim, claim_change
from generator.changes.edits import Edits, all_edits, rule_edit
from generator.changes.slots import slots
from generator.model.change import ClaimChange, Comparison, Edit, Rule
from generator.model.review import Review


def compare(before: Review, after: Review, before_name: str, after_name: str) -> Comparison:
    """What became of every claim between two states, each change attributed to its causes.

    Causes are found by recomputation: the claim is concluded again with only some of the edits made (of the files of
    studies, of their place in the synthesis, of the rules), and each edit gets the average of what it adds to the
    belief in the measured range. The belief counts as 0 under total conflict, where there is none, and where nothing
    reports the effect. A change of the reading policy moves no mass, so its share is 0: what the claim would be
    without it tells its part. ``before_name`` and ``after_name`` are what the states are called.
    """
    edits = all_edits(before, after)
    claims = list(_claims(before, after, edits))
    found = [change for claim in claims if (change := claim_change(claim)) is not None]
    moving = {edit for claim in claims for edit in claim.edits}
    idle = tuple(edit for edit in edits.every() if edit not in moving)
    return Comparison(before_name, after_name, edits.every(), _ordered(found, after), idle)


def _claims(before: Review, after: Review, edits: Edits) -> Iterator[Claim]:
    bodies, every = Bodies(before, after, edits.rules), edits.every()
    known = (effect.id for review in (after, before) for effect in review.rules.effects)
    effects = tuple(dict.fromkeys(known))
    for plans in edits.plans:
        own: set[Edit] = set() if plans.edit is None else {plans.edit}
        if Rule.READING in plans.rules():
            own.add(rule_edit(Rule.READING))
        for effect in effects:
            found = slots(bodies, edits, plans, effect)
            if found:
                deciding = own.union(*(slot.controls for slot in found))
                yield Claim(plans, effect, found, tuple(edit for edit in every if edit in deciding))


def _ordered(found: list[ClaimChange], after: Review) -> tuple[ClaimChange, ...]:
    """The claims in the order of the later state, those that it has no more at the end."""
    return tuple(sorted(found, key=lambda claim: claim.after is None))
