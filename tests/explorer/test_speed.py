"""How long a recomputation takes: a slider has to follow the finger. The best of several: machines are shared."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

import pytest

from tests.explorer.conftest import Engine

SCENARIOS: dict[str, dict[str, Any]] = {
    "as it is": {},
    "another discount and bounds": {"discount": "iqr", "bounds": 1.2, "reading": "santos_2015"},
    "beliefs shared out": {"dependence": "mass_preserving"},
    "another rule": {"rule": "dubois_prade"},
}


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_review_is_recomputed_within_a_frame(engine: Engine, document: dict[str, Any], name: str):
    engine.load(document)
    assert min(engine.time(SCENARIOS[name], 15)) < 16


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_thousand_evidence_models_are_recomputed_in_a_tenth_of_a_second(
    engine: Engine, document: dict[str, Any], name: str
):
    engine.load(grown(document, 1000))
    assert min(engine.time(SCENARIOS[name], 8)) < 100


def grown(document: dict[str, Any], models: int) -> dict[str, Any]:
    """The data file with copies of its studies until it has so many evidence models, all in the first synthesis."""
    studies, ids = list(document["studies"]), list(document["syntheses"][0]["evidence_models"])
    for turn in count(1):
        for study in document["studies"]:
            if len(ids) >= models:
                plan = {**document["syntheses"][0], "evidence_models": ids}
                return {**document, "studies": studies, "syntheses": [plan]}
            copy = json.loads(json.dumps(study))
            copy["id"] = f"{study['id']}-{turn}"
            for model in copy["evidence_models"]:
                model["id"] = f"{copy['id']}/{model['id'].partition('/')[2]}"
                ids.append(model["id"])
            studies.append(copy)
    raise AssertionError
