"""Invented reviews are sound, repeatable and as large as asked for; what they cost is held against its bounds."""

from __future__ import annotations

import pytest

from benchmarks.scale import report
from benchmarks.synthetic import write_review
from generator.aggregation import aggregate
from generator.conversion import convert
from generator.intake import load


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    return write_review(12, tmp_path_factory.mktemp("invented") / "evidence")


def test_an_invented_review_is_sound_and_of_its_size(invented):
    loaded = load(invented)
    assert loaded.problems == ()
    assert len(loaded.review.studies) == 12
    assert 24 <= sum(len(study.evidence_models) for study in loaded.review.studies) <= 90
    syntheses = aggregate(loaded.review, dict(convert(loaded.review).by_policy))
    assert [len(one.evidence_models) > 0 for one in syntheses] == [True, True]


def test_the_same_number_gives_the_same_files_and_a_larger_review_has_the_smaller_one_in_it(invented, tmp_path):
    again, larger = write_review(12, tmp_path / "again"), write_review(14, tmp_path / "larger")
    for path in (invented / "studies").iterdir():
        assert (again / "studies" / path.name).read_bytes() == path.read_bytes()
        assert (larger / "studies" / path.name).read_bytes() == path.read_bytes()
    assert (again / "syntheses/full.yaml").read_bytes() == (invented / "syntheses/full.yaml").read_bytes()


def found(seconds: float) -> dict:
    once = {"stages": {"load": seconds, "pages": 1.0, "builder": 10.0}, "memory": 1e9}
    return {"runs": dict.fromkeys(("cold", "unchanged"), once), "pages": 3, "largest_page": 2_000_000}


def test_what_takes_too_much_is_said():
    lines = list(report({"100": found(1.0), "1000": found(20.0)}))
    assert "  TOO MUCH: before the builder, unchanged: 0.20 × (at most 0.1 ×)" in lines
    assert "  before the builder, cold: 0.20 × (at most 1 ×)" in lines
    assert "  TOO MUCH: largest page: 2.00 MB (at most 1 MB)" in lines
    assert "  TOO MUCH: 100 to 1,000 studies, load: 20.00 × (at most 11 ×)" in lines
    assert "  100 to 1,000 studies, pages: 1.00 × (at most 11 ×)" in lines
