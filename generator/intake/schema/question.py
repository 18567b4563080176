"""The form of ``review/question.yaml``: what the review asks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.intake.schema.refusing import Form
from generator.intake.schema.values import FILLED_LIST, Arxiv, Doi, Id, Ids, Text, Texts, Url


class PublicationForm(Form):
    """A publication this review rests on."""

    citation: Text = Field(description="The full citation.")
    doi: Doi | None = Field(None, description="The DOI, without https://doi.org/.")
    arxiv: Arxiv | None = Field(None, description="The arXiv number in quotes.")
    role: Text = Field(description="What it is to this review.")


class ArchetypesForm(Form):
    """The four archetypes of an evidence diagram, as this review names them."""

    technology: Text = Field(description="What is applied: the cause.")
    system: Text = Field(description="What it is applied to; it carries the effects.")
    activity: Text = Field(description="When it matters.")
    actor: Text = Field(description="Who applies it.")


class TradeOffForm(Form):
    """The trade-off the home page draws."""

    against: Id = Field(description="The effect that is paid with.")
    resources: Ids = Field(description="The effects that are gained.")


class QuestionForm(Form):
    """What the review asks, and how its pages speak of it."""

    id: Id = Field(description="A short name for the review.")
    title: Text = Field(description="The title of the site.")
    subject: Text = Field(description="The subject, as it reads in the middle of a sentence.")
    question: Text = Field(description="The research question.")
    summary: Text = Field(description="Two or three sentences for the home page.")
    authors: Texts = Field(description="Who curates the review.")
    publications: Annotated[tuple[PublicationForm, ...], FILLED_LIST] | None = Field(
        None, description="The publications it rests on."
    )
    licence: Text = Field(description="The licence of the evidence, for example Apache-2.0.")
    repository: Url | None = Field(None, description="Where the review's files live.")
    archetypes: ArchetypesForm
    trade_off: TradeOffForm
    not_known: Texts | None = Field(None, description="Gaps that the curators see.")
