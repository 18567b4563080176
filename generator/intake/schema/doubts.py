"""The form of ``review/doubts.yaml``: what is possible but implausible."""

from __future__ import annotations

from pydantic import Field

from generator.intake.schema.refusing import Form
from generator.intake.schema.values import Id, NotNegative, Share, Text


class StudyShareForm(Form):
    """When one study supplies too much of a synthesis."""

    over: Share = Field(description="The share of a synthesis' evidence models, 0 to 1.")
    because: Text


class NearZeroMeanForm(Form):
    """When a mean says little because it is near zero and the spread is large."""

    within_percent: NotNegative = Field(description="How near to zero, in percent.")
    spread_over_percent: NotNegative = Field(description="How large a standard deviation or interquartile range.")
    because: Text


class RatioLimitForm(Form):
    """An improvement that the numbers behind two aspects do not allow."""

    effect: Id = Field(description="The effect that is limited.")
    new: Id = Field(description="The aspect whose term carries the attribute with the technology.")
    old: Id = Field(description="The aspect whose term carries the attribute without it.")
    attribute: Id = Field(description="The numeric attribute of the terms.")
    because: Text


class DoubtsForm(Form):
    """When to warn."""

    study_share: StudyShareForm
    near_zero_mean: NearZeroMeanForm
    ratio_limits: tuple[RatioLimitForm, ...] = Field((), description="Limits on improvements.")
