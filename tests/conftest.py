"""What all tests share: the case study, which is small and published, and the shipped review."""

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
from tests.chromium import browser as browser

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "evidence"
CASE_STUDY = ROOT / "tests/reviews/del-rey-2025/evidence"
"""Version 1.0 of the review: six studies, 19 evidence models, with the published results."""

# Compiling takes longer than any deadline, once.
# Where changes are judged, the same code must always meet the same examples.
settings.register_profile("review", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("review")


def read(evidence: Path) -> Review:
    """The review in a folder that must be sound."""
    loaded = load(evidence)
    assert loaded.review is not None, "\n".join(map(str, loaded.problems))
    return loaded.review


@pytest.fixture(scope="session")
def review() -> Review:
    """The case study."""
    return read(CASE_STUDY)


@pytest.fixture(scope="session")
def full(review: Review) -> Synthesis:
    """The case study's only synthesis."""
    (synthesis,) = (one for one in aggregate(review, dict(convert(review).by_policy)) if one.id == "full")
    return synthesis


@pytest.fixture(scope="session")
def shipped() -> Review:
    """The review of the site."""
    return read(SHIPPED)


@pytest.fixture(scope="session")
def shipped_syntheses(shipped: Review) -> dict[str, Synthesis]:
    """The conclusions of the site, by synthesis."""
    return {one.id: one for one in aggregate(shipped, dict(convert(shipped).by_policy))}


@pytest.fixture(scope="session")
def content(review: Review) -> Content:
    return conclude(review)
