"""The form of ``review/sensitivity.yaml``: what is asked of every conclusion, and what a verdict needs."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, WithJsonSchema

from generator.intake.schema.refusing import Form, is_number, is_whole, refusing, word, words_schema
from generator.intake.schema.values import FILLED_LIST, FILLED_MAPPING, Share, Text
from generator.model.scenario import WITHOUT_ANSWER, Question

LARGEST_FACTOR = 100
MOST_DRAWS = 10_000_000
LARGEST_SEED = 2**31 - 1

_QUESTIONS = tuple(question.value for question in Question if question not in WITHOUT_ANSWER)
QuestionWord = Annotated[str, words_schema(*_QUESTIONS), word(*_QUESTIONS)]
Factor = Annotated[
    float,
    WithJsonSchema({"type": "number", "minimum": 1 / LARGEST_FACTOR, "maximum": LARGEST_FACTOR}),
    refusing(
        is_number(1 / LARGEST_FACTOR, LARGEST_FACTOR),
        "not-a-number",
        f"a number from {1 / LARGEST_FACTOR} to {LARGEST_FACTOR}",
    ),
]
Draws = Annotated[
    int,
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MOST_DRAWS}),
    refusing(is_whole(1, MOST_DRAWS), "not-a-count", f"a whole number from 1 to {MOST_DRAWS}"),
]
Seed = Annotated[
    int,
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": LARGEST_SEED}),
    refusing(is_whole(0, LARGEST_SEED), "not-a-count", f"a whole number from 0 to {LARGEST_SEED}"),
]
LeastStudies = Annotated[
    int,
    WithJsonSchema({"type": "integer", "minimum": 2, "maximum": 1000}),
    refusing(is_whole(2, 1000), "not-a-count", "a whole number from 2 to 1000"),
]
Factors = Annotated[tuple[Factor, ...], FILLED_LIST]
Shares = Annotated[tuple[Share, ...], FILLED_LIST]


class StudyBeliefForm(Form):
    """How uncertain study beliefs are."""

    half_width: Share = Field(description="A study belief may be this much higher or lower, within its band.")
    draws: Draws = Field(description="How many times all study beliefs are drawn.")
    seed: Seed = Field(description="The start of the random numbers; the same seed gives the same result.")
    because: Text


class IntensityBoundsForm(Form):
    """How the bounds between levels are varied."""

    scale: Factors = Field(description="Factors for all bounds at once.")
    move: Factors = Field(description="Factors for each bound alone.")
    because: Text


class ReadingForm(Form):
    """How the reading of conclusions is varied."""

    thresholds: Shares = Field(description="Thresholds to try with every reading policy, 0 to 1.")
    because: Text


class VerdictForm(Form):
    """From when on a conclusion is robust or fragile."""

    holds_from: Annotated[dict[QuestionWord, Share], FILLED_MAPPING] = Field(
        description="The questions that count, each with the share of its settings under which a conclusion must hold."
    )
    fragile_from: Share = Field(description="The share of failed questions from which on a conclusion is fragile.")
    because: Text


class SubgroupsForm(Form):
    """Which subgroups are formed, and when they disagree."""

    least_studies: LeastStudies = Field(description="How many studies a subgroup needs.")
    unsupported_below: Share = Field(
        description="A subgroup contradicts a range that it leaves less plausibility than this."
    )
    because: Text


class SensitivityForm(Form):
    """What is asked of every conclusion."""

    study_belief: StudyBeliefForm
    intensity_bounds: IntensityBoundsForm
    reading: ReadingForm
    verdict: VerdictForm
    subgroups: SubgroupsForm
