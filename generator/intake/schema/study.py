"""The form of ``studies/<study>.yaml``: one primary study."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.intake.schema.measurement import EffectForm
from generator.intake.schema.refusing import Form, word, words_schema
from generator.intake.schema.values import (
    FILLED_LIST,
    FILLED_MAPPING,
    Arxiv,
    Doi,
    Id,
    Label,
    OneOrMany,
    Share,
    Text,
    Texts,
    Url,
    VersionNumber,
    Year,
)
from generator.model.rules import UnansweredRule
from generator.model.study import Answer, ExtractionKind

_ANSWERS, _KINDS, _RULES = tuple(Answer), tuple(ExtractionKind), tuple(UnansweredRule)
AnswerWord = Annotated[str, words_schema(*_ANSWERS), word(*_ANSWERS)]
KindWord = Annotated[str, words_schema(*_KINDS), word(*_KINDS)]
RuleWord = Annotated[str, words_schema(*_RULES), word(*_RULES)]
Context = Annotated[dict[Id, OneOrMany], FILLED_MAPPING]


class DesignForm(Form):
    """How the study was done, as far as it decides how much it is believed."""

    type: Id = Field(description="A study type of review/belief_rules.yaml.")
    type_in_paper: Text | None = Field(None, description="What the paper calls itself.")
    because: Text = Field(description="Why this type.")


class ExtractionForm(Form):
    """Where the values of this file come from."""

    kind: KindWord = Field(description="paper (read in the paper itself) or summary (somebody's summary of it).")
    source: Text = Field(description="What was read.")
    url: Url | None = Field(None, description="Its address, starting with https://.")
    by: Text | None = Field(None, description="Who extracted the values.")
    note: Text | None = Field(None, description="What a careful reader should know.")


class QualityForm(Form):
    """Either the answers to the quality questionnaire, or a study belief given without them."""

    answers: Annotated[dict[Id, AnswerWord], FILLED_MAPPING] | None = Field(
        None, description="Every item of the questionnaire with yes, no or n/a."
    )
    unanswered_questions: RuleWord | None = Field(
        None, description="The rule for questions with only n/a, where the review's own does not apply."
    )
    given: Share | None = Field(None, description="A study belief, 0 to 1, published without answers.")
    because: Text | None = Field(None, description="Why the study belief is given, or the rule differs.")


class EvidenceModelForm(Form):
    """What the study says about one configuration."""

    context: Context | None = Field(None, description="Technique and aspects of this configuration only.")
    where: Text | None = Field(None, description="The place in the source, for all effects below.")
    note: Text | None = Field(None, description="What a careful reader should know.")
    effects: Annotated[dict[Id, EffectForm], FILLED_MAPPING] = Field(description="What happened to each effect.")


class StudyChangeForm(Form):
    """What a version of the review changed in this file."""

    version: VersionNumber = Field(description='The version, in quotes, for example "2.0".')
    what: Text = Field(description="What changed.")
    because: Text | None = Field(None, description="Why.")


class StudyForm(Form):
    """A primary study."""

    id: Id = Field(description="The name of this file without .yaml.")
    label: Label = Field(description="Its short name in tables and charts, for example S1.")
    title: Text = Field(description="The title of the paper.")
    authors: Texts = Field(description="The authors, in order.")
    year: Year = Field(description="The year of publication.")
    venue: Text | None = Field(None, description="The journal or conference.")
    doi: Doi | None = Field(None, description="The DOI, without https://doi.org/.")
    arxiv: Arxiv | None = Field(None, description='The arXiv number in quotes, for example "2505.00816".')
    url: Url | None = Field(None, description="An address, where there is neither DOI nor arXiv number.")
    also_as: Texts | None = Field(None, description="Other publications of the same study.")
    design: DesignForm
    extraction: ExtractionForm
    quality: QualityForm
    context: Context | None = Field(None, description="Technique and aspects that hold for all evidence models.")
    evidence_models: Annotated[dict[Id, EvidenceModelForm], FILLED_MAPPING] = Field(
        description="The configurations the study compares with its baseline."
    )
    changes: Annotated[tuple[StudyChangeForm, ...], FILLED_LIST] | None = Field(
        None, description="What versions of the review changed in this file."
    )
    notes: Texts | None = Field(None, description="What a careful reader should know about the study.")
