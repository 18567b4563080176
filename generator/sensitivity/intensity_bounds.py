"""Does the conclusion hold if the bounds between levels lie elsewhere?

All bounds of all families are scaled together, and each bound of the effect's own family is moved alone, unless it
would reach or cross its neighbour. Ranges are read again from the improvements; stated ranges stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from generator.conversion.intensity import intensity_range
from generator.model.evidence import EffectEvidence
from generator.model.rules import IntensityBand
from generator.model.scenario import Moved, Question, ScenarioResult, Setting
from generator.sensitivity.case import Case, scenario

QUESTION = Question.INTENSITY_BOUNDS
Bands = tuple[IntensityBand, ...]


def run(case: Case) -> tuple[ScenarioResult, ...]:
    """The scaled bounds first, then each moved bound from IF outwards; bounds are in percent of improvement."""
    family = case.review.rules.effect(case.conclusion.effect).family
    bands = case.review.rules.bands(family)
    return tuple(_result(case, setting, varied) for setting, varied in chain(_scaled(case, bands), _moved(case, bands)))


def _scaled(case: Case, bands: Bands) -> Iterator[tuple[Setting, Bands]]:
    for factor in case.review.sensitivity.intensity_bounds.scale:
        yield (("scale", factor),), tuple(replace(band, up_to=_times(band.up_to, factor)) for band in bands)


def _moved(case: Case, bands: Bands) -> Iterator[tuple[Setting, Bands]]:
    family = case.review.rules.effect(case.conclusion.effect).family
    for place, band in enumerate(bands[:-1]):
        for factor in case.review.sensitivity.intensity_bounds.move:
            value = _times(band.up_to, factor)
            if value is not None and value != band.up_to and _fits(bands, place, value):
                setting = (("family", family), ("bound", band.up_to), ("value", value))
                yield setting, (*bands[:place], replace(band, up_to=value), *bands[place + 1 :])


def _times(bound: float | None, factor: float) -> float | None:
    """The product as a person would write it: 0.8 × 2 is 1.6, not 1.6000000000000001."""
    return None if bound is None else float(f"{bound * factor:.12g}")


def _fits(bands: Bands, place: int, value: float) -> bool:
    below = bands[place - 1].up_to if place else None
    above = bands[place + 1].up_to
    return (below is None or value > below) and (above is None or value < above)


def _result(case: Case, setting: Setting, bands: Bands) -> ScenarioResult:
    evidence = [_ranged(piece, bands) for piece in case.evidence]
    pairs = zip(evidence, case.evidence, strict=True)
    moved = Moved(tuple(new.evidence_model for new, old in pairs if new.range != old.range))
    return scenario(case, QUESTION, setting, evidence, extra=lambda _: moved)


def _ranged(piece: EffectEvidence, bands: Sequence[IntensityBand]) -> EffectEvidence:
    if piece.improvement is None:
        return piece
    return replace(piece, range=intensity_range(piece.improvement.mean, bands))
