"""What has been measured: the evidence models of a synthesis, laid out by what they have in common."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.synthesis import EffectSynthesis

TECHNIQUE = "technique"
"""The axis that is no contextual aspect."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """The evidence models that share ``values``, one per axis (None: the aspect is not known), in aggregation order,
    and what they alone lead to about each effect that they report."""

    values: tuple[str | None, ...]
    evidence_models: tuple[str, ...]
    conclusions: tuple[EffectSynthesis, ...]

    def about(self, effect: str) -> EffectSynthesis | None:
        """What these evidence models say about an effect; None if none of them reports it."""
        return next((one for one in self.conclusions if one.effect == effect), None)


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """One layout of a synthesis. ``axes`` are ``technique`` or ids of aspects; only combinations that occur have a
    row, in the order of the techniques and vocabularies, what is not known last."""

    synthesis: str
    axes: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
