"""The form of ``review/living.yaml``: how the review is kept alive."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.intake.schema.refusing import Form, word, words_schema
from generator.intake.schema.values import FILLED_LIST, Orcid, Text, Texts, Url

STATUSES = ("active", "paused", "retired")
LivingStatus = Annotated[str, words_schema(*STATUSES), word(*STATUSES)]


class PersonForm(Form):
    """Somebody who keeps the review."""

    name: Text = Field(description="The person, or the group.")
    roles: Texts = Field(description="What they do for the review.")
    affiliation: Text | None = Field(None, description="Where they work.")
    orcid: Orcid | None = Field(None, description="The ORCID iD, for example 0000-0002-1825-0097.")


class LivingForm(Form):
    """How the review is kept alive, as PRISMA-LSR asks."""

    status: LivingStatus = Field(description="active, paused or retired.")
    mode: Text = Field(description="What is living about it: what is updated, and how it is published.")
    why: Text = Field(description="Why it is living.")
    schedule: Text = Field(description="How often is searched.")
    update_rule: Text = Field(description="What leads to a new version.")
    retirement_rule: Text = Field(description="When the review stops being living.")
    people: Annotated[tuple[PersonForm, ...], FILLED_LIST] = Field(description="Who keeps it, and in which role.")
    contact: Url | None = Field(None, description="Where to write to, starting with https://.")
    protocol: Text | None = Field(None, description="Where the protocol is, and since when.")
    funding: Text | None = Field(None, description="Who pays for it.")
    interests: Text | None = Field(None, description="Competing interests of those who keep it.")
