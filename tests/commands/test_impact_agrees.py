"""The impact of removing, adding and altering a study is that of ``aggregate`` on both sides, claim by claim."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest

from generator.aggregation import aggregate
from generator.changes import compare
from generator.conversion import convert
from generator.model.change import CauseKind, Comparison
from generator.model.impact import Impact
from generator.model.review import Review
from generator.model.study import EffectRecord, Reported, Stated, Study
from generator.views.aggregation_document import as_document as aggregated
from generator.views.impact import as_document
from tests.conftest import CASE_STUDY, read

STUDIES = ("alizadeh-2025", "geens-2024", "gonzalez-2024", "paul-2022", "sathish-2022", "tao-2022")
EXACT = 1e-12


def without(review: Review, study: str) -> Review:
    """The review without a study, its evidence models taken out of every synthesis."""
    plans = tuple(
        replace(plan, evidence_models=tuple(m for m in plan.evidence_models if not m.startswith(f"{study}/")))
        for plan in review.plans
    )
    return replace(review, studies=tuple(one for one in review.studies if one.id != study), plans=plans)


def altered(review: Review, study: str) -> Review:
    """The review with every mean of a study turned round and made smaller, as its file would say too."""
    files = tuple(
        replace(file, text=f"{file.text}# Altered.\n") if file.path == f"studies/{study}.yaml" else file
        for file in review.files
    )
    studies = tuple(turned(one) if one.id == study else one for one in review.studies)
    return replace(review, studies=studies, files=files)


def turned(study: Study) -> Study:
    models = tuple(replace(one, effects=tuple(map(other, one.effects))) for one in study.evidence_models)
    return replace(study, evidence_models=models)


def other(record: EffectRecord) -> EffectRecord:
    assert isinstance(record.measurement, Reported | Stated)
    if isinstance(record.measurement, Stated):
        return record
    return replace(record, measurement=replace(record.measurement, mean=-record.measurement.mean / 3))


def told(comparison: Comparison, before: Review, after: Review) -> list[dict[str, object]]:
    """The claims as ``impact --format json`` has them."""
    document = as_document(Impact(before, after, comparison, (), (), (), ()))
    claims = document["claims"]
    assert isinstance(claims, list)
    return claims


def numbers(outcome: dict[str, object]) -> list[float | None]:
    conflict = outcome["conflict"]
    return [outcome["belief"], *(conflict[key] for key in ("last_step", "total", "weight"))]


def agree(comparison: Comparison, before: Review, after: Review) -> None:
    claims = told(comparison, before, after)
    for side, review in (("before", before), ("after", after)):
        document = aggregated(review, aggregate(review, dict(convert(review).by_policy)))
        truth = {(plan["id"], one["effect"]): one for plan in document["syntheses"] for one in plan["effects"]}
        found = {(one["synthesis"], one["effect"]): one[side] for one in claims if one[side] is not None}
        assert set(found) == set(truth)
        for claim, outcome in found.items():
            for key in ("range", "studies", "evidence_models"):
                assert outcome[key] == truth[claim][key]
            for mine, its in zip(numbers(outcome), numbers(truth[claim]), strict=True):
                assert mine == (its if its is None else pytest.approx(its, rel=0, abs=EXACT))


@pytest.fixture(scope="module")
def case() -> Review:
    review = read(CASE_STUDY)
    assert {one.id for one in review.studies} == set(STUDIES)
    return review


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize("kind", [CauseKind.REMOVED, CauseKind.ADDED, CauseKind.CORRECTED])
def test_every_claim_is_that_of_aggregate_on_its_side(case: Review, study: str, kind: CauseKind) -> None:
    before, after = {
        CauseKind.REMOVED: (case, without(case, study)),
        CauseKind.ADDED: (without(case, study), case),
        CauseKind.CORRECTED: (case, altered(case, study)),
    }[kind]
    comparison = compare(before, after, "before", "after")
    assert [(edit.kind, edit.subject) for edit in comparison.edits] == [(kind, study)]
    assert list(chain(*(one.causes for one in comparison.changed())))
    agree(comparison, before, after)
