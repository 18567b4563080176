"""Reads an evidence folder: a review, or every problem found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.intake import checks, doubts
from generator.intake.draft import SECOND, Draft
from generator.intake.folder import Folder, read_folder
from generator.intake.found import rules_in
from generator.intake.node import Node
from generator.intake.records.review import review_record
from generator.intake.schema import REVIEW_FORMS, form_of
from generator.intake.schema.refusing import Form
from generator.intake.validate import validate
from generator.intake.wording import MOST_PER_FILE
from generator.intake.yaml_reader import read_yaml
from generator.model.problem import Problem
from generator.model.review import Review


@dataclass(frozen=True, slots=True)
class Loaded:
    """``review`` is None if anything is wrong with the evidence; ``problems`` are all errors, by place."""

    review: Review | None
    problems: tuple[Problem, ...]


def load(folder: Path) -> Loaded:
    """The review in an evidence folder. Nothing that the folder holds, or lacks, raises an exception."""
    found = read_folder(folder, tuple(REVIEW_FORMS))
    forms: dict[str, Form] = {}
    draft = Draft(_trees(found, forms), tuple(found.seen))
    problems = found.problems + [problem for check in rules_in(checks) for problem in _checked(check, draft)]
    if problems:
        return Loaded(None, tuple(sorted(_each_once(problems), key=_by_place)))
    review = review_record(draft, forms, found.texts)
    warnings = [problem for check in rules_in(doubts) for problem in check(review)]
    return Loaded(replace(review, warnings=tuple(sorted(warnings, key=_by_place))), ())


def _each_once(problems: list[Problem]) -> set[Problem]:
    """The problems, without those of the form of a name that is unknown as well: the latter says more."""
    unknown = {(one.place, one.field) for one in problems if one.kind.startswith("unknown-")}
    return {one for one in problems if one.kind != "wrong-id" or (one.place, one.field) not in unknown}


def _checked(check: Callable[[Draft], Iterable[Problem]], draft: Draft) -> Iterator[Problem]:
    """What a check finds, also in second extractions, which are judged as studies are."""
    yield from check(draft)
    if any(path.startswith(SECOND) for path in draft.trees):
        yield from (problem for problem in check(draft.of_second()) if problem.place.path.startswith(SECOND))


def _trees(found: Folder, forms: dict[str, Form]) -> dict[str, Node]:
    """The trees of all files that can be read to their end; fills ``forms`` with those whose form is sound."""
    trees: dict[str, Node] = {}
    for path, text in found.texts.items():
        reading = read_yaml(path, text)
        problems = list(reading.problems)
        if reading.root is not None:
            trees[path] = reading.root
            outcome = validate(form_of(path), reading.root)
            if isinstance(outcome, Form):
                forms[path] = outcome
            else:
                problems += outcome
        found.problems += sorted(problems, key=_by_place)[:MOST_PER_FILE]
    return trees


def _by_place(problem: Problem) -> tuple[object, ...]:
    place = problem.place
    return place.path, place.line, place.column, problem.field, problem.kind, problem.found
