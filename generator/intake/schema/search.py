"""The form of ``review/search.yaml``: how the studies were found."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.intake.schema.refusing import Form, word, words_schema
from generator.intake.schema.values import (
    FILLED_LIST,
    Arxiv,
    Date,
    Doi,
    Id,
    Label,
    MaybeCount,
    Text,
    Texts,
    VersionNumber,
)

PHASES = ("identification", "screening", "included")
Phase = Annotated[str, words_schema(*PHASES), word(*PHASES)]


class CountForm(Form):
    """So many of something."""

    what: Text = Field(description="What is counted, for example the database, or the reason for leaving.")
    number: MaybeCount = Field(description="How many, or unknown.")
    why: Text | None = Field(None, description="The reason, or what a careful reader should know.")


Counts = Annotated[tuple[CountForm, ...], FILLED_LIST]


class FlowStepForm(Form):
    """One box of the selection flow."""

    title: Text = Field(description="What the box says, for example Records found.")
    phase: Phase = Field(description="identification, screening or included, as PRISMA names them.")
    unit: Text = Field(description="What is counted: records, studies, evidence models.")
    number: MaybeCount = Field(description="How many, or unknown.")
    parts: Counts | None = Field(None, description="What the number is made of.")
    joined: Counts | None = Field(None, description="What came in at this step from outside the flow.")
    left: Counts | None = Field(None, description="What did not go on to the next step.")
    note: Text | None = Field(None, description="What a careful reader should know.")


class WithdrawnForm(Form):
    """A study that an earlier version held and this one does not."""

    study: Id = Field(description="The id it had.")
    label: Label = Field(description="The label it had, for example S4.")
    title: Text = Field(description="The title of the paper.")
    doi: Doi | None = Field(None, description="The DOI, without https://doi.org/.")
    arxiv: Arxiv | None = Field(None, description="The arXiv number in quotes.")
    since: VersionNumber = Field(description='The first version without it, in quotes, for example "2.0".')
    because: Text = Field(description="Why it left the review.")


class SearchForm(Form):
    """How the studies were found. The word unknown is a statement too."""

    sources: Texts = Field(description="Where was searched.")
    last_search: Date = Field(description="When it was last searched, as 2024-05-31, or unknown.")
    next_promised: Date = Field(description="When it will be searched next, as 2024-05-31, or unknown.")
    period: Text = Field(description="Which years of publication were searched, or unknown.")
    inclusion: Texts = Field(description="What a study must be like.")
    exclusion: Texts = Field(description="What it must not be like.")
    flow: Annotated[tuple[FlowStepForm, ...], FILLED_LIST] | None = Field(
        None, description="The selection in numbers, from what was found to what is included."
    )
    withdrawn: Annotated[tuple[WithdrawnForm, ...], FILLED_LIST] | None = Field(
        None, description="Studies of earlier versions that are no longer here, and why."
    )
    note: Text | None = Field(None, description="What a careful reader should know.")
