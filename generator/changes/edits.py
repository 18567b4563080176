"""Which edits lead from one state of the evidence to another.

A study is corrected if its file has another text: also where no number was touched, since a reader should know. A
rule is changed if what it makes of the same values could be another.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.changes.plans import Plans, all_plans
from generator.changes.rules import differing
from generator.model.change import CauseKind, Edit, Rule
from generator.model.review import Review


@dataclass(frozen=True, slots=True)
class Edits:
    """``studies`` holds the edit of each study whose file is another one, ``members`` by synthesis and evidence model
    the edit that took the model in or out, ``rules`` the rules that differ for all syntheses alike."""

    plans: tuple[Plans, ...]
    studies: dict[str, Edit]
    members: dict[tuple[str, str], Edit]
    rules: frozenset[Rule]

    def every(self) -> tuple[Edit, ...]:
        """Every edit: of studies, of their place in syntheses, of syntheses, and of rules."""
        changed = self.rules.union(*(one.rules() for one in self.plans))
        return (
            *self.studies.values(),
            *dict.fromkeys(self.members.values()),
            *(one.edit for one in self.plans if one.edit is not None),
            *(rule_edit(rule) for rule in Rule if rule in changed),
        )


def rule_edit(rule: Rule) -> Edit:
    """The edit of a rule."""
    return Edit(CauseKind.RULE, rule.value)


def all_edits(before: Review, after: Review) -> Edits:
    """The edits between two states."""
    plans = all_plans(before, after)
    both = _models(before) & _models(after)
    return Edits(
        plans,
        _studies(_texts(before), _texts(after)),
        {(one.id, model): edit for one in plans for model, edit in _members(one, both).items()},
        differing(before.rules, after.rules),
    )


def _studies(old: dict[str, str], new: dict[str, str]) -> dict[str, Edit]:
    kinds = {(True, True): CauseKind.CORRECTED, (True, False): CauseKind.REMOVED, (False, True): CauseKind.ADDED}
    changed = (study for study in sorted({*old, *new}) if old.get(study) != new.get(study))
    return {study: Edit(kinds[study in old, study in new], study) for study in changed}


def _texts(review: Review) -> dict[str, str]:
    texts = {file.path: file.text for file in review.files}
    return {study.id: texts[study.place.path] for study in review.studies}


def _models(review: Review) -> set[str]:
    return {model.id for study in review.studies for model in study.evidence_models}


def _members(plans: Plans, both: set[str]) -> dict[str, Edit]:
    """Of the evidence models that both states have, those that only one state combines."""
    old, new = (both.intersection(plan.evidence_models) for plan in plans.plans)
    return {
        model: Edit(CauseKind.INCLUDED if model in new else CauseKind.EXCLUDED, model.partition("/")[0], plans.id)
        for model in sorted(old ^ new)
    }
