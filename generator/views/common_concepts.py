"""What a synthesis makes of the context of its evidence models: kept, joined into a more general concept, removed, or
left different without a decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.coverage import TECHNIQUE
from generator.model.review import ConceptDecision, Review, SynthesisPlan
from generator.model.study import EvidenceModel
from generator.views.axes import axis_title, value_title
from generator.views.diagram_boxes import AspectRow

SAME, KEPT, JOINED, REMOVED, UNDECIDED = "same", "kept", "joined", "removed", "undecided"
"""What becomes of an aspect: every evidence model gives the same values, or what was decided, or nothing was."""


@dataclass(frozen=True, slots=True)
class CommonConcept:
    """An aspect in a synthesis. ``values`` are titles with the number of evidence models that give each, the most
    frequent first; ``unknown`` is how many give none. ``fate`` is one of the words above; ``into`` and ``because``
    are empty where nothing was decided."""

    title: str
    archetype: str
    values: tuple[tuple[str, int], ...]
    unknown: int
    fate: str
    into: str
    because: str

    @property
    def counted(self) -> tuple[str, ...]:
        """The values, each with its number of evidence models behind it."""
        known = tuple(f"{value} ({count})" for value, count in self.values)
        return (*known, f"not known ({self.unknown})") if self.unknown else known

    @property
    def row(self) -> AspectRow:
        """The aspect as its box tells it."""
        same = self.fate == SAME
        return AspectRow(
            self.title,
            tuple(value for value, _ in self.values) if same else self.counted,
            self.into,
            self.fate == REMOVED,
        )


def common_concepts(review: Review, plan: SynthesisPlan) -> tuple[CommonConcept, ...]:
    """The technique and every aspect, in their order; an aspect that no evidence model gives is left out."""
    found = (_concept(review, plan, axis) for axis in (TECHNIQUE, *(aspect.id for aspect in review.rules.aspects)))
    return tuple(one for one in found if one.values or one.fate != SAME)


def _concept(review: Review, plan: SynthesisPlan, axis: str) -> CommonConcept:
    given = [_values_of(review.evidence_model(model), axis) for model in plan.evidence_models]
    counts = Counter(value for values in given for value in values)
    decision = next((one for one in plan.concepts if one.aspect == axis), None)
    return CommonConcept(
        title=axis_title(review, axis),
        archetype="technology" if axis == TECHNIQUE else review.rules.aspect(axis).archetype,
        values=tuple((value_title(review, axis, value), count) for value, count in counts.most_common()),
        unknown=sum(not values for values in given),
        fate=_fate(decision, given),
        into=(decision and decision.into) or "",
        because=decision.because if decision else "",
    )


def _fate(decision: ConceptDecision | None, given: list[tuple[str, ...]]) -> str:
    if decision is not None:
        return decision.action
    return SAME if len({frozenset(values) for values in given}) <= 1 else UNDECIDED


def _values_of(model: EvidenceModel, axis: str) -> tuple[str, ...]:
    return (model.technique,) if axis == TECHNIQUE else model.aspect(axis)


def of_fate(concepts: tuple[CommonConcept, ...], *fates: str) -> Iterator[CommonConcept]:
    """Those that any of these fates became."""
    return (one for one in concepts if one.fate in fates)
