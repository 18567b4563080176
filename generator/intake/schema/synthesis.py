"""The form of ``syntheses/<synthesis>.yaml``: which evidence models are combined, and how."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.intake.schema.common import RangeCode
from generator.intake.schema.refusing import Form, word, words_schema
from generator.intake.schema.values import (
    FILLED_LIST,
    FILLED_MAPPING,
    LONG_LIST,
    Count,
    Decimals,
    Id,
    ModelId,
    Share,
    Text,
    Url,
)

_ACTIONS = ("joined", "removed", "kept")
ActionWord = Annotated[str, words_schema(*_ACTIONS), word(*_ACTIONS)]


class ConceptForm(Form):
    """What was done about an aspect in which the evidence models differ."""

    aspect: Id = Field(description="An aspect of review/aspects.yaml, or technique.")
    action: ActionWord = Field(description="joined (into a more general concept), removed or kept.")
    into: Text | None = Field(None, description="The more general concept, if joined.")
    because: Text = Field(description="Why.")


class PublishedResultForm(Form):
    """A conclusion as somebody published it."""

    range: RangeCode = Field(description="The published range.")
    belief: Share = Field(description="The published belief, 0 to 1.")
    evidence_models: Count | None = Field(None, description="How many evidence models were behind it.")
    studies: Count | None = Field(None, description="How many studies were behind it.")
    note: Text | None = Field(None, description="What a careful reader should know.")


class PublishedForm(Form):
    """A publication's results for this synthesis, to be compared with ours."""

    source: Text = Field(description="The publication.")
    url: Url | None = Field(None, description="Its address, starting with https://.")
    decimals: Decimals = Field(description="How many decimals it prints.")
    note: Text | None = Field(None, description="What a careful reader should know.")
    results: Annotated[dict[Id, PublishedResultForm], FILLED_MAPPING] = Field(description="Results by effect.")


class SynthesisForm(Form):
    """A planned synthesis."""

    id: Id = Field(description="The name of this file without .yaml.")
    title: Text = Field(description="Its title.")
    description: Text = Field(description="Which evidence it combines, in a sentence.")
    reading: Id = Field(description="A reading policy of review/belief_rules.yaml.")
    discount: Id = Field(description="A discount policy of review/belief_rules.yaml.")
    order_note: Text = Field(description="Where the order of the evidence models comes from.")
    evidence_models: Annotated[tuple[ModelId, ...], LONG_LIST] = Field(
        description="The evidence models, as study/model, in the order in which they are combined."
    )
    concepts: Annotated[tuple[ConceptForm, ...], FILLED_LIST] | None = Field(
        None, description="Decisions about aspects in which the evidence models differ."
    )
    published: PublishedForm | None = Field(None, description="Published results to compare with.")
