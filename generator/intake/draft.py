"""A review as far as its files could be read: what the checks look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.intake.node import ABSENT, Node
from generator.intake.wording import quoted, suggestion
from generator.model.problem import Problem

STUDIES, SECOND = "studies/", "second_extractions/"
"""Where the studies are, and where those that a second extractor has read again."""
_FILES = {
    "effect": "effects", "metric": "metrics", "unit": "metrics", "technique": "techniques", "aspect": "aspects",
    "term": "aspects", "study type": "belief_rules",
}  # fmt: skip
"""The files of ``review/`` where names stand."""
TECHNIQUE = "technique"
"""The key of a context that is not an aspect: it names a technique of ``review/techniques.yaml``."""


@dataclass(frozen=True, slots=True)
class EffectEntry:
    """One effect of one evidence model; ``metric`` is the effect's first one unless the entry names another."""

    effect: str
    node: Node
    metric: str | None


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """An evidence model with the context it shares with its study."""

    id: str
    node: Node
    study: Node

    @property
    def contexts(self) -> tuple[Node, Node]:
        """Its own context and its study's."""
        return self.node.get("context"), self.study.get("context")

    def aspect(self, name: str) -> Node:
        """The value of an aspect (or of technique): its own, or else its study's."""
        own, shared = self.contexts
        return own.get(name) if name in own.keys else shared.get(name)


@dataclass(frozen=True)
class Draft:
    """The trees of the files by path, the paths of all files seen, readable or not, and where the studies are."""

    trees: dict[str, Node]
    seen: tuple[str, ...]
    folder: str = STUDIES

    def rules(self, name: str) -> Node:
        """A file of ``review/``; ``ABSENT`` if it could not be read."""
        return self.trees.get(f"review/{name}.yaml", ABSENT)

    @cached_property
    def studies(self) -> tuple[tuple[str, Node], ...]:
        """Path and tree of each study file that could be read."""
        return self._below(self.folder)

    @cached_property
    def syntheses(self) -> tuple[tuple[str, Node], ...]:
        """Path and tree of each synthesis file that could be read."""
        return self._below("syntheses/")

    def of_second(self) -> Draft:
        """The second extractions in the place of the studies, so that they are checked as strictly; no syntheses."""
        trees = {path: tree for path, tree in self.trees.items() if path.startswith(("review/", SECOND))}
        return Draft(trees, self.seen, SECOND)

    def _below(self, folder: str) -> tuple[tuple[str, Node], ...]:
        return tuple((path, tree) for path, tree in self.trees.items() if path.startswith(folder))

    @cached_property
    def models(self) -> tuple[ModelEntry, ...]:
        """Every evidence model of every study."""
        return tuple(
            ModelEntry(f"{stem(path)}/{slug}", node, study)
            for path, study in self.studies
            for slug, node in study.get("evidence_models").entries()
        )

    @cached_property
    def effect_entries(self) -> tuple[EffectEntry, ...]:
        """Every effect of every evidence model."""
        return tuple(
            EffectEntry(effect, node, node.get("metric").text or self._default_metric(effect))
            for model in self.models
            for effect, node in model.node.get("effects").entries()
        )

    def _default_metric(self, effect: str) -> str | None:
        return next(iter(self.rules("effects").get("effects", effect, "metrics").names()), None)


def stem(path: str) -> str:
    """The name of a file without folder and ending."""
    return path.rpartition("/")[2].removesuffix(".yaml")


def unknown_text(node: Node, what: str, known: Collection[str]) -> Iterator[Problem]:
    """A problem if the text of a value is not a known name. An empty list of names judges nothing."""
    if known and node.text is not None and node.text not in known:
        kind = f"unknown-{what.replace(' ', '-')}"
        yield node.problem(kind, f"{article(what)} {what} of this review", _near(node.text, what, known))


def unknown_key(name: str, node: Node, what: str, known: Collection[str]) -> Iterator[Problem]:
    """The same for the key of a value."""
    if known and name not in known:
        kind = f"unknown-{what.replace(' ', '-')}"
        hint = _near(name, what, known)
        yield node.key_problem(kind, f"{article(what)} {what} of this review", hint, f"the key {quoted(name)}")


def _near(name: str, what: str, known: Collection[str]) -> str:
    """The closest known name, or all of a few, or the file where they stand."""
    file = _FILES.get(what)
    return suggestion(name, known) or (f"the {what}s stand in review/{file}.yaml" if file else "")


def article(noun: str) -> str:
    """The English article."""
    return "an" if noun[0] in "aeio" else "a"
