"""Doubts about the evidence as a reader meets them: whole sentences, gathered by what they have in common.

A warning speaks in the keys and ids of the evidence files, for those who write them. Here keys are spelled out and ids
give way to names with links; what a warning found and expected is never reworded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.problem import Problem
from generator.model.review import Review
from generator.model.study import EvidenceModel
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views import addresses
from generator.views.names import slug, study_name
from generator.views.table import Cell, Link
from generator.views.words import in_sentence

_TITLES = {
    "dominating-study": "One study weighs much",
    "mixed-aspect": "The comparisons are not alike",
    "improvement-beyond-ratio": "Improvements beyond what seems possible",
    "mean-near-zero": "Means near zero with a large spread",
    "unused-evidence-model": "Evidence in no synthesis",
    "likely-duplicate": "One publication, perhaps twice",
    "stated-mean-differs": "Means that the pairs do not come to",
    "against-all-others": "The other way round than everywhere else",
    "extractors-differ": "Two extractors who read something differently",
    "one-extractor": "A second extraction by the same person",
}
"""By the kind of warning, in the order of their weight for a reader; other kinds go by their own name."""
_SPELLED_OUT = {"std": "standard deviation", "iqr": "interquartile range"}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One warning. ``study``, ``model``, ``effect`` and ``synthesis`` name and link what it is about, where known."""

    found: str
    expected: str
    study: Cell | None
    model: Cell | None
    effect: Cell | None
    synthesis: Cell | None
    source: Link
    line: int


@dataclass(frozen=True, slots=True)
class DoubtGroup:
    """Warnings of one kind; ``why`` holds for all of them."""

    kind: str
    title: str
    why: str
    doubts: tuple[Doubt, ...]


def doubt_groups(review: Review, synthesis: Synthesis | None, problems: Iterable[Problem]) -> tuple[DoubtGroup, ...]:
    """The warnings by kind and reason; ``synthesis`` is the one whose conclusions the effects link to."""
    found: dict[tuple[str, str], list[Doubt]] = {}
    for problem in problems:
        found.setdefault((problem.kind, problem.hint), []).append(doubt(review, synthesis, problem))
    known = list(_TITLES)
    weighed = sorted(found.items(), key=lambda one: known.index(one[0][0]) if one[0][0] in known else len(known))
    return tuple(DoubtGroup(kind, _title(kind), _sentence(why), tuple(those)) for (kind, why), those in weighed)


def doubt(review: Review, synthesis: Synthesis | None, problem: Problem) -> Doubt:
    """A warning with names and links in the place of ids."""
    about = set(problem.about)
    study = next((one for one in review.studies if one.id in about), None)
    model = next((one.id for one in _models(review) if one.id in about), None)
    effect = next((one for one in review.rules.effects if one.id in about), None)
    plan = next((one for one in review.plans if one.id in about), None)
    names = {study.id: study_name(study)} if study else {}
    concluded = synthesis is not None and effect is not None and any(e.effect == effect.id for e in synthesis.effects)
    leads = addresses.finding(synthesis.id, effect.id) if synthesis and effect and concluded else None
    return Doubt(
        found=_readable(problem.found, names),
        expected=_readable(problem.expected, names),
        study=Cell(study_name(study), addresses.study(study.id)) if study else None,
        model=Cell(slug(model), addresses.evidence_model(model)) if model else None,
        effect=Cell(in_sentence(effect.title), leads) if effect else None,
        synthesis=Cell(plan.title, Link("findings/index", plan.id)) if plan else None,
        source=addresses.source(problem.place),
        line=problem.place.line,
    )


def concerns(review: Review, synthesis: Synthesis, one: EffectSynthesis, problem: Problem) -> bool:
    """Whether a reader of a conclusion should know of the warning.

    It does if it is about this effect in one of the combined evidence models; or about the synthesis, if the
    study it names, or the mixture it regrets, is there in the evidence for this effect too.
    """
    if one.effect in problem.about:
        return any(piece.evidence_model in problem.about for piece in one.evidence)
    if synthesis.id not in problem.about or len(one.studies) < 2:
        return False
    if problem.kind == "mixed-aspect":
        return _is_mixed(review, one)
    return any(study in problem.about for study in one.studies)


def _is_mixed(review: Review, one: EffectSynthesis) -> bool:
    models = [review.evidence_model(piece.evidence_model) for piece in one.evidence]
    uniform = [aspect.id for aspect in review.rules.aspects if aspect.uniform]
    return any(len({model.aspect(aspect) for model in models} - {()}) > 1 for aspect in uniform)


def _models(review: Review) -> Iterable[EvidenceModel]:
    return (model for study in review.studies for model in study.evidence_models)


def _title(kind: str) -> str:
    return _TITLES.get(kind, kind.replace("-", " ").capitalize())


def _sentence(text: str) -> str:
    whole = text[:1].upper() + text[1:]
    return whole if not whole or whole.endswith((".", "?", "!")) else f"{whole}."


def _readable(text: str, names: dict[str, str]) -> str:
    """Keys and ids, where they stand as words of their own, as what they mean."""
    for short, long in (*_SPELLED_OUT.items(), *names.items()):
        text = re.sub(rf"(?<![\w/-]){re.escape(short)}(?![\w/-])", long.replace("\\", r"\\"), text)
    return text
