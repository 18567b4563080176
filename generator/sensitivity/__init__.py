"""Sensitivity: how far each conclusion depends on studies, thresholds and rules. One question per file."""

from generator.sensitivity.run import run

__all__ = ["run"]
