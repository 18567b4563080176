"""The form of ``review/effects.yaml``: the effects the review speaks about."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.intake.schema.refusing import Form
from generator.intake.schema.values import FILLED_MAPPING, Id, Ids, Text


class FamilyForm(Form):
    """Effects that share intensity bounds."""

    title: Text
    description: Text = Field(description="What its effects have in common.")


class EffectDefinitionForm(Form):
    """One quality of the system that the technology may change."""

    title: Text
    family: Id = Field(description="Its family, from the list above.")
    metrics: Ids = Field(description="Metrics of review/metrics.yaml; the first is the default.")
    meaning: Text = Field(description="What it is, in a sentence.")
    better: Text = Field(description="What happens when it changes to the user's benefit.")
    worse: Text = Field(description="What happens when it changes to the user's detriment.")


class EffectsForm(Form):
    """The effects and their families."""

    families: Annotated[dict[Id, FamilyForm], FILLED_MAPPING]
    effects: Annotated[dict[Id, EffectDefinitionForm], FILLED_MAPPING]
