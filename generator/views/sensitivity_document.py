"""The sensitivity of conclusions as a document and as text: what ``sensitivity`` prints.

Imports neither pandas nor altair, because the command must start fast.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.model.review import Review
from generator.model.scale import IntensityRange
from generator.model.scenario import ScenarioResult, Subgroup, SynthesisSensitivity, Verdict
from generator.model.synthesis import EffectSynthesis
from generator.views.aggregation_document import level_names
from generator.views.robustness.question import QuestionView, question_views
from generator.views.robustness.subgroups import subgroup_sentence
from generator.views.robustness.verdict import WORDS, verdict_sentence
from generator.views.rounding import belief_text
from generator.views.table import Table
from generator.views.text_columns import aligned_lines, one_line

FORMAT = 1
"""Version of the document's shape; a change that breaks readers raises it."""

_INDENT = "  "


def as_document(sensitivity: SynthesisSensitivity) -> dict[str, Any]:
    """The document of ``sensitivity --format json``: plain dicts and lists, unrounded numbers, fixed order of keys.

    ``extra`` of a result holds what only its question can tell.
    """
    return {
        "format": FORMAT,
        "synthesis": sensitivity.synthesis.id,
        "results": [_result(one) for one in sensitivity.results],
        "verdicts": [_verdict(one) for one in sensitivity.verdicts],
        "subgroups": [_subgroup(one) for one in sensitivity.subgroups],
    }


def as_text(review: Review, sensitivity: SynthesisSensitivity, *, tables: bool) -> str:
    """Verdicts and sentences for a terminal, and with ``tables`` every result; ends with a newline."""
    each = [list(_about(review, sensitivity, one, tables=tables)) for one in sensitivity.synthesis.effects]
    blocks = [_overview(review, sensitivity), *each]
    return "\n\n".join("\n".join(map(str.rstrip, block)) for block in blocks) + "\n"


def _result(one: ScenarioResult) -> dict[str, Any]:
    document = {
        "question": one.question.value,
        "effect": one.effect,
        "setting": {name: _plain(value) for name, value in one.setting},
        "range": level_names(one.range),
        "belief": one.belief,
        "conflict": _plain(one.conflict),
    }
    return document if one.extra is None else document | {"extra": _plain(one.extra)}


def _verdict(one: Verdict) -> dict[str, Any]:
    trials = [
        {
            "question": trial.question.value,
            "holding": trial.holding,
            "needed": trial.needed,
            "passed": trial.passed,
            "flipped": [{name: _plain(value) for name, value in setting} for setting in trial.flipped],
        }
        for trial in one.trials
    ]
    return {"effect": one.effect, "verdict": one.robustness.value, "trials": trials}


def _subgroup(one: Subgroup) -> dict[str, Any]:
    return {
        "aspect": one.aspect,
        "value": one.value,
        "evidence_models": list(one.synthesis.evidence_models),
        "effects": [_plain(comparison) for comparison in one.comparisons],
    }


def _plain(value: Any) -> Any:
    """Records as dicts, ranges as their levels, tuples as lists."""
    if isinstance(value, IntensityRange):
        return level_names(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _overview(review: Review, sensitivity: SynthesisSensitivity) -> list[str]:
    synthesis = sensitivity.synthesis
    heading = f"{one_line(synthesis.title)} ({synthesis.id})"
    rows = [
        (
            review.rules.effect(one.effect).title,
            str(one.range or "no range"),
            "–" if (verdict := sensitivity.verdict(one.effect)) is None else WORDS[verdict.robustness],
            belief_text(one.belief),
        )
        for one in synthesis.effects
    ]
    return [heading, "", *aligned_lines(("effect", "range", "verdict", "belief"), rows, 3)]


def _about(
    review: Review, sensitivity: SynthesisSensitivity, conclusion: EffectSynthesis, *, tables: bool
) -> Iterator[str]:
    title = one_line(review.rules.effect(conclusion.effect).title)
    yield f"{title}: {conclusion.range or 'no range'}, belief {belief_text(conclusion.belief)}"
    verdict = sensitivity.verdict(conclusion.effect)
    if verdict is not None:
        yield _INDENT + one_line(verdict_sentence(review, conclusion, verdict))
    for view in question_views(review, sensitivity, conclusion):
        yield f"{_INDENT}{view.title}: {one_line(view.sentence)}"
        yield from _rows(view) if tables else ()
    if found := subgroup_sentence(sensitivity.subgroups, conclusion.effect):
        yield f"{_INDENT}Subgroups: {one_line(found)}"


def _rows(view: QuestionView) -> Iterator[str]:
    if view.table is None:
        return
    table: Table = view.table
    left = next((place for place, column in enumerate(table.columns) if column.numeric), len(table.columns))
    headings = [column.title for column in table.columns]
    lines = aligned_lines(headings, [[cell.text for cell in row] for row in table.rows], left)
    yield from (2 * _INDENT + line for line in lines)
