"""Bodies of evidence under some of the edits: of either version of a study, by the rules of either state.

A study that cannot be converted by the rules of the other state (it does not answer their questionnaire, or lacks
the statistic that their discount policy needs) is converted by those of its own: in the attribution, the change of
that rule then does not concern it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from generator.changes.rules import mixed
from generator.conversion.convert import piece
from generator.conversion.study_belief import study_belief
from generator.model.change import Rule
from generator.model.evidence import EffectEvidence, StudyBelief
from generator.model.review import Review
from generator.model.rules import MethodRules, Policy
from generator.model.study import EffectRecord, EvidenceModel, Study

Report = tuple[Study, EvidenceModel, EffectRecord]
"""What an evidence model of a study says about an effect, as its file has it."""


class Bodies:
    """The studies of two states, and what mixtures of their rules make of them.

    ``made`` is always the set of rules, of those that differ, that are already as they are afterwards.
    """

    def __init__(self, before: Review, after: Review, rules: frozenset[Rule]) -> None:
        self.reviews = before, after
        self.rules = rules
        self._mixed: dict[tuple[bool, frozenset[Rule]], MethodRules] = {}
        self._beliefs: dict[tuple[str, bool, frozenset[Rule]], StudyBelief] = {}

    @cached_property
    def reports(self) -> dict[str, dict[str, tuple[Report | None, Report | None]]]:
        """By effect and evidence model: what is said (before, after)."""
        found: dict[str, dict[str, tuple[Report | None, Report | None]]] = {}
        for after, review in enumerate(self.reviews):
            for study in review.studies:
                for model in study.evidence_models:
                    for record in model.effects:
                        about = found.setdefault(record.effect, {})
                        said, report = about.get(model.id, (None, None)), (study, model, record)
                        about[model.id] = (said[0], report) if after else (report, said[1])
        return found

    @cached_property
    def _models(self) -> tuple[frozenset[str], frozenset[str]]:
        old, new = (
            [model.id for study in review.studies for model in study.evidence_models] for review in self.reviews
        )
        return frozenset(old), frozenset(new)

    def has_both(self, model: str) -> bool:
        """Whether both states have this evidence model."""
        return all(model in known for known in self._models)

    def body(
        self, report: Report, after: bool, made: frozenset[Rule], policies: tuple[Policy, Policy]
    ) -> EffectEvidence:
        """The body of evidence of a report of one version of a study; ``policies`` are the discounts."""
        study, model, record = report
        rules, belief = self._rules(after, made), self._belief(study, after, made)
        try:
            return piece(model, record, belief, policies[Rule.DISCOUNT in made], rules)
        except ValueError:
            return piece(model, record, belief, policies[after], rules)

    def _belief(self, study: Study, after: bool, made: frozenset[Rule]) -> StudyBelief:
        key = study.id, after, made & {Rule.STUDY_BELIEF, Rule.UNANSWERED}
        if key not in self._beliefs:
            rules, own = self._rules(after, made), self.reviews[after].rules
            try:
                self._beliefs[key] = study_belief(_answering(study, rules), rules)
            except KeyError:
                self._beliefs[key] = study_belief(study, own)
        return self._beliefs[key]

    def _rules(self, after: bool, made: frozenset[Rule]) -> MethodRules:
        key = after, made & self.rules
        if key not in self._mixed:
            borrowed = self.rules - made if after else self.rules & made
            own, other = self.reviews[after].rules, self.reviews[not after].rules
            self._mixed[key] = mixed(own, other, sorted(borrowed))
        return self._mixed[key]


def _answering(study: Study, rules: MethodRules) -> Study:
    """The study with the review's rule for questions that are all n/a, unless it has one of its own."""
    if study.quality.unanswered_because is not None or study.quality.unanswered is rules.unanswered:
        return study
    return replace(study, quality=replace(study.quality, unanswered=rules.unanswered))
