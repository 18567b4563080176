"""All questions together: the contract, and independence of whoever computes the blocks."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module
from multiprocessing import get_context
from pkgutil import iter_modules
from typing import Any

import pytest

import generator.sensitivity as package
from generator.model.review import Review
from generator.model.scenario import WITHOUT_ANSWER, Question, Sensitivity
from generator.sensitivity import run
from generator.sensitivity.run import Block
from generator.views.sensitivity_document import as_document
from tests.conftest import ROOT

SETTINGS = {
    "leave_one_study_out": {("omitted",)},
    "leave_one_model_out": {("omitted",)},
    "study_subsets": {("share_holding", "subsets")},
    "study_belief": {("seed", "draws", "share_holding")},
    "intensity_bounds": {("scale",), ("family", "bound", "value")},
    "discount": {("policy",)},
    "reading": {("policy", "threshold")},
    "dependence": {("dependence", "discount")},
    "rule": {("rule",)},
    "cumulative": {("up_to_year",)},
    "what_would_change": {("stated_range", "smallest_belief_value")},
    "conflict_share": {("studies", "share")},
}


class Backwards(Executor):
    """Computes the last block first, one at a time, each from a copy of its own."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[Any], Callable[..., Any], Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append((future, fn, args[0]))
        if isinstance(args[0], Block) and len(self.waiting) == self.total:
            for late, function, block in reversed(self.waiting):
                late.set_result(pickle.loads(pickle.dumps(function(pickle.loads(pickle.dumps(block))))))
        return future

    total = 0


@pytest.fixture(scope="module")
def light(review: Review) -> Review:
    """The shipped review with fewer draws, in more than one block."""
    belief = replace(review.sensitivity.study_belief, draws=60_000)
    return replace(review, sensitivity=replace(review.sensitivity, study_belief=belief))


@pytest.fixture(scope="module")
def found(light: Review) -> Sensitivity:
    return run(light)


def test_the_number_of_workers_changes_nothing(light: Review, found: Sensitivity):
    for workers in (1, 5):
        with ThreadPoolExecutor(workers) as threads:
            assert run(light, threads) == found


def test_other_processes_change_nothing(light: Review, found: Sensitivity):
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        assert run(light, processes) == found


def test_the_order_of_computing_changes_nothing(light: Review, found: Sensitivity):
    totals: list[int] = []
    run(light, progress=lambda done, total: totals.append(total))
    backwards = Backwards()
    backwards.total = totals[0]
    assert run(light, backwards) == found


def test_blocks_leave_the_evidence_files_at_home(light: Review):
    sizes: list[int] = []

    class Weighing(ThreadPoolExecutor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            sizes.append(len(pickle.dumps(args)))
            return super().submit(fn, *args, **kwargs)

    with Weighing(1) as executor:
        run(light, executor, [Question.RULE])
    assert max(sizes) < 100_000


def test_a_failing_block_ends_the_run(light: Review, monkeypatch: pytest.MonkeyPatch):
    def fail(case: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr("generator.sensitivity.rule.run", fail)
    with pytest.raises(RuntimeError, match="a fault"):
        run(light, questions=[Question.RULE])


def test_every_question_is_asked_of_every_effect(found: Sensitivity):
    (full,) = found.syntheses
    assert len(full.verdicts) == len(full.synthesis.effects) == 11
    for effect in full.synthesis.effects:
        asked = {one.question for one in full.results if one.effect == effect.effect}
        assert set(Question) - asked <= ({Question.CONFLICT_SHARE} if effect.conflict.weight == 0 else set())


def test_some_questions_can_be_asked_alone_and_then_there_is_no_verdict(light: Review):
    (full,) = run(light, questions=[Question.RULE, Question.CUMULATIVE]).syntheses
    assert {one.question for one in full.results} == {Question.RULE, Question.CUMULATIVE}
    assert full.verdicts == ()


def test_the_document_keeps_the_contract(found: Sensitivity):
    document = json.loads(json.dumps(as_document(found.of("full")), allow_nan=False))
    assert (document["format"], document["synthesis"]) == (1, "full")
    assert {one["question"] for one in document["results"]} == set(SETTINGS)
    for one in document["results"]:
        assert list(one)[:6] == ["question", "effect", "setting", "range", "belief", "conflict"]
        assert tuple(one["setting"]) in SETTINGS[one["question"]]
        assert list(one["conflict"]) == ["last_step", "total", "weight"]
        assert one["range"] is None or isinstance(one["range"], list)
        assert (one["range"] is None) == (one["belief"] is None)


def test_settings_that_change_nothing_give_the_synthesis_itself(found: Sensitivity):
    full = found.of("full")
    for effect in full.synthesis.effects:
        same = [
            one
            for question in (*WITHOUT_ANSWER, Question.STUDY_SUBSETS, Question.STUDY_BELIEF)
            for one in full.of(effect.effect, question)
        ]
        same += [
            one
            for one in full.of(effect.effect, Question.READING)
            if set(dict(one.setting).values()) == {"evidence_factory", 0.75}
        ]
        same += [one for one in full.of(effect.effect, Question.DISCOUNT) if one.value("policy") == "iqr"]
        same += [
            one
            for one in full.of(effect.effect, Question.DEPENDENCE)
            if one.setting == (("dependence", "as_is"), ("discount", "policy"))
        ]
        same += full.of(effect.effect, Question.RULE)[:1] + full.of(effect.effect, Question.CUMULATIVE)[-1:]
        assert {(one.range, one.belief, one.conflict) for one in same} == {
            (effect.range, effect.belief, effect.conflict)
        }


def test_every_question_has_a_file_that_answers_it_and_one_that_words_it():
    words = {one.name for one in iter_modules([str(ROOT / "generator/views/robustness")])}
    answered = [
        module
        for one in iter_modules(package.__path__)
        if hasattr(module := import_module(f"{package.__name__}.{one.name}"), "QUESTION")
    ]
    assert {module.QUESTION for module in answered} == set(Question)
    assert {module.__name__.rpartition(".")[2] for module in answered} == {one.value for one in Question} <= words
    assert all(callable(module.run) for module in answered)
