"""Asks every question of every conclusion, in independent blocks that any executor may compute.

A block is one question about one effect of one synthesis, or a part of it where the question says so (``parts``,
``part`` and ``joined`` beside ``run``). No block knows of another, and results are put together in the order of the
blocks: how many workers there are, and who finishes first, changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import groupby
from types import ModuleType
from typing import Any

from generator.aggregation import aggregate_plan
from generator.conversion import convert
from generator.model.review import Review, SynthesisPlan
from generator.model.scenario import Question, ScenarioResult, Sensitivity, SynthesisSensitivity, Verdict
from generator.model.synthesis import Synthesis
from generator.sensitivity.case import Case
from generator.sensitivity.subgroups import subgroups
from generator.sensitivity.verdict import verdict

Progress = Callable[[int, int], None]
"""Takes how many blocks are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of work: a question about a case, or one part of it."""

    synthesis: str
    question: Question
    case: Case
    part: Any = None


def run(
    review: Review,
    executor: Executor | None = None,
    questions: Iterable[Question] | None = None,
    *,
    synthesis: str | None = None,
    progress: Progress | None = None,
) -> Sensitivity:
    """Ask ``questions`` (default: all) of every conclusion of ``synthesis`` (default: of every planned one).

    ``executor`` computes the blocks: threads by default, a cluster's if it is given. Verdicts are given if every
    question that counts is among ``questions``. Raises ``KeyError`` for an unknown synthesis.
    """
    wanted = frozenset(Question if questions is None else questions)
    asked = tuple(question for question in Question if question in wanted)
    plans = review.plans if synthesis is None else (review.plan(synthesis),)
    evidence = convert(review)
    concluded = [(plan, aggregate_plan(review, plan, evidence.under(plan.discount))) for plan in plans]
    blocks = [block for plan, found in concluded for block in _blocks(review, plan, found, asked)]
    results = _joined(blocks, _computed(blocks, executor, progress))
    return Sensitivity(
        tuple(
            SynthesisSensitivity(
                found,
                results.get(plan.id, ()),
                _verdicts(review, found, results.get(plan.id, ()), asked),
                subgroups(review, plan, found, evidence.under(plan.discount)),
            )
            for plan, found in concluded
        )
    )


def answer(block: Block) -> Any:
    """Compute one block; runs wherever the executor likes."""
    module = module_of(block.question)
    return module.run(block.case) if block.part is None else module.part(block.case, block.part)


def module_of(question: Question) -> ModuleType:
    """The file that answers a question: it is named after it."""
    return import_module(f"generator.sensitivity.{question.value}")


def _blocks(review: Review, plan: SynthesisPlan, found: Synthesis, asked: Sequence[Question]) -> Iterable[Block]:
    # A block may travel: the texts of the evidence files stay at home.
    light = replace(review, files=(), warnings=())
    for effect in found.effects:
        case = Case(light, plan, effect)
        for question in asked:
            module = module_of(question)
            parts = module.parts(case) if hasattr(module, "parts") else ()
            yield from (Block(plan.id, question, case, part) for part in parts or (None,))


def _computed(blocks: Sequence[Block], executor: Executor | None, progress: Progress | None) -> list[Any]:
    if executor is None:
        with ThreadPoolExecutor() as threads:
            return _computed(blocks, threads, progress)
    futures = [executor.submit(answer, block) for block in blocks]
    try:
        _watch(futures, progress or (lambda done, total: None))
        return [future.result() for future in futures]
    finally:
        for future in futures:
            future.cancel()


def _watch(futures: Sequence[Future[Any]], progress: Progress) -> None:
    progress(0, len(futures))
    for done, future in enumerate(as_completed(futures), start=1):
        future.result()
        progress(done, len(futures))


def _joined(blocks: Sequence[Block], answers: Sequence[Any]) -> dict[str, tuple[ScenarioResult, ...]]:
    found: dict[str, tuple[ScenarioResult, ...]] = {}
    pairs = zip(blocks, answers, strict=True)
    for _, group in groupby(pairs, key=lambda pair: (pair[0].synthesis, id(pair[0].case), pair[0].question)):
        members = list(group)
        block, first = members[0]
        whole = first if block.part is None else module_of(block.question).joined(block.case, [a for _, a in members])
        found[block.synthesis] = found.get(block.synthesis, ()) + whole
    return found


def _verdicts(
    review: Review, found: Synthesis, results: Sequence[ScenarioResult], asked: Sequence[Question]
) -> tuple[Verdict, ...]:
    rule = review.sensitivity.verdict
    if not {question for question, _ in rule.questions} <= set(asked):
        return ()
    return tuple(
        verdict(rule, effect, [one for one in results if one.effect == effect.effect]) for effect in found.effects
    )
