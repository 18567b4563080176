"""Range codes of evidence files."""

from __future__ import annotations

from generator.model.scale import Intensity, IntensityRange


def range_of(code: str) -> IntensityRange:
    """``WP-PO`` as a range."""
    return IntensityRange.of(*(Intensity[name] for name in code.split("-")))
