"""The edits between two states of the evidence, with the reasons their files give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.change import CauseKind, Comparison, Edit, Rule
from generator.model.release import is_version, version_order
from generator.model.review import Review, SynthesisPlan
from generator.model.rules import UnansweredRule
from generator.views.changes.naming import RULES, Naming
from generator.views.changes.words import listed
from generator.views.rounding import exact_text
from generator.views.table import Link

_WORDS = {
    CauseKind.ADDED: "added",
    CauseKind.REMOVED: "removed",
    CauseKind.CORRECTED: "corrected",
    CauseKind.INCLUDED: "taken into “{}”",
    CauseKind.EXCLUDED: "taken out of “{}”",
}
WHOLE = {CauseKind.PLANNED: "new", CauseKind.DROPPED: "no longer part of the review"}
"""What is said of a synthesis that only one state has."""
_UNANSWERED = {UnansweredRule.DROPPED: "dropped", UnansweredRule.ZERO: "counted as zero"}
EDITED = "edited without a change of any conclusion’s evidence"


@dataclass(frozen=True, slots=True)
class StudyView:
    """A study that was edited: ``did`` says what was done to it, ``reasons`` why, as far as its file tells."""

    kind: str
    name: str
    title: str
    link: Link | None
    did: str
    reasons: tuple[str, ...]


def changed_studies(comparison: Comparison, naming: Naming) -> tuple[StudyView, ...]:
    """The studies that were added, removed, corrected or moved, in this order."""
    found = [edit for edit in comparison.edits if edit.kind in _WORDS]
    found.sort(key=lambda edit: list(_WORDS).index(edit.kind))
    return tuple(_study(edit, comparison, naming) for edit in found)


def _study(edit: Edit, comparison: Comparison, naming: Naming) -> StudyView:
    name = naming.study(edit.subject)
    assert name.link is not None
    did = _WORDS[edit.kind].format(naming.synthesis(edit.synthesis) if edit.synthesis else "")
    idle = edit.kind is CauseKind.CORRECTED and edit in comparison.idle
    reasons = tuple(_reasons(edit, comparison, naming))
    return StudyView(edit.kind.value, name.text, _title(edit, naming), name.link, EDITED if idle else did, reasons)


def _title(edit: Edit, naming: Naming) -> str:
    known = (*naming.after.studies, *naming.before.studies)
    return next(one.bibliography.title for one in known if one.id == edit.subject)


def _reasons(edit: Edit, comparison: Comparison, naming: Naming) -> Iterator[str]:
    if edit.kind is CauseKind.REMOVED:
        yield from (one.because for one in naming.after.search.withdrawn if one.study == edit.subject)
    if edit.kind is CauseKind.CORRECTED:
        for change in naming.after.study(edit.subject).changes:
            if change in naming.before.study(edit.subject).changes or not _since(change.version, comparison.before):
                continue
            yield f"{change.what} {change.because}" if change.because else change.what


def _since(version: str, before: str) -> bool:
    """Whether a change belongs to a version after the earlier state, as far as that is a version."""
    return not (is_version(version) and is_version(before)) or version_order(version) > version_order(before)


def changed_rules(comparison: Comparison, naming: Naming) -> tuple[str, ...]:
    """A sentence for every rule that changed, and for every synthesis that came or went."""
    found: list[str] = []
    for edit in comparison.edits:
        if edit.kind is CauseKind.RULE:
            found.extend(_rule(Rule(edit.subject), naming))
        elif edit.kind in WHOLE:
            found.append(f"The synthesis “{naming.synthesis(edit.subject)}” is {WHOLE[edit.kind]}.")
    return tuple(found)


def _rule(rule: Rule, naming: Naming) -> Iterator[str]:
    title = f"The {RULES[rule]}"
    if rule in (Rule.DISCOUNT, Rule.READING):
        yield from _policies(rule, title, naming)
    elif rule is Rule.INTENSITY:
        yield from _bounds(title, naming)
    elif rule is Rule.UNANSWERED:
        was, now = (_UNANSWERED[review.rules.unanswered] for review in (naming.before, naming.after))
        yield f"{title} changed: such questions were {was}, and are {now}."
    else:
        yield f"{title} changed."


def _policies(rule: Rule, title: str, naming: Naming) -> Iterator[str]:
    where: dict[tuple[str, str], list[str]] = {}
    for plan in naming.after.plans:
        old = next((one for one in naming.before.plans if one.id == plan.id), None)
        if old is not None:
            was, now = _policy(naming.before, rule, old), _policy(naming.after, rule, plan)
            if was != now:
                where.setdefault((was, now), []).append(f"“{plan.title}”")
    for (was, now), titles in where.items():
        yield f"{title} of {listed(titles)} changed from “{was}” to “{now}”."


def _policy(review: Review, rule: Rule, plan: SynthesisPlan) -> str:
    rules = review.rules
    policy = rules.discount_policy(plan.discount) if rule is Rule.DISCOUNT else rules.reading_policy(plan.reading)
    numbers = ", ".join(f"{name.replace('_', ' ')} {exact_text(value)}" for name, value in policy.parameters)
    return f"{policy.title} ({numbers})" if numbers else policy.title


def _bounds(title: str, naming: Naming) -> Iterator[str]:
    """The families whose bounds differ; an effect that moved to another family has no line of its own."""
    old, new = (dict(review.rules.intensity_bands) for review in (naming.before, naming.after))
    moved = [one for one in naming.after.rules.families if one.id in old and old[one.id] != new[one.id]]
    for family in moved:
        was, now = (
            ", ".join(f"{one.range} up to {exact_text(one.up_to)} %" for one in bands if one.up_to is not None)
            for bands in (old[family.id], new[family.id])
        )
        yield f"{title} of “{family.title}” changed from “{was}” to “{now}”."
    if not moved:
        yield f"{title} changed for some effects."
