"""Reads the evidence strictly and gives a review, or every problem found."""

from __future__ import annotations

from generator.intake.load import Loaded, load

__all__ = ["Loaded", "load"]
