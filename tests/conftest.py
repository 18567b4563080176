"""What all tests share: the shipped review and the case study's tables."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from generator.aggregation import aggregate
from generator.conclude import conclude
from generator.conversion import convert
from generator.intake import load
from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.pages.content import Content

ROOT = Path(__file__).parent.parent

# Compiling takes longer than any deadline, once.
# Where changes are judged, the same code must always meet the same examples.
settings.register_profile("review", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("review")


@pytest.fixture(scope="session")
def review() -> Review:
    loaded = load(ROOT / "evidence")
    assert loaded.review is not None, "\n".join(map(str, loaded.problems))
    return loaded.review


@pytest.fixture(scope="session")
def full(review: Review) -> Synthesis:
    (synthesis,) = (one for one in aggregate(review, dict(convert(review).by_policy)) if one.id == "full")
    return synthesis


@pytest.fixture(scope="session")
def content(review: Review) -> Content:
    return conclude(review)
