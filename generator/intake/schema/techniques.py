"""The form of ``review/techniques.yaml``: ways of applying the technology."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.intake.schema.refusing import Form
from generator.intake.schema.values import FILLED_MAPPING, Id, Text


class TechniqueForm(Form):
    """A way of applying the technology."""

    title: Text
    meaning: Text = Field(description="What it is, in a sentence.")


class TechniquesForm(Form):
    """The techniques."""

    techniques: Annotated[dict[Id, TechniqueForm], FILLED_MAPPING]
