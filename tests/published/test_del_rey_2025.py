"""S. del Rey et al., ESEM 2025, doi 10.1109/ESEM64174.2025.00049: the full aggregation of six studies."""

import pytest

from generator.model.synthesis import Synthesis
from generator.views.rounding import belief_text

# Range and belief as printed in the forest plot, and the belief that the published inputs give.
PRINTED = {
    "accuracy": ("WN", "0.90", 0.8858),
    "f1_score": ("IF", "0.83", 0.8245),
    "storage_size": ("SP", "1.00", 0.9999),
    "gpu_utilization": ("IF", "0.74", 0.7360),
    "gpu_memory_utilization": ("PO–SP", "0.71", 0.7050),
    "gpu_power_draw": ("IF–WP", "0.96", 0.9621),
    "gpu_energy_consumption": ("PO–SP", "0.95", 0.9487),
    "inference_latency": ("IF–WP", "0.98", 0.9800),
    "inference_power_draw": ("WP", "0.93", 0.9206),
    "inference_energy_consumption": ("WP", "0.69", 0.6746),
}
DIFFERING = {"accuracy", "f1_score", "inference_power_draw", "inference_energy_consumption"}


@pytest.mark.parametrize("effect", PRINTED)
def test_every_range_is_the_published_one(full: Synthesis, effect: str):
    assert str(full.effect(effect).range) == PRINTED[effect][0]


@pytest.mark.parametrize("effect", PRINTED)
def test_every_belief_follows_from_the_published_inputs(full: Synthesis, effect: str):
    assert full.effect(effect).belief == pytest.approx(PRINTED[effect][2], abs=1e-4)


@pytest.mark.parametrize("effect", PRINTED)
def test_six_beliefs_agree_to_two_decimals_and_four_within_two_hundredths(full: Synthesis, effect: str):
    printed, ours = PRINTED[effect][1], full.effect(effect).belief
    assert (belief_text(ours) == printed) is (effect not in DIFFERING)
    assert ours == pytest.approx(float(printed), abs=0.02)


def test_the_eleventh_effect_was_not_published(full: Synthesis):
    assert {one.effect for one in full.effects} - set(PRINTED) == {"dsc"}
    dsc = full.effect("dsc")
    assert (str(dsc.range), dsc.belief) == ("IF", pytest.approx(0.394, abs=1e-12))


def test_the_last_conflict_about_accuracy_is_the_one_of_the_order_of_the_table(full: Synthesis):
    assert full.effect("accuracy").conflict.last_step == pytest.approx(0.4036, abs=1e-4)


def test_the_counts_are_the_published_ones(full: Synthesis, review):
    for result in review.plan("full").published.results:
        ours = full.effect(result.effect)
        assert (len(ours.evidence), len(ours.studies)) == (result.evidence_models, result.studies)


def test_inference_energy_ends_below_its_strongest_evidence_model(full: Synthesis):
    assert full.effect("inference_energy_consumption").change == "weakened"


def test_pooled_rows_show_the_conventions_behind_the_statistics():
    """S1's five accuracies and S4's two energies, pooled: std with n − 1, quartiles by nearest rank."""
    from generator.model.improvement import iqr_nearest_rank, mean, sample_std

    accuracy = (-0.618, -8.461, -0.124, -8.41, -4.272)
    assert mean(accuracy) == pytest.approx(-4.377, abs=5e-4)
    assert sample_std(accuracy) == pytest.approx(4.037, abs=6e-4)
    assert iqr_nearest_rank(accuracy) == pytest.approx(7.792, abs=1e-9)
    assert sample_std((52.086, 48.84)) == pytest.approx(2.296, abs=1e-3)
    assert iqr_nearest_rank((52.086, 48.84)) == pytest.approx(3.247, abs=2e-3)
