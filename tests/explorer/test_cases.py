"""What the page "Should I?" says of any case: the browser and the build word it alike, and widen it alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from generator.model.coverage import TECHNIQUE
from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.pages.kinds import case
from generator.views.case import Answer, answer
from tests.explorer.by_python import ByPython
from tests.explorer.conftest import Engine
from tests.pages.test_map_pages import laid_out

CASES = 400
Case = dict[str, Any]


@pytest.fixture(scope="module")
def rules(shipped: Review) -> dict[str, Any]:
    page = next(case.pages(laid_out(shipped)))
    found: dict[str, Any] = json.loads(page.values["rules"])
    return found


@pytest.fixture(scope="module")
def cases(shipped: Review, rules: dict[str, Any]) -> list[Case]:
    return list(drawn(shipped, rules["widening"], CASES, seed=20261125))


def drawn(review: Review, aspects: list[str], number: int, seed: int) -> Iterator[Case]:
    """Half of the cases are that of an evidence model, the others mix what several have."""
    random = Random(seed)
    models = [model for study in review.studies for model in study.evidence_models]
    effects = [effect.id for effect in review.rules.effects]
    for _ in range(number):
        same, alike = random.choice(models), random.random() < 0.5
        asked = {}
        for aspect in random.sample(aspects, random.randint(0, min(4, len(aspects)))):
            model = same if alike else random.choice(models)
            values = (model.technique,) if aspect == TECHNIQUE else model.aspect(aspect)
            if values:
                asked[aspect] = random.choice(values)
        wanted = None if random.random() < 0.4 else random.sample(effects, random.randint(1, 4))
        yield {"asked": asked, "wanted": wanted}


def steps_by_python(python: ByPython, full: Synthesis, rules: dict[str, Any], asked: Case) -> Iterator[dict[str, Any]]:
    given, order = dict(asked["asked"]), [one for one in rules["widening"] if one in asked["asked"]]
    wanted = asked["wanted"]
    while True:
        aspects = {aspect: [value] for aspect, value in given.items()}
        _, expected = python.run({"synthesis": full.id, "filters": {"aspects": aspects}}, by_study=False)
        found = [one.found for one in expected if one.found and (wanted is None or one.effect in wanted)]
        models = list(dict.fromkeys(piece.evidence_model for one in found for piece in one.evidence))
        studies = len({model.partition("/")[0] for model in models})
        said = answer(python.review, full, (TECHNIQUE, python.review.rules.techniques[0].id), models, found)
        matters = [one.id for one in python.review.rules.effects if wanted is None or one.id in wanted]
        yield {
            "given": dict(given),
            "models": len(models),
            "studies": studies,
            "answer": plain(said),
            "unmeasured": [id_ for id_, _ in said.unmeasured if id_ in matters],
        }
        if studies >= rules["leastStudies"] or not order:
            return
        del given[order.pop(0)]


def plain(said: Answer) -> dict[str, Any]:
    return {
        "lead": said.lead,
        "worse": [one.text for one in said.worse],
        "rest": said.rest,
        "sides": [[title, [[one.text, one.more] for one in lines]] for title, lines in said.sides],
    }


def plain_of_browser(step: dict[str, Any]) -> dict[str, Any]:
    said = step["answer"]
    sides = [[one["title"], [[line["text"], line["more"]] for line in one["lines"]]] for one in said["sides"]]
    worse = [one["text"] for one in said["worse"]]
    return {**step, "answer": {"lead": said["lead"], "worse": worse, "rest": said["rest"], "sides": sides}}


def test_every_step_of_random_cases_is_worded_as_by_the_build(
    engine: Engine,
    shipped: Review,
    shipped_syntheses: dict[str, Synthesis],
    document: dict[str, Any],
    rules: dict[str, Any],
    cases: list[Case],
):
    engine.load(document)
    full = shipped_syntheses[rules["synthesis"]]
    python, widened = ByPython(shipped), 0
    for asked, theirs in zip(cases, engine.cases(rules, cases), strict=True):
        assert [plain_of_browser(one) for one in theirs] == list(steps_by_python(python, full, rules, asked)), asked
        widened += len(theirs) > 2
    assert widened > CASES / 20


def test_a_case_is_not_widened_before_too_little_of_what_matters_is_left(
    engine: Engine, document: dict[str, Any], rules: dict[str, Any], cases: list[Case]
):
    engine.load(document)
    for asked, taken in zip(cases, engine.cases(rules, cases), strict=True):
        assert all(step["studies"] < rules["leastStudies"] for step in taken[:-1]), asked
        assert taken[-1]["studies"] >= rules["leastStudies"] or not taken[-1]["given"], asked
        assert [one["studies"] for one in taken] == sorted(one["studies"] for one in taken), asked


def test_a_case_is_answered_within_a_frame(
    engine: Engine, document: dict[str, Any], rules: dict[str, Any], cases: list[Case]
):
    engine.load(document)
    times = zip(*(engine.time_of_cases(rules, cases) for _ in range(5)), strict=True)
    assert max(min(one) for one in times) < 16  # The best of several: machines are shared.
