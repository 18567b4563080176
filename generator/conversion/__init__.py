"""Conversion: from measurements to bodies of evidence on the seven-level scale."""

from generator.conversion.convert import Evidence, convert

__all__ = ["Evidence", "convert"]
