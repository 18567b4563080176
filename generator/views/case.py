"""What some of the evidence says to somebody who has to decide: what got worse first, then what is lost and gained, and
what nobody measured. The script of the page says the same of any choice (``assets/js/case/answer.js``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.model.coverage import TECHNIQUE
from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.scale import Intensity, IntensityRange
from generator.model.scenario import Subgroup
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views import addresses
from generator.views.axes import axis_title, value_title
from generator.views.names import slug
from generator.views.rounding import count_text, percent_text
from generator.views.subgroup import path
from generator.views.table import Link
from generator.views.words import conclusion, evidence_base

MOST = 6
"""How many single results that got worse are named."""
SIDES = (
    ("lost", "What is lost"),
    ("gained", "What is gained"),
    ("same", "What does not change noticeably"),
    ("either", "What may go either way"),
    ("none", "What the evidence leaves open"),
)
"""Where a conclusion stands, by its range, and the heading."""
TECHNOLOGY = "technology"
"""The archetype of aspects that tell what is done."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and where its evidence is."""

    text: str
    link: Link
    more: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What evidence models that have something in common say. ``unmeasured`` are (id, title) of effects that none of
    them reports, ``technique`` is what a study of them would be asked for, None if any; ``link`` leads to the same
    evidence at length, None if there is no such page."""

    value: str
    title: str
    studies: int
    size: str
    lead: str
    worse: tuple[Line, ...]
    rest: str
    sides: tuple[tuple[str, tuple[Line, ...]], ...]
    unmeasured: tuple[tuple[str, str], ...]
    technique: str | None
    link: Link | None


def answers(review: Review, full: Synthesis, groups: Iterable[Subgroup]) -> dict[str, tuple[str, tuple[Answer, ...]]]:
    """For each aspect (by id) its title and an answer for each of its values; ``full`` is what the groups divide."""
    found: dict[str, list[Answer]] = {}
    for group in groups:
        value, part = (group.aspect, group.value), group.synthesis
        one = answer(review, full, value, part.evidence_models, part.effects, Link(path(review, group)))
        found.setdefault(group.aspect, []).append(one)
    return {aspect: (axis_title(review, aspect), tuple(each)) for aspect, each in found.items()}


def widening(review: Review, groups: Iterable[Subgroup]) -> tuple[str, ...]:
    """The aspects in the order in which they are given up where too little evidence is left.

    Where and on what a technology is used is given up before what is done with it; of both, first the aspect whose
    subgroups speak against the full synthesis on the smallest share of effects.
    """
    against: dict[str, list[bool]] = {}
    for group in groups:
        against.setdefault(group.aspect, []).extend(one.contradicts for one in group.comparisons)

    def place(aspect: str) -> tuple[bool, Fraction]:
        technology = aspect == TECHNIQUE or review.rules.aspect(aspect).archetype == TECHNOLOGY
        return technology, Fraction(sum(against[aspect]), max(len(against[aspect]), 1))

    return tuple(sorted(against, key=place))


def side(found: IntensityRange | None) -> str:
    """On which side of *indifferent* a range lies: one of ``SIDES``."""
    if found is None:
        return "none"
    if found.low < Intensity.IF < found.high:
        return "either"
    if found.low < Intensity.IF:
        return "lost"
    return "gained" if found.high > Intensity.IF else "same"


def lead(pieces: Iterable[EffectEvidence]) -> str:
    """How many single results got worse, and how many better, as a sentence."""
    everything = tuple(pieces)
    worse = sum(one.range.high < Intensity.IF for one in everything)
    better = sum(one.range.low > Intensity.IF for one in everything)
    return f"Of {count_text(len(everything), 'single result')}, {worse} got worse and {better} got better."


def answer(
    review: Review,
    full: Synthesis,
    value: tuple[str, str],
    evidence_models: Sequence[str],
    conclusions: Sequence[EffectSynthesis],
    link: Link | None = None,
    technique: str | None = None,
) -> Answer:
    """What ``evidence_models``, which share the ``value`` (aspect, value), say by their ``conclusions``."""
    aspect, shared = value
    pieces = tuple(piece for one in conclusions for piece in one.evidence)
    worse = worst_first(pieces)
    studies = len({piece.study for piece in pieces})
    models = count_text(len(evidence_models), "evidence model")
    reported = {one.effect for one in conclusions}
    return Answer(
        value=shared,
        title=value_title(review, aspect, shared),
        studies=studies,
        size=f"{models} from {count_text(studies, 'study', 'studies')}",
        lead=lead(pieces),
        worse=tuple(_worse(review, piece) for piece in worse[:MOST]),
        rest=rest(len(worse)),
        sides=tuple(_sides(review, full, conclusions)),
        unmeasured=tuple((each.id, each.title) for each in review.rules.effects if each.id not in reported),
        technique=shared if aspect == TECHNIQUE else technique,
        link=link,
    )


def worst_first(pieces: Iterable[EffectEvidence]) -> list[EffectEvidence]:
    """The results whose whole range is negative: lowest range first, then the lowest improvement."""
    worse = [piece for piece in pieces if piece.range.high < Intensity.IF]
    return sorted(
        worse, key=lambda one: (one.range.low, one.range.high, one.improvement.mean if one.improvement else 0)
    )


def rest(worse: int) -> str:
    """How many more there are than are named; empty if none."""
    return f"And {worse - MOST} more." if worse > MOST else ""


def _worse(review: Review, piece: EffectEvidence) -> Line:
    effect, study = review.rules.effect(piece.effect), review.study(piece.study)
    stated = "stated" if piece.improvement is None else percent_text(piece.improvement.mean)
    text = f"{effect.title}: {stated} ({piece.range}), {study.label} {slug(piece.evidence_model)}"
    return Line(text, addresses.derivation(piece.evidence_model, piece.effect))


def _sides(
    review: Review, full: Synthesis, conclusions: Sequence[EffectSynthesis]
) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for name, title in SIDES:
        lines = tuple(_line(review, full, one) for one in conclusions if side(one.range) == name)
        if lines:
            yield title, lines


def _line(review: Review, full: Synthesis, one: EffectSynthesis) -> Line:
    text = conclusion(review.rules.effect(one.effect), one)
    return Line(text, addresses.finding(full.id, one.effect), f"{evidence_base(one)}.")
