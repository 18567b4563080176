"""Changes: what differs between two states of the evidence, and what made the difference."""

from generator.changes.compare import compare

__all__ = ["compare"]
