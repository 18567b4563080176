"""The form of ``review/intensity_rules.yaml``: how a mean improvement becomes a range on the scale."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.intake.schema.common import RangeCode, SourceForm
from generator.intake.schema.refusing import Form
from generator.intake.schema.values import FILLED_LIST, FILLED_MAPPING, Id, NotNegative


class BandForm(Form):
    """One step of the scale."""

    range: RangeCode = Field(description="The range for improvements; mirrored for the worse.")
    up_to: NotNegative | None = Field(
        None, description="The largest improvement in percent, inclusive; left out in the last band."
    )


Bands = Annotated[tuple[BandForm, ...], FILLED_LIST]


class IntensityRulesForm(Form):
    """The bands of each family."""

    source: SourceForm
    bands: Annotated[dict[Id, Bands], FILLED_MAPPING] = Field(description="Bands by family, from IF outwards.")
