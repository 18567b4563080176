"""The record of a release, ``release.json``: as a tool wrote it, and as nobody may have bent it since."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from generator.intake.characters import FORBIDDEN
from generator.intake.schema.refusing import refusing, word
from generator.intake.schema.values import Id, Label, ModelId, Text
from generator.model.scale import Intensity

_VISIBLE = refusing(lambda value: not FORBIDDEN.search(str(value)), "forbidden-character", "visible text")
_Text = Annotated[Text, _VISIBLE]
_Label = Annotated[Label, _VISIBLE]
_Level = Annotated[str, word(*(level.name for level in Intensity))]
_Share = Annotated[float, Field(ge=0, le=1)]
_Count = Annotated[int, Field(ge=0)]


class _Record(BaseModel):
    """Other keys are for other readers."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True, allow_inf_nan=False)


class ConflictRecord(_Record):
    """``weight`` is not negative; the last step and the weight are missing under total conflict."""

    last_step: _Share | None
    total: _Share
    weight: Annotated[float, Field(ge=0)] | None


class ConclusionRecord(_Record):
    """What was concluded of an effect."""

    effect: Id
    title: _Text
    studies: _Count
    evidence_models: _Count
    range: Annotated[tuple[_Level, ...], Field(min_length=1, max_length=len(Intensity))] | None
    belief: _Share | None
    plausibility: _Share | None
    ignorance: _Share | None
    conflict: ConflictRecord


class SynthesisRecord(_Record):
    """What was concluded in a synthesis, from which evidence models in which order."""

    id: Id
    title: _Text
    reading: Id
    discount: Id
    evidence_models: tuple[ModelId, ...]
    effects: tuple[ConclusionRecord, ...]


class StudyRecord(_Record):
    """A study as it was called then."""

    id: Id
    label: _Label
    title: _Text


class ReleaseRecord(_Record):
    """``digest`` is the SHA-256 of the evidence."""

    version: str
    released: date
    digest: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    search_date: date | None
    studies: tuple[StudyRecord, ...]
    syntheses: tuple[SynthesisRecord, ...]
