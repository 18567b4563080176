"""The syntheses of two states of the evidence, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.change import CauseKind, Edit, Rule
from generator.model.review import Review, SynthesisPlan
from generator.model.rules import Policy


@dataclass(frozen=True, slots=True)
class Plans:
    """A synthesis as both states plan it, with its discount and reading policies: each pair is (before, after).

    A state that does not plan it, or does not know a policy, gets that of the other; ``edit`` says which does not
    plan it.
    """

    id: str
    plans: tuple[SynthesisPlan, SynthesisPlan]
    discounts: tuple[Policy, Policy]
    readings: tuple[Policy, Policy]
    edit: Edit | None

    def rules(self) -> frozenset[Rule]:
        """Which of its own rules differ."""
        old, new = self.plans
        kept = {*old.evidence_models} & {*new.evidence_models}
        found = {
            Rule.DISCOUNT: _terms(self.discounts[0]) != _terms(self.discounts[1]),
            Rule.READING: _terms(self.readings[0]) != _terms(self.readings[1]),
            Rule.ORDER: [m for m in old.evidence_models if m in kept] != [m for m in new.evidence_models if m in kept],
        }
        return frozenset(rule for rule, differs in found.items() if differs)


def all_plans(before: Review, after: Review) -> tuple[Plans, ...]:
    """Every synthesis of either state: in the order of the later one, then those that were dropped."""
    old, new = ({plan.id: plan for plan in review.plans} for review in (before, after))
    kept = [_plans(before, after, old.get(name, plan), plan, _planned(name, old)) for name, plan in new.items()]
    gone = [_plans(before, after, old[name], old[name], Edit(CauseKind.DROPPED, name)) for name in old.keys() - new]
    return (*kept, *sorted(gone, key=lambda one: one.id))


def _planned(name: str, old: dict[str, SynthesisPlan]) -> Edit | None:
    return None if name in old else Edit(CauseKind.PLANNED, name)


def _plans(before: Review, after: Review, old: SynthesisPlan, new: SynthesisPlan, edit: Edit | None) -> Plans:
    discounts = before.rules.discount_policies, after.rules.discount_policies
    readings = before.rules.reading_policies, after.rules.reading_policies
    return Plans(
        new.id,
        (old, new),
        (_policy(old.discount, *discounts), _policy(new.discount, *reversed(discounts))),
        (_policy(old.reading, *readings), _policy(new.reading, *reversed(readings))),
        edit,
    )


def _policy(wanted: str, first: Sequence[Policy], second: Sequence[Policy]) -> Policy:
    return next(policy for policy in (*first, *second) if policy.id == wanted)


def _terms(policy: Policy) -> tuple[str, tuple[tuple[str, float], ...]]:
    """What of a policy can change a number."""
    return policy.id, tuple(sorted(policy.parameters))
