"""Groups of keys that several kinds of file share."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from generator.intake.schema.refusing import Form, word, words_schema
from generator.intake.schema.values import Text, Url
from generator.model.rules import SourceStatus
from generator.model.scale import Intensity

_STATUSES = tuple(SourceStatus)
_CODES = tuple(level.name for level in Intensity)
RANGE_CODES = _CODES + tuple(f"{low}-{high}" for low, high in pairwise(_CODES))
"""The 13 ranges a file may state: one level, or two adjacent ones from negative to positive."""

Status = Annotated[str, words_schema(*_STATUSES), word(*_STATUSES)]
RangeCode = Annotated[str, words_schema(*RANGE_CODES), word(*RANGE_CODES, kind="wrong-range")]


def range_code(text: str) -> str | None:
    """The range a person meant who wrote the right levels in another way: ``wp``, ``WP-IF`` or ``IF to WP``."""
    levels = [level for level in re.findall("[A-Z]+", text.upper()) if level in _CODES]
    codes = ("-".join(levels), "-".join(reversed(levels)))
    return next((code for code in codes if code in RANGE_CODES), None)


class SourceForm(Form):
    """Where a choice comes from."""

    text: Text = Field(description="The source in words.")
    status: Status = Field(
        description="seen (read in a primary source), second-hand, inferred, or ours (this review's own choice)."
    )
    url: Url | None = Field(None, description="Its address, starting with https://.")
