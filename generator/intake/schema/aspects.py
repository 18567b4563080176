"""The form of ``review/aspects.yaml``: the contextual aspects of an evidence model."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from generator.intake.schema.refusing import Form, word, words_schema
from generator.intake.schema.values import FILLED_MAPPING, Flag, Id, Number, Text

_ARCHETYPES = ("technology", "system", "activity", "actor")
ArchetypeWord = Annotated[str, words_schema(*_ARCHETYPES), word(*_ARCHETYPES)]


class AspectForm(Form):
    """One aspect."""

    title: Text
    archetype: ArchetypeWord = Field(description="Where it stands in the evidence diagram.")
    vocabulary: Id | None = Field(None, description="The list of allowed terms; any text if left out.")
    many: Flag = Field(False, description="Whether it may have several values.")
    required: Flag = Field(False, description="Whether every evidence model must say it.")
    uniform: Flag = Field(False, description="Whether a mixture within one synthesis is worth a warning.")
    meaning: Text = Field(description="What it is, in a sentence.")


class TermForm(Form):
    """An allowed term; every further key is a numeric attribute of it."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Id, Number] = Field(init=False)

    title: Text


Vocabulary = Annotated[dict[Id, TermForm], FILLED_MAPPING]


class AspectsForm(Form):
    """Aspects and vocabularies."""

    aspects: Annotated[dict[Id, AspectForm], FILLED_MAPPING]
    vocabularies: Annotated[dict[Id, Vocabulary], FILLED_MAPPING] | None = Field(
        None, description="The lists of allowed terms."
    )
