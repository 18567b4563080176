"""What the studies, effects, syntheses and rules of two states of the evidence are called."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.change import CauseKind, Edit, Rule
from generator.model.release import is_version
from generator.model.review import Review
from generator.views import addresses
from generator.views.names import study_name
from generator.views.table import Cell

RULES = {
    Rule.DISCOUNT: "discount policy",
    Rule.INTENSITY: "bounds of the intensity bands",
    Rule.STUDY_BELIEF: "rule for study beliefs",
    Rule.UNANSWERED: "rule for unanswered questions",
    Rule.METRICS: "reading of a metric",
    Rule.READING: "reading policy",
    Rule.ORDER: "order of evidence models",
}
_DONE = {
    CauseKind.ADDED: "was added",
    CauseKind.REMOVED: "was removed",
    CauseKind.CORRECTED: "was corrected",
    CauseKind.INCLUDED: "was taken into the synthesis",
    CauseKind.EXCLUDED: "was taken out of the synthesis",
    CauseKind.PLANNED: "was planned",
    CauseKind.DROPPED: "was dropped",
}


def state_words(name: str) -> str:
    """A state as sentences call it: ``version 1.0``, or what it is called."""
    return f"version {name}" if is_version(name) else name


@dataclass(frozen=True, slots=True)
class Naming:
    """Names as the later state has them; what it does not know, as the earlier one had them."""

    before: Review
    after: Review

    def study(self, study: str) -> Cell:
        """A study with its page: ``Peng et al., 2025 (S14)``. The label of a study that left may be another's now."""
        found = next(one for review in (self.after, self.before) for one in review.studies if one.id == study)
        left = all(one.id != study for one in self.after.studies)
        name = study_name(found).removeprefix(f"{found.label} · ")
        return Cell(f"{name} ({'formerly ' if left else ''}{found.label})", addresses.study(study))

    def effect(self, effect: str) -> str:
        """The title of an effect."""
        known = (*self.after.rules.effects, *self.before.rules.effects)
        return next(one.title for one in known if one.id == effect)

    def synthesis(self, synthesis: str) -> str:
        """The title of a synthesis."""
        known = (*self.after.plans, *self.before.plans)
        return next(one.title for one in known if one.id == synthesis)

    def clause(self, edit: Edit) -> Cell:
        """What was done, as a clause: ``Peng et al., 2025 (S14) was added``; it leads to the study's page."""
        if edit.kind is CauseKind.RULE:
            return Cell(f"the {RULES[Rule(edit.subject)]} changed")
        if edit.kind in (CauseKind.PLANNED, CauseKind.DROPPED):
            return Cell(f"the synthesis “{self.synthesis(edit.subject)}” {_DONE[edit.kind]}")
        subject = self.study(edit.subject)
        return Cell(f"{subject.text} {_DONE[edit.kind]}", subject.link)
