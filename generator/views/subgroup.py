"""A subgroup of the evidence models beside the full synthesis: where it differs, whether that is supported, and who
is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.review import Review
from generator.model.scenario import Comparison, Subgroup
from generator.model.synthesis import Synthesis
from generator.views import addresses
from generator.views.axes import axis_title, value_title
from generator.views.names import slug, study_name
from generator.views.rounding import belief_text, count_text, exact_text, probability_text, weight_text
from generator.views.table import Cell, Column, Link, Table
from generator.views.words import in_sentence

INDEX = "findings/subgroups"
"""The page that lists all subgroups of the first synthesis."""
SAME, CONTRADICTS, COMPATIBLE, NO_RANGE = "same range", "differs, supported", "differs, compatible", "no range"

CONCLUSIONS = (
    Column("Effect"),
    Column("Here", "The range that this subgroup alone leads to", term="range"),
    Column("Belief", "The belief in that range", numeric=True, term="belief"),
    Column("Evidence", "Evidence models and studies in the subgroup"),
    Column("In full", "The range of the full synthesis", term="range"),
    Column("Belief in full", "The belief in that range", numeric=True, term="belief"),
    Column(
        "Full range plausible here", "Plausibility, in the subgroup, of the range of the full synthesis", numeric=True
    ),
    Column("Weight of conflict", "Within the subgroup", numeric=True, term="weight-of-conflict"),
    Column("Difference", "Whether the subgroup reports another range, and whether its evidence rules the full one out"),
)
MEMBERS = (
    Column("Study"),
    Column("Evidence models", numeric=True, term="evidence-model"),
    Column("Which"),
)
SUBGROUPS = (
    Column("Subgroup", "What its evidence models have in common"),
    Column("Studies", numeric=True),
    Column("Evidence models", numeric=True),
    Column("Effects", numeric=True),
    Column("Another range", "Effects with another range than in the full synthesis", numeric=True),
    Column("Supported on", "Effects where the subgroup leaves the full range little plausibility"),
)


@dataclass(frozen=True, slots=True)
class SubgroupView:
    """Everything its page shows."""

    title: str
    aspect: str
    size: str
    sentence: str
    conclusions: Table
    members: Table


def path(review: Review, group: Subgroup) -> str:
    """The page of a subgroup."""
    synthesis = group.synthesis.id.partition("/")[0]
    return f"{addresses.about(review, INDEX, synthesis)}/{group.aspect}/{group.value}"


def subgroup_view(review: Review, full: Synthesis, group: Subgroup) -> SubgroupView:
    """A subgroup beside the full synthesis it is part of."""
    studies = len(_studies(group))
    models = count_text(len(group.synthesis.evidence_models), "evidence model")
    return SubgroupView(
        title=value_title(review, group.aspect, group.value),
        aspect=axis_title(review, group.aspect),
        size=f"{models} from {count_text(studies, 'study', 'studies')}",
        sentence=sentence(review, group),
        conclusions=_conclusions(review, full, group),
        members=_members(review, group),
    )


def sentence(review: Review, group: Subgroup) -> str:
    """On how many effects it differs, and on which of them its evidence speaks against the full synthesis."""
    differ = sum(_differs(one) for one in group.comparisons)
    against = _against(review, group)
    effects = count_text(len(group.comparisons), "effect")
    if not differ:
        return f"The same range as the full synthesis on every one of {effects}."
    first = f"Another range than the full synthesis on {differ} of {effects}"
    if not against:
        return f"{first}; on none of them does its evidence rule the full range out."
    listed = against[0] if len(against) == 1 else f"{', '.join(against[:-1])} and {against[-1]}"
    return f"{first}; on {len(against)} its evidence speaks against the full range: {listed}."


def meaning(review: Review) -> str:
    """When a difference counts as supported, as a sentence."""
    limit = exact_text(review.sensitivity.subgroups.unsupported_below)
    return f"A difference is supported if the subgroup leaves the full range a plausibility below {limit}."


def index_table(review: Review, groups: Sequence[Subgroup]) -> tuple[tuple[str, str, Table], ...]:
    """A table of subgroups for the technique and for each aspect, with its id and its title."""
    axes = dict.fromkeys(group.aspect for group in groups)
    return tuple(
        (
            axis,
            axis_title(review, axis),
            Table(
                f"Subgroups by {in_sentence(axis_title(review, axis))}",
                SUBGROUPS,
                tuple(_index_row(review, group) for group in groups if group.aspect == axis),
            ),
        )
        for axis in axes
    )


def _index_row(review: Review, group: Subgroup) -> tuple[Cell, ...]:
    return (
        Cell(value_title(review, group.aspect, group.value), Link(path(review, group))),
        Cell(str(len(_studies(group)))),
        Cell(str(len(group.synthesis.evidence_models))),
        Cell(str(len(group.comparisons))),
        Cell(str(sum(_differs(one) for one in group.comparisons))),
        Cell(", ".join(_against(review, group)) or "none"),
    )


def _against(review: Review, group: Subgroup) -> list[str]:
    return [in_sentence(review.rules.effect(one.effect).title) for one in group.comparisons if one.contradicts]


def _conclusions(review: Review, full: Synthesis, group: Subgroup) -> Table:
    rows = tuple(_conclusion(review, full, group, one) for one in group.comparisons)
    anchors = tuple(one.effect for one in group.comparisons)
    return Table("Each conclusion here beside the one in full", CONCLUSIONS, rows, anchors)


def _conclusion(review: Review, full: Synthesis, group: Subgroup, one: Comparison) -> tuple[Cell, ...]:
    here = group.synthesis.effect(one.effect)
    return (
        Cell(review.rules.effect(one.effect).title, addresses.finding(full.id, one.effect)),
        Cell("" if one.range else "none", range=one.range),
        Cell(belief_text(one.belief)),
        Cell(f"{count_text(len(here.evidence), 'model')}, {count_text(one.studies, 'study', 'studies')}"),
        Cell("" if one.full_range else "none", range=one.full_range),
        Cell(belief_text(one.full_belief)),
        Cell(probability_text(one.plausibility_of_full)),
        Cell(weight_text(here.conflict.weight)),
        Cell(_difference(one)),
    )


def _difference(one: Comparison) -> str:
    if one.range is None:
        return NO_RANGE
    if one.contradicts:
        return CONTRADICTS
    return COMPATIBLE if _differs(one) else SAME


def _differs(one: Comparison) -> bool:
    return one.range is not None and one.range != one.full_range


def _members(review: Review, group: Subgroup) -> Table:
    models = group.synthesis.evidence_models
    rows = []
    for study in _studies(group):
        own = [slug(model) for model in models if model.partition("/")[0] == study]
        rows.append(
            (
                Cell(study_name(review.study(study)), addresses.study(study)),
                Cell(str(len(own))),
                Cell(", ".join(own)),
            )
        )
    return Table("The studies of this subgroup", MEMBERS, tuple(rows))


def _studies(group: Subgroup) -> tuple[str, ...]:
    return tuple(dict.fromkeys(model.partition("/")[0] for model in group.synthesis.evidence_models))
