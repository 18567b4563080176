"""What the views of all questions share: names, outcomes, and sentences about what changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.model.review import Review
from generator.model.scenario import ScenarioResult
from generator.model.synthesis import EffectSynthesis
from generator.views import addresses
from generator.views.names import slug, study_name
from generator.views.rounding import belief_text, count_text
from generator.views.table import Cell, Column, Table

MOST_NAMED = 3
"""How many changes a sentence names; the table has them all."""

OUTCOME = (
    Column("Range", "The reported range in this variation", term="range"),
    Column("Belief", "The belief in that range", numeric=True, term="belief"),
    Column("Same", "Whether it is the range of the full synthesis"),
)


@dataclass(frozen=True, slots=True)
class About:
    """The results of one question about one conclusion, in the order of their settings; at least one."""

    review: Review
    conclusion: EffectSynthesis
    results: tuple[ScenarioResult, ...]

    @property
    def changed(self) -> tuple[ScenarioResult, ...]:
        """The results with another range than the conclusion's."""
        return tuple(one for one in self.results if one.range != self.conclusion.range)

    def study(self, study_id: str) -> str:
        """``S1 · Paul et al., 2022``."""
        return study_name(self.review.study(study_id))

    def study_cell(self, study_id: str) -> Cell:
        """The same, leading to the study's page."""
        return Cell(self.study(study_id), addresses.study(study_id))

    def model(self, model_id: str) -> str:
        """``S1 q0.4``: the study's label and what tells the evidence model from its siblings."""
        return f"{self.review.study(model_id.partition('/')[0]).label} {slug(model_id)}"

    def model_cell(self, model_id: str) -> Cell:
        """The same, leading to the evidence model."""
        return Cell(self.model(model_id), addresses.evidence_model(model_id))


def text(value: object) -> str:
    """A value of a setting that is text. Raises ``TypeError`` if it is not."""
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {value!r}")
    return value


def number(value: object) -> float:
    """A value of a setting that is a number. Raises ``TypeError`` if it is not."""
    if not isinstance(value, int | float):
        raise TypeError(f"a number expected, not {value!r}")
    return value


def outcome(result: ScenarioResult) -> str:
    """The reported range, or why there is none."""
    if result.range is not None:
        return str(result.range)
    return "total conflict" if result.conflict.weight is None else "no range"


def enumerated(items: Sequence[str], last: str = "and") -> str:
    """``a, b and c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"


def named(items: Sequence[str], last: str = "and") -> str:
    """The first few of many, and how many more there are."""
    if len(items) <= MOST_NAMED:
        return enumerated(items, last)
    return f"{', '.join(items[:MOST_NAMED])} {last} {len(items) - MOST_NAMED} more"


def changes_sentence(about: About, noun: str, nouns: str, describe: Callable[[ScenarioResult], str]) -> str:
    """``2 of 10 settings change the range: this (IF) and that (WN).`` ``noun`` is one setting, ``nouns`` several."""
    tried, changed = count_text(len(about.results), noun, nouns), about.changed
    if not changed:
        if len(about.results) == 1:
            return f"The one {noun} that could be tried leaves the range as it is."
        return f"None of {tried} changes the range."
    each = named([f"{describe(one)} ({outcome(one)})" for one in changed])
    return f"{len(changed)} of {tried} {'changes' if len(changed) == 1 else 'change'} the range: {each}."


def outcome_table(
    about: About,
    caption: str,
    columns: Iterable[Column],
    cells: Callable[[ScenarioResult], tuple[Cell, ...]],
    results: Sequence[ScenarioResult] | None = None,
) -> Table:
    """One row per result: its setting in ``columns``, then range, belief and whether the range is the same."""
    rows = tuple((*cells(one), *_outcome_cells(about, one)) for one in results or about.results)
    return Table(caption, (*columns, *OUTCOME), rows)


def _outcome_cells(about: About, result: ScenarioResult) -> tuple[Cell, ...]:
    same = "yes" if result.range == about.conclusion.range else "no"
    return Cell(outcome(result), range=result.range), Cell(belief_text(result.belief)), Cell(same)
