"""Evidence about an effect, converted to the scale, with its whole derivation."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.problem import Place
from generator.model.rules import UnansweredRule
from generator.model.scale import IntensityRange
from generator.model.study import EffectRecord


@dataclass(frozen=True, slots=True)
class Improvement:
    """Relative improvement in percent, positive is better, with its spread over the observations.

    ``each`` lists the improvement of every pair (empty for reported statistics). ``std`` uses n − 1 and is
    None for one observation; ``iqr`` uses quartiles by nearest rank; ``count`` is None if only the number of
    independent ``clusters`` (n_eff) is known.
    """

    mean: float
    std: float | None
    iqr: float | None
    count: int | None
    clusters: int
    each: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """A question of the questionnaire: numbers of yes and no, and its score 0–1 (None if all n/a)."""

    question: str
    yes: int
    no: int
    score: float | None


@dataclass(frozen=True, slots=True)
class StudyBelief:
    """B of a study, 0–1: the band's lower end plus 0.25 × quality.

    ``quality`` is None, and ``scores`` empty, where a publication gave B without its answers.
    """

    value: float
    lower: float
    quality: float | None
    scores: tuple[QuestionScore, ...]
    unanswered: UnansweredRule


@dataclass(frozen=True, slots=True)
class Discount:
    """What a discount policy made of a study belief: named intermediate factors and the belief value, 0–1."""

    policy: str
    factors: tuple[tuple[str, float], ...]
    belief_value: float


@dataclass(frozen=True, slots=True)
class EffectEvidence:
    """One body of evidence: ``belief_value`` on ``range``, the rest on Θ.

    ``improvement`` is None for a stated range. ``record`` is the entry of the evidence file it came from.
    """

    evidence_model: str
    study: str
    effect: str
    range: IntensityRange
    improvement: Improvement | None
    study_belief: StudyBelief
    discount: Discount
    record: EffectRecord

    @property
    def belief_value(self) -> float:
        """Mass on the range after the discount, before combining, 0–1."""
        return self.discount.belief_value

    @property
    def place(self) -> Place:
        """Where the evidence file says it."""
        return self.record.place
