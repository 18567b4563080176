"""The stage: two readings of a study become how far they agree, field by field and beyond chance."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.conversion.convert import pieces
from generator.double_extraction.kappa import kappa
from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.second_extraction import (
    ExtractorsAgreement,
    FieldGroup,
    FieldPair,
    FieldReading,
    GroupAgreement,
    Kappa,
    Scale,
    SecondExtraction,
)
from generator.model.study import Answer, Study

SAME = 1e-9
"""Percentage points by which the same improvement may differ: what adding doubles in another order makes."""
_ANSWERS = tuple(answer.value for answer in Answer)


def agreement(review: Review) -> tuple[ExtractorsAgreement, ...]:
    """How far the extractors agree on each study that two have read, in the order of the files."""
    return tuple(_agreement(review, second) for second in review.second_extractions)


def _agreement(review: Review, second: SecondExtraction) -> ExtractorsAgreement:
    first = review.study(second.study.id)
    followed = tuple(_followed(_pieces(review, first), _pieces(review, second.study)))
    fields = (*second.fields, *followed)
    ranges = [pair for pair in followed if pair.scale is Scale.RANGE]
    return ExtractorsAgreement(
        first,
        second.study,
        tuple(_groups(fields)),
        _kappa((pair for pair in fields if pair.scale is Scale.ANSWER), _ANSWERS),
        _kappa(ranges, tuple(dict.fromkeys(each for pair in ranges for each in _texts(pair)))),
    )


def _groups(fields: tuple[FieldPair, ...]) -> Iterator[GroupAgreement]:
    for group in FieldGroup:
        if found := tuple(pair for pair in fields if pair.group is group):
            yield GroupAgreement(group, found)


def _kappa(fields: Iterable[FieldPair], categories: tuple[str, ...]) -> Kappa:
    return kappa([_texts(pair) for pair in fields], categories)


def _texts(pair: FieldPair) -> tuple[str, str]:
    assert pair.first.text is not None
    assert pair.second.text is not None
    return pair.first.text, pair.second.text


def _pieces(review: Review, study: Study) -> dict[tuple[str, str], EffectEvidence]:
    """What follows from a study, by evidence model and effect. Neither range nor improvement knows of a discount."""
    alone = replace(review, studies=(study,))
    found = pieces(alone, review.rules.discount_policies[0])
    return {(piece.evidence_model, piece.effect): piece for piece in found}


def _followed(
    first: dict[tuple[str, str], EffectEvidence], second: dict[tuple[str, str], EffectEvidence]
) -> Iterator[FieldPair]:
    """The improvement and the range of each effect that both report."""
    for key in (key for key in first if key in second):
        one, other = first[key], second[key]
        field = f"evidence_models.{key[0].partition('/')[2]}.effects.{key[1]}"
        same = one.range == other.range
        sides = [FieldReading(each.range.words, each.place) for each in (one, other)]
        yield FieldPair(FieldGroup.EFFECTS, f"{field}: range", sides[0], sides[1], same, Scale.RANGE)
        if one.improvement is not None and other.improvement is not None:
            yield _improvement(f"{field}: improvement", one, other)


def _improvement(field: str, one: EffectEvidence, other: EffectEvidence) -> FieldPair:
    first, second = (each.improvement.mean for each in (one, other) if each.improvement is not None)
    same = math.isclose(first, second, rel_tol=0, abs_tol=SAME)
    readings = FieldReading(repr(first), one.place, first), FieldReading(repr(second), other.place, second)
    return FieldPair(FieldGroup.EFFECTS, field, readings[0], readings[1], same)
