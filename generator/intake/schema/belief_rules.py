"""The form of ``review/belief_rules.yaml``: how far a study is believed, and how conclusions are read."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.intake.schema.common import SourceForm
from generator.intake.schema.refusing import Form
from generator.intake.schema.study import RuleWord
from generator.intake.schema.values import FILLED_MAPPING, Id, Number, Share, Text


class StudyTypeForm(Form):
    """A band of study beliefs."""

    title: Text
    lower: Share = Field(description="The lower end of its band, 0 to 1.")
    meaning: Text = Field(description="Which studies belong to it.")
    source: SourceForm


class UnansweredForm(Form):
    """What becomes of a question whose items are all n/a."""

    rule: RuleWord = Field(description="dropped or count_as_zero.")
    source: SourceForm


class PolicyForm(Form):
    """A named policy with its parameters."""

    title: Text
    meaning: Text = Field(description="What it does.")
    parameters: Annotated[dict[Id, Number], FILLED_MAPPING] | None = Field(None, description="Its numbers.")
    source: SourceForm


class ChecklistQuestionForm(Form):
    """A question with its items."""

    text: Text
    items: Annotated[dict[Id, Text], FILLED_MAPPING] = Field(description="The items, by number.")


class ChecklistForm(Form):
    """The quality questionnaire."""

    source: SourceForm
    questions: Annotated[dict[Id, ChecklistQuestionForm], FILLED_MAPPING] = Field(
        description="The questions, by number."
    )


class BeliefRulesForm(Form):
    """Study types, questionnaire and policies."""

    band_width: Share = Field(description="What perfect quality adds to the lower end of a band.")
    study_types: Annotated[dict[Id, StudyTypeForm], FILLED_MAPPING]
    unanswered_questions: UnansweredForm
    discount_policies: Annotated[dict[Id, PolicyForm], FILLED_MAPPING]
    reading_policies: Annotated[dict[Id, PolicyForm], FILLED_MAPPING]
    checklist: ChecklistForm
