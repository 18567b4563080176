"""What a new study file must fit: the vocabularies of the review, and the studies that are there already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.intake import load
from generator.intake.checks import publications_are_unique
from generator.intake.draft import SECOND, STUDIES, Draft, stem
from generator.intake.folder import read_folder
from generator.intake.node import Node
from generator.intake.records.rules import RuleForms, rules_record
from generator.intake.schema import REVIEW_FORMS
from generator.intake.schema.aspects import AspectsForm
from generator.intake.schema.belief_rules import BeliefRulesForm
from generator.intake.schema.doubts import DoubtsForm
from generator.intake.schema.effects import EffectsForm
from generator.intake.schema.intensity_rules import IntensityRulesForm
from generator.intake.schema.metrics import MetricsForm
from generator.intake.schema.refusing import Form
from generator.intake.schema.techniques import TechniquesForm
from generator.intake.validate import validate
from generator.intake.yaml_reader import read_yaml
from generator.model.problem import Problem
from generator.model.rules import Aspect, MethodRules

_F = TypeVar("_F", bound=Form)
_UNFINISHED = (STUDIES, SECOND, "syntheses/")


@dataclass(frozen=True, slots=True)
class Known:
    """``title`` is that of the review; ``trees`` are the study files by path, as far as they can be read, and
    ``taken`` the ids of all of them; ``syntheses`` are the paths of the synthesis files."""

    title: str
    rules: MethodRules
    trees: dict[str, Node]
    taken: tuple[str, ...]
    syntheses: tuple[str, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the studies."""
        return tuple(text for tree in self.trees.values() if (text := tree.get("label").text))

    @property
    def shared_aspects(self) -> tuple[Aspect, ...]:
        """What the context of a study says: required aspects that a synthesis wants alike."""
        return tuple(aspect for aspect in self.rules.aspects if aspect.required and aspect.uniform)

    @property
    def own_aspects(self) -> tuple[Aspect, ...]:
        """What the context of each evidence model says: the other required aspects."""
        return tuple(aspect for aspect in self.rules.aspects if aspect.required and not aspect.uniform)

    @property
    def optional_aspects(self) -> tuple[Aspect, ...]:
        """What may be left out."""
        return tuple(aspect for aspect in self.rules.aspects if not aspect.required)

    def same_publication(self, path: str, text: str) -> str:
        """The path of a study file that seems to tell of the publication of the new file; empty if none does."""
        new = read_yaml(path, text).root
        if new is None:
            return ""
        draft = Draft({**self.trees, path: new}, ())
        found = next((one for one in publications_are_unique.check(draft) if one.place.path == path), None)
        return found.expected.removeprefix("another publication than that of ").partition(",")[0] if found else ""


def read_known(folder: Path) -> Known | tuple[Problem, ...]:
    """What a new study file must fit, or the problems of the files of ``review/``.

    Studies and syntheses may be unfinished: several studies can be begun before the first is filled in.
    """
    loaded = load(folder)
    of_review = tuple(one for one in loaded.problems if not one.place.path.startswith(_UNFINISHED))
    if of_review:
        return of_review
    found = read_folder(folder, tuple(REVIEW_FORMS))
    roots = dict(_roots(found.texts))
    rules = loaded.review.rules if loaded.review else _rules(roots)
    studies = {path: root for path, root in roots.items() if path.startswith("studies/")}
    return Known(
        title=roots["review/question.yaml"].get("title").text or "",
        rules=rules,
        trees=studies,
        taken=tuple(stem(path) for path in found.seen if path.startswith("studies/")),
        syntheses=tuple(path for path in found.seen if path.startswith("syntheses/")),
    )


def _roots(texts: dict[str, str]) -> Iterator[tuple[str, Node]]:
    for path, text in texts.items():
        root = read_yaml(path, text).root
        if root is not None:
            yield path, root


def _rules(roots: dict[str, Node]) -> MethodRules:
    def form(name: str, kind: type[_F]) -> _F:
        found = validate(kind, roots[f"review/{name}.yaml"])
        assert isinstance(found, kind)
        return found

    return rules_record(
        RuleForms(
            form("effects", EffectsForm),
            form("metrics", MetricsForm),
            form("techniques", TechniquesForm),
            form("aspects", AspectsForm),
            form("intensity_rules", IntensityRulesForm),
            form("belief_rules", BeliefRulesForm),
            form("doubts", DoubtsForm),
        )
    )
