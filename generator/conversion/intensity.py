"""From a mean improvement to a range on the scale (method page, equation 3)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.rules import IntensityBand
from generator.model.scale import Intensity, IntensityRange


def intensity_range(mean_percent: float, bands: Sequence[IntensityBand]) -> IntensityRange:
    """The range whose band holds ``|mean_percent|``; upper bounds are inclusive, negative means mirror the scale.

    ``bands`` run from IF outwards and the last has no upper bound.
    """
    found = next(band.range for band in bands if band.up_to is None or abs(mean_percent) <= band.up_to)
    return mirrored(found) if mean_percent < 0 else found


def mirrored(positive: IntensityRange) -> IntensityRange:
    """The range on the other side of IF: WP–PO becomes NE–WN."""
    return IntensityRange(Intensity(6 - positive.high), Intensity(6 - positive.low))
