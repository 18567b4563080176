"""The 93 belief values and ranges behind the ESEM 2025 synthesis, and its six study beliefs."""

import pytest

from generator.conversion import convert
from generator.model.review import Review
from tests.published.del_rey_2025_belief_values import PUBLISHED

STUDY_BELIEFS = {
    "paul-2022": 0.37333333333333335,
    "sathish-2022": 0.3939814814814815,
    "tao-2022": 0.6429166666666667,
    "geens-2024": 0.185,
    "gonzalez-2024": 0.7361083333333334,
    "alizadeh-2025": 0.7129601851851852,
}


def test_all_93_belief_values_and_ranges_come_out_as_published(review: Review):
    ours: dict[str, list[tuple[str, float, str]]] = {}
    for piece in convert(review).pieces:
        ours.setdefault(piece.evidence_model, []).append((piece.effect, piece.belief_value, str(piece.range)))
    assert {model: sorted(found) for model, found in ours.items()} == {
        model: sorted(found) for model, found in PUBLISHED.items()
    }
    assert sum(map(len, PUBLISHED.values())) == 93


@pytest.mark.parametrize("study", STUDY_BELIEFS)
def test_every_study_belief_is_the_published_one_but_for_its_own_rounding(review: Review, study: str):
    piece = next(piece for piece in convert(review).pieces if piece.study == study)
    assert piece.study_belief.value == pytest.approx(STUDY_BELIEFS[study], abs=1e-5)


def test_the_order_of_the_synthesis_is_that_of_the_published_table(review: Review):
    assert list(review.plan("full").evidence_models) == list(PUBLISHED)
