"""Scenarios drawn at random from what a review offers; the same seed always draws the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from generator.model.review import Review
from generator.sensitivity.combination_rules import RULES
from generator.sensitivity.dependence import _SHARES

Scenario = dict[str, Any]


def scenarios(review: Review, number: int, seed: int) -> Iterator[Scenario]:
    random = Random(seed)
    for _ in range(number):
        yield _scenario(review, random)


def _scenario(review: Review, random: Random) -> Scenario:
    rules = review.rules
    drawn: Scenario = {
        "synthesis": random.choice(review.plans).id,
        "evidenceModels": _models(review, random) if random.random() < 0.4 else None,
        "without": _without(review, random) if random.random() < 0.4 else [],
        "filters": _filters(review, random) if random.random() < 0.4 else {},
        "discount": random.choice([*(one.id for one in rules.discount_policies), None]),
        "reading": random.choice(rules.reading_policies).id,
        "threshold": random.choice([0.75, 0.65, 0.8, random.random(), 0, 1]),
        "bounds": _bounds(review, random),
        "dependence": random.choice(list(_SHARES)),
        "rule": random.choice(["dempster"] * 4 + list(RULES)),
        "unanswered": random.choice([None, None, "dropped", "count_as_zero"]),
    }
    left_out = [name for name in drawn if random.random() < 0.15]
    return {name: value for name, value in drawn.items() if name not in left_out}


def _models(review: Review, random: Random) -> list[str]:
    every = [model.id for study in review.studies for model in study.evidence_models]
    return random.sample(every, random.randint(0, len(every)))


def _without(review: Review, random: Random) -> list[str]:
    either = [study.id for study in review.studies]
    either += [model.id for study in review.studies for model in study.evidence_models]
    return random.sample(either, random.randint(1, 8))


def _filters(review: Review, random: Random) -> dict[str, Any]:
    models = [model for study in review.studies for model in study.evidence_models]
    aspects: dict[str, list[str | None]] = {}
    for _ in range(random.randint(0, 2)):
        name, values = random.choice(random.choice(models).aspects)
        aspects[name] = [*values, *random.choice(random.choice(models).aspects)[1], *random.choice([[], [None]])]
    if random.random() < 0.3:
        aspects["technique"] = [random.choice(models).technique]
    years = sorted(study.bibliography.year for study in random.sample(review.studies, 2))
    drawn = {
        "aspects": aspects,
        "studyTypes": [study.design.type for study in random.sample(review.studies, 2)],
        "years": random.choice([years, [years[0], None], [None, years[1]]]),
        "leastStudyBelief": random.choice([0.3, 0.5, 0.6]),
        "leastQuality": random.choice([0, 0.4, 0.7]),
    }
    return {name: value for name, value in drawn.items() if random.random() < 0.5}


def _bounds(review: Review, random: Random) -> Any:
    families = [family for family, _ in review.rules.intensity_bands]
    factors = [0.8, 0.9, 1.1, 1.2, 1, round(random.uniform(0.3, 3), 2), random.uniform(0.3, 3)]
    given = [random.choice([random.choice(factors), _limits(review, family, random)]) for family in families]
    return random.choice([{}, {}, random.choice(factors), dict(zip(families, given, strict=True))])


def _limits(review: Review, family: str, random: Random) -> list[float]:
    number = len(review.rules.bands(family)) - 1
    return sorted(random.sample(range(1, 80), number)) if random.random() < 0.5 else [
        one + random.random() for one in sorted(random.sample(range(80), number))
    ]  # fmt: skip
