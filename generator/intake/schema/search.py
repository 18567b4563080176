"""The form of ``review/search.yaml``: how the studies were found."""

from __future__ import annotations

from pydantic import Field

from generator.intake.schema.refusing import Form
from generator.intake.schema.values import Date, Text, Texts


class SearchForm(Form):
    """How the studies were found. The word unknown is a statement too."""

    sources: Texts = Field(description="Where was searched.")
    last_search: Date = Field(description="When it was last searched, as 2024-05-31, or unknown.")
    next_promised: Date = Field(description="When it will be searched next, as 2024-05-31, or unknown.")
    period: Text = Field(description="Which years of publication were searched, or unknown.")
    inclusion: Texts = Field(description="What a study must be like.")
    exclusion: Texts = Field(description="What it must not be like.")
    note: Text | None = Field(None, description="What a careful reader should know.")
