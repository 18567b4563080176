"""Bodies of evidence made of little more than a range and a belief value, for tests of aggregation."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.evidence import Discount, EffectEvidence, StudyBelief
from generator.model.problem import Place
from generator.model.rules import Policy, Source, SourceStatus, UnansweredRule
from generator.model.scale import Intensity, IntensityRange
from generator.model.study import EffectRecord, Stated
from generator.model.synthesis import EffectSynthesis, Mass

SOURCE = Source("a test", SourceStatus.OURS)
EVIDENCE_FACTORY = Policy("evidence_factory", "", "", (("share", 0.75),), SOURCE)
SANTOS_2015 = Policy("santos_2015", "", "", (("share", 0.75),), SOURCE)


def levels(text: str) -> IntensityRange:
    """``WN-IF`` as a range."""
    low, _, high = text.partition("-")
    return IntensityRange(Intensity[low], Intensity[high or low])


def body(text: str, belief_value: float, study: str = "", number: int = 0) -> EffectEvidence:
    found = levels(text)
    place = Place("studies/test.yaml", 1, 1)
    return EffectEvidence(
        evidence_model=f"{study or f'study-{number}'}/m{number}",
        study=study or f"study-{number}",
        effect="accuracy",
        range=found,
        improvement=None,
        study_belief=StudyBelief(belief_value, 0.0, None, (), UnansweredRule.DROPPED),
        discount=Discount("none", (), belief_value),
        record=EffectRecord("accuracy", "accuracy", Stated(found, "a test"), None, None, place),
    )


def bodies(*supports: tuple[str, float]) -> tuple[EffectEvidence, ...]:
    return tuple(body(text, value, number=number) for number, (text, value) in enumerate(supports))


def masses_of(synthesis: EffectSynthesis) -> dict[str, float]:
    return {str(one.range): one.mass for one in synthesis.masses}


def masses(**by_range: float) -> Sequence[Mass]:
    """``masses(WN_IF=0.4)``: underscores stand for the dash."""
    return [Mass(levels(name.replace("_", "-")), value) for name, value in by_range.items()]
