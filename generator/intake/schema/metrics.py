"""The form of ``review/metrics.yaml``: what can be measured, in which units."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.intake.schema.refusing import Form, word, words_schema
from generator.intake.schema.values import FILLED_MAPPING, Id, Ids, Number, Symbol, Text
from generator.model.rules import Direction

_DIRECTIONS = tuple(Direction)
DirectionWord = Annotated[str, words_schema(*_DIRECTIONS), word(*_DIRECTIONS)]


class UnitForm(Form):
    """A unit, with the values that are possible in it."""

    symbol: Symbol = Field(description='How it is written after a number; "" if it is not.')
    min: Number | None = Field(None, description="The smallest possible value.")
    max: Number | None = Field(None, description="The largest possible value.")


class MetricForm(Form):
    """What is measured for an effect."""

    title: Text
    direction: DirectionWord = Field(description="Which way it improves.")
    units: Ids = Field(description="The units it may be given in, from the list above.")


class MetricsForm(Form):
    """Units and metrics."""

    units: Annotated[dict[Id, UnitForm], FILLED_MAPPING]
    metrics: Annotated[dict[Id, MetricForm], FILLED_MAPPING]
