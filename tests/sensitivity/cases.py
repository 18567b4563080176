"""Conclusions made up for tests of sensitivity, and the exact arithmetic to hold them against."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from generator.aggregation.aggregate import aggregate_effect
from generator.aggregation.reading import read
from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.rules import Policy
from generator.model.scale import RANGES, IntensityRange
from generator.model.synthesis import Mass
from generator.sensitivity.case import Case
from tests.bodies import EVIDENCE_FACTORY, body
from tests.oracles import exact

NARROW = tuple(one for one in RANGES if one.width <= 2)

belief_values = st.one_of(
    st.integers(1, 999).map(lambda thousandths: thousandths / 1000), st.just(1.0), st.just(0.5), st.just(0.25)
)
supports = st.tuples(st.integers(0, 4), st.sampled_from(NARROW), belief_values)


@st.composite
def evidence(draw: st.DrawFn, most: int = 7) -> tuple[EffectEvidence, ...]:
    """Bodies of evidence from up to five studies."""
    drawn = draw(st.lists(supports, min_size=1, max_size=most))
    return tuple(
        body(str(one).replace("–", "-"), value, study=f"study-{study}", number=number)
        for number, (study, one, value) in enumerate(drawn)
    )


def case_of(
    review: Review, pieces: Sequence[EffectEvidence], reading: Policy = EVIDENCE_FACTORY, silent: int = 0
) -> Case:
    """The case of a synthesis of these bodies; ``silent`` more studies are in it and do not report the effect."""
    models = (*(piece.evidence_model for piece in pieces), *(f"silent-{number}/all" for number in range(silent)))
    plan = replace(review.plans[0], reading=reading.id, evidence_models=models)
    return Case(review, plan, aggregate_effect(tuple(pieces), reading))


def exactly(pieces: Iterable[EffectEvidence], *others: exact.Masses) -> exact.Exact:
    return exact.combine([*(exact.simple_support(one.range.mask, one.belief_value) for one in pieces), *others])


def reported(found: exact.Exact, policy: Policy) -> IntensityRange | None:
    """What is read off exact masses."""
    if found.masses is None:
        return None
    masses = [Mass(one, float(found.masses[one.mask])) for one in RANGES if one.mask in found.masses]
    return read(masses, policy).range


def weight(found: exact.Exact) -> float:
    if found.kept == 0:
        return math.inf
    lost = float(1 - found.kept)
    return -math.log1p(-lost) / math.log(10) if lost < 0.5 else -math.log10(found.kept)


def near_tie(found: exact.Exact, policy: Policy) -> bool:
    """Whether some comparison of a reading policy is so close that rounding could decide it, without being a tie."""
    if found.masses is None:
        return False
    beliefs = [float(exact.belief(found.masses, one.mask)) for one in RANGES]
    factors = (1.0, policy.parameter("share"))
    gaps = (abs(one - factor * other) for one in beliefs for other in beliefs for factor in factors)
    return any(1e-14 < gap < 1e-9 for gap in gaps)
