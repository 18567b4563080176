"""How far conclusions depend on choices: the rules of asking, what each question found, and the verdicts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.scale import IntensityRange
from generator.model.synthesis import Conflict, Synthesis


class Question(StrEnum):
    """What can be asked of a conclusion. The ids and their order are public; each has a file in ``sensitivity``."""

    LEAVE_ONE_STUDY_OUT = "leave_one_study_out"
    LEAVE_ONE_MODEL_OUT = "leave_one_model_out"
    STUDY_SUBSETS = "study_subsets"
    STUDY_BELIEF = "study_belief"
    INTENSITY_BOUNDS = "intensity_bounds"
    DISCOUNT = "discount"
    READING = "reading"
    DEPENDENCE = "dependence"
    RULE = "rule"
    CUMULATIVE = "cumulative"
    WHAT_WOULD_CHANGE = "what_would_change"
    CONFLICT_SHARE = "conflict_share"


WITHOUT_ANSWER = (Question.WHAT_WOULD_CHANGE, Question.CONFLICT_SHARE)
"""Questions whose settings change nothing, so that no conclusion can hold or fail under them."""


@dataclass(frozen=True, slots=True)
class StudyBeliefRule:
    """Study beliefs are uncertain by ± ``half_width``; ``draws`` replications with ``seed`` follow that through."""

    half_width: float
    draws: int
    seed: int
    because: str


@dataclass(frozen=True, slots=True)
class IntensityBoundsRule:
    """All intensity bounds are multiplied by each of ``scale``, and each bound alone by each of ``move``."""

    scale: tuple[float, ...]
    move: tuple[float, ...]
    because: str


@dataclass(frozen=True, slots=True)
class ReadingRule:
    """Thresholds, 0–1, that every reading policy is tried with."""

    thresholds: tuple[float, ...]
    because: str


@dataclass(frozen=True, slots=True)
class VerdictRule:
    """A conclusion passes a question if it holds under at least this share, 0–1, of its settings.

    It is robust if it passes all of ``questions``, fragile if it fails at least the share ``fragile_from`` of them.
    """

    questions: tuple[tuple[Question, float], ...]
    fragile_from: float
    because: str


@dataclass(frozen=True, slots=True)
class SubgroupRule:
    """A subgroup has at least ``least_studies``; a range whose plausibility there is under ``unsupported_below``
    (0–1) is contradicted by it."""

    least_studies: int
    unsupported_below: float
    because: str


@dataclass(frozen=True, slots=True)
class SensitivityRules:
    """What a review asks of its conclusions, and from when on it calls them robust or fragile."""

    study_belief: StudyBeliefRule
    intensity_bounds: IntensityBoundsRule
    reading: ReadingRule
    verdict: VerdictRule
    subgroups: SubgroupRule


@dataclass(frozen=True, slots=True)
class Omission:
    """What leaving evidence out shows.

    ``influence``: the belief in the full synthesis' reported range with it minus without it, in percentage points.
    ``flip_distance``: by how much belief, 0–1, the range reported without it leads its best competitor (see
    ``generator.sensitivity.margin``). Both None where there is no range.
    """

    influence: float | None
    flip_distance: float | None


@dataclass(frozen=True, slots=True)
class StudyShare:
    """In what share, 0–1, of the combinations with and without a study the conclusion holds; and in what share of those
    where it does not hold the study takes part. None where there are no such combinations."""

    study: str
    holding_with: float | None
    holding_without: float | None
    part_of_failing: float | None


@dataclass(frozen=True, slots=True)
class SubsetShares:
    """By study that reports the effect. ``most_in_failing`` takes part in more of the combinations where the conclusion
    does not hold than any other study, ``most_missing`` is missing from more of them; None where several are alike."""

    studies: tuple[StudyShare, ...]
    most_in_failing: str | None
    most_missing: str | None


@dataclass(frozen=True, slots=True)
class BeliefQuantiles:
    """5 %, 50 % and 95 % quantiles, by nearest rank, of the belief in the full synthesis' reported range."""

    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True)
class Moved:
    """Evidence models whose range became another one."""

    evidence_models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """The range reported from the smallest belief value on; None if nothing changes, or no result would be left."""

    becomes: IntensityRange | None


SettingValue = str | int | float | tuple[str, ...] | None
Setting = tuple[tuple[str, SettingValue], ...]
"""Named values that say what was varied, in the order of the public contract."""
Extra = Omission | SubsetShares | BeliefQuantiles | Moved | Turn | None


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """What one setting of one question makes of the conclusion about an effect.

    ``range`` is the reported range (None: nothing left, nothing supported, or total conflict) and ``belief`` its
    belief, 0–1. ``extra`` is what only this question can tell.
    """

    question: Question
    effect: str
    setting: Setting
    range: IntensityRange | None
    belief: float | None
    conflict: Conflict
    extra: Extra = None

    def value(self, name: str) -> SettingValue:
        """A value of the setting by name. Raises ``KeyError`` if it has none of that name."""
        return dict(self.setting)[name]


class Robustness(StrEnum):
    """The verdicts. ``no_conclusion``: there is no reported range that could hold."""

    ROBUST = "robust"
    DEPENDS = "depends"
    FRAGILE = "fragile"
    NO_CONCLUSION = "no_conclusion"


@dataclass(frozen=True, slots=True)
class Trial:
    """How a conclusion fared under one question: the share, 0–1, of settings under which it holds, the share it
    needs, and the settings that flipped it (none are listed where only a share is known)."""

    question: Question
    holding: float
    needed: float
    flipped: tuple[Setting, ...]

    @property
    def passed(self) -> bool:
        """Whether it holds often enough."""
        return self.holding >= self.needed


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the conclusion about an effect is robust, with every trial that counts."""

    effect: str
    robustness: Robustness
    trials: tuple[Trial, ...]

    @property
    def reasons(self) -> tuple[Trial, ...]:
        """The trials that it failed."""
        return tuple(trial for trial in self.trials if not trial.passed)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a subgroup says about an effect, beside the full synthesis.

    ``plausibility_of_full`` is Pl, in the subgroup, of the range the full synthesis reports. ``contradicts`` says
    that the subgroup reports another range and leaves the full synthesis' one too little plausibility.
    """

    effect: str
    full_range: IntensityRange | None
    full_belief: float | None
    range: IntensityRange | None
    belief: float | None
    plausibility_of_full: float | None
    studies: int
    contradicts: bool


@dataclass(frozen=True, slots=True)
class Subgroup:
    """The synthesis of the evidence models that share ``value`` of ``aspect`` (``technique`` or an aspect's id)."""

    aspect: str
    value: str
    synthesis: Synthesis
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class SynthesisSensitivity:
    """Everything asked of one synthesis.

    ``results`` by effect, then question, then setting. ``verdicts`` has one per effect, or none if a question that
    counts was not asked.
    """

    synthesis: Synthesis
    results: tuple[ScenarioResult, ...]
    verdicts: tuple[Verdict, ...]
    subgroups: tuple[Subgroup, ...]
    _by_question: dict[tuple[str, Question], list[ScenarioResult]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def of(self, effect: str, question: Question) -> tuple[ScenarioResult, ...]:
        """The results of one question about one effect, in the order of their settings."""
        if not self._by_question:
            for one in self.results:
                self._by_question.setdefault((one.effect, one.question), []).append(one)
        return tuple(self._by_question.get((effect, question), ()))

    def verdict(self, effect: str) -> Verdict | None:
        """The verdict on the conclusion about an effect, None if it was not reached."""
        return next((one for one in self.verdicts if one.effect == effect), None)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The sensitivity of every synthesis of a review, in the order of its plans."""

    syntheses: tuple[SynthesisSensitivity, ...]

    def of(self, synthesis: str) -> SynthesisSensitivity:
        """That of one synthesis. Raises ``KeyError`` if it was not asked for."""
        for one in self.syntheses:
            if one.synthesis.id == synthesis:
                return one
        raise KeyError(synthesis)
