"""How far two people who read one study agree."""

from __future__ import annotations

from generator.double_extraction.agreement import agreement as agreement

__all__ = ["agreement"]
