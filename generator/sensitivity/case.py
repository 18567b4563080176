"""One conclusion to be questioned, and what another setting makes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.aggregation import aggregate_effect
from generator.aggregation.conflict import support
from generator.aggregation.simple_support import Support
from generator.model.evidence import EffectEvidence
from generator.model.review import Review, SynthesisPlan
from generator.model.rules import Policy
from generator.model.scale import RANGES, IntensityRange
from generator.model.scenario import Extra, Question, ScenarioResult, Setting
from generator.model.synthesis import Conflict, EffectSynthesis

NO_CONFLICT = Conflict(0.0, 0.0, 0.0)
"""The conflict of no evidence at all."""

MOST_STUDIES = 22
"""Of how many studies every combination is looked at: each one more doubles time and memory (22: 100 MB)."""


@dataclass(frozen=True, slots=True)
class Case:
    """The conclusion about one effect of one synthesis of a review."""

    review: Review
    plan: SynthesisPlan
    conclusion: EffectSynthesis

    @property
    def policy(self) -> Policy:
        """The reading policy of the synthesis."""
        return self.review.rules.reading_policy(self.plan.reading)

    @property
    def evidence(self) -> tuple[EffectEvidence, ...]:
        """The bodies of evidence behind the conclusion, in aggregation order."""
        return self.conclusion.evidence

    @property
    def range(self) -> IntensityRange | None:
        """The reported range, whose fate is asked."""
        return self.conclusion.range

    @property
    def place(self) -> int | None:
        """Where the reported range stands in ``RANGES``."""
        return None if self.range is None else RANGES.index(self.range)

    @property
    def all_studies(self) -> tuple[str, ...]:
        """The studies of the synthesis, whether or not they report the effect, in order of first appearance."""
        return tuple(dict.fromkeys(model.partition("/")[0] for model in self.plan.evidence_models))

    def models_by_study(self) -> Counter[str]:
        """N: the evidence models of each study in the synthesis, whether or not they report the effect."""
        return Counter(model.partition("/")[0] for model in self.plan.evidence_models)

    def units(self) -> list[list[Support]]:
        """The simple supports of each study that reports the effect, in the order of ``conclusion.studies``."""
        found: dict[str, list[Support]] = {}
        for piece in self.evidence:
            found.setdefault(piece.study, []).append(support(piece))
        return list(found.values())

    def again(self, evidence: Sequence[EffectEvidence], policy: Policy | None = None) -> EffectSynthesis | None:
        """The conclusion that other evidence, or another reading policy, leads to; None without any evidence."""
        return aggregate_effect(tuple(evidence), policy or self.policy, by_study=False) if evidence else None


def scenario(
    case: Case,
    question: Question,
    setting: Setting,
    evidence: Sequence[EffectEvidence],
    *,
    policy: Policy | None = None,
    extra: Callable[[EffectSynthesis | None], Extra] | None = None,
) -> ScenarioResult:
    """What ``evidence`` leads to in the place of the case's own; ``extra`` sees the new conclusion."""
    found = case.again(evidence, policy)
    return ScenarioResult(
        question=question,
        effect=case.conclusion.effect,
        setting=setting,
        range=None if found is None else found.range,
        belief=None if found is None else found.belief,
        conflict=NO_CONFLICT if found is None else found.conflict,
        extra=None if extra is None else extra(found),
    )


def unchanged(case: Case, question: Question, setting: Setting, extra: Extra = None) -> ScenarioResult:
    """A result that keeps the case's own conclusion and tells something about it."""
    whole = case.conclusion
    return ScenarioResult(question, whole.effect, setting, whole.range, whole.belief, whole.conflict, extra)
