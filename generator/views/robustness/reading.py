"""The conclusion under other reading policies and thresholds."""

from __future__ import annotations

from generator.model.scenario import ScenarioResult, SensitivityRules
from generator.views.robustness.about import About, changes_sentence, enumerated, number, outcome_table, text
from generator.views.rounding import exact_text
from generator.views.table import Cell, Column, Table
from generator.views.words import in_sentence

TITLE = "Other readings"
DEPENDS_ON = "the reading policy and its threshold"


def asks(rules: SensitivityRules) -> str:
    """What is varied."""
    thresholds = enumerated([exact_text(one) for one in rules.reading.thresholds])
    return f"Every reading policy is tried with a threshold of {thresholds}."


def sentence(about: About) -> str:
    """Which readings matter."""
    return changes_sentence(
        about, "reading", "readings", lambda one: f"{in_sentence(_policy(about, one))} with {_threshold(one)}"
    )


def table(about: About) -> Table:
    """One row per policy and threshold."""
    columns = (
        Column("Reading policy", "How the range is read off the combined masses"),
        Column("Threshold", "Which share of a range's belief a narrower one must keep", numeric=True),
    )
    return outcome_table(
        about,
        "The conclusion under each reading policy and threshold",
        columns,
        lambda one: (Cell(_policy(about, one)), Cell(_threshold(one))),
    )


def _policy(about: About, result: ScenarioResult) -> str:
    return about.review.rules.reading_policy(text(result.value("policy"))).title


def _threshold(result: ScenarioResult) -> str:
    return exact_text(number(result.value("threshold")))
