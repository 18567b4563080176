"""The replication package of the journal extension, doi 10.5281/zenodo.18401926: what goes into its two syntheses.

Its conclusions were not at hand, so those of the review are held against exact arithmetic instead.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from generator.conversion import convert
from generator.intake import load
from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.synthesis import EffectSynthesis, Synthesis
from tests.conftest import CASE_STUDY
from tests.oracles import exact
from tests.published.extension_belief_values import GIVEN, PUBLISHED, STUDY_BELIEFS, SUBGROUP

STAYED = ("paul-2022", "sathish-2022", "tao-2022", "gonzalez-2024", "alizadeh-2025")
NO_ENERGY = {"S1", "S4", "S6", "S7", "S8", "S12", "S15", "S17", "S19", "S21"}
MODELLED = {"S2", "S5", "S9", "S10", "S16"}
COUNTS = {
    "accuracy": (10, 41), "f1_score": (2, 9), "precision": (1, 2), "recall": (1, 2), "map": (2, 4), "map_50": (1, 2),
    "map_50_95": (1, 2), "miou": (1, 4), "dsc": (1, 1), "bleu": (1, 4), "perplexity": (1, 17),
    "word_error_rate": (1, 17), "storage_size": (17, 62), "ram_usage": (2, 3), "gpu_utilization": (2, 3),
    "gpu_memory_utilization": (1, 2), "gpu_power_draw": (3, 5), "gpu_energy_consumption": (3, 5),
    "inference_latency": (12, 51), "inference_power_draw": (3, 10), "inference_energy_consumption": (8, 27),
    "ram_energy_consumption": (1, 3),
}  # fmt: skip
SUBGROUP_COUNTS = {
    "accuracy": 2, "precision": 1, "recall": 1, "map": 2, "map_50": 1, "map_50_95": 1, "dsc": 1, "perplexity": 1,
    "word_error_rate": 1, "storage_size": 8, "ram_usage": 2, "gpu_power_draw": 1, "gpu_energy_consumption": 1,
    "inference_latency": 8, "inference_power_draw": 1, "inference_energy_consumption": 3,
}  # fmt: skip


@pytest.fixture(scope="module")
def pieces(shipped: Review) -> tuple[EffectEvidence, ...]:
    return convert(shipped).under("sample-and-variation")


def test_all_276_belief_values_and_ranges_come_out_as_published(pieces: tuple[EffectEvidence, ...]):
    ours: dict[str, list[str]] = {}
    for piece in pieces:
        found = f"{piece.effect} {piece.belief_value:.3f} {piece.range}"
        ours.setdefault(piece.evidence_model, []).append(found.replace(" 0.", " .").replace("–", "-"))
        assert piece.belief_value == round(piece.belief_value, 3)
    published = {model: sorted(line.split("; ")) for model, line in PUBLISHED.items()}
    assert {model: sorted(found) for model, found in ours.items()} == published
    assert (len(published), sum(map(len, published.values()))) == (76, 276)


@pytest.mark.parametrize("study", STUDY_BELIEFS)
def test_every_study_belief_is_the_stored_one_but_for_its_own_rounding(pieces: tuple[EffectEvidence, ...], study: str):
    piece = next(piece for piece in pieces if piece.study == study)
    assert piece.study_belief.value == pytest.approx(STUDY_BELIEFS[study], abs=0 if study in GIVEN else 5e-6)


def test_the_study_beliefs_that_answers_do_not_give_are_given_with_the_difference(shipped: Review):
    given = {study.id: study.quality for study in shipped.studies if study.quality.given is not None}
    assert set(given) == set(GIVEN)
    for study, difference in GIVEN.items():
        words = f"{abs(difference):.4f} {'less' if difference < 0 else 'more'}"
        assert words in (given[study].given_because or ""), study


def test_one_study_counts_questions_with_only_na_as_zero(shipped: Review):
    differing = [study.id for study in shipped.studies if study.quality.unanswered != shipped.rules.unanswered]
    assert differing == ["paul-2022"]


def test_both_syntheses_have_the_published_order_and_policy(shipped_syntheses: dict[str, Synthesis]):
    full, subgroup = shipped_syntheses["full"], shipped_syntheses["ptq-int8"]
    assert full.evidence_models == tuple(PUBLISHED)
    assert subgroup.evidence_models == SUBGROUP
    assert [model for model in full.evidence_models if model in SUBGROUP] == list(SUBGROUP)
    assert {full.discount, subgroup.discount} == {"sample-and-variation"}


def test_the_effects_have_the_published_numbers_of_studies_and_evidence_models(shipped_syntheses: dict[str, Synthesis]):
    full, subgroup = shipped_syntheses["full"], shipped_syntheses["ptq-int8"]
    assert {one.effect: (len(one.studies), len(one.evidence)) for one in full.effects} == COUNTS
    assert {one.effect: len(one.evidence) for one in subgroup.effects} == SUBGROUP_COUNTS
    assert (len(COUNTS), len(SUBGROUP_COUNTS)) == (22, 16)


@pytest.mark.parametrize("synthesis", ["full", "ptq-int8"])
def test_every_conclusion_is_the_one_of_exact_arithmetic(shipped_syntheses: dict[str, Synthesis], synthesis: str):
    for one in shipped_syntheses[synthesis].effects:
        _is_exact(one)


def _is_exact(one: EffectSynthesis) -> None:
    found = exact.combine(exact.simple_support(piece.range.mask, piece.belief_value) for piece in one.evidence)
    assert found.masses is not None
    assert one.range is not None
    assert one.belief == pytest.approx(float(exact.belief(found.masses, one.range.mask)), abs=1e-12), one.effect
    assert one.conflict.last_step == pytest.approx(float(found.last_step), abs=1e-12), one.effect
    assert one.conflict.total == pytest.approx(float(1 - found.kept), abs=1e-12), one.effect
    assert sum(found.masses.values()) == Fraction(1)


def test_ties_of_the_extension_are_marked(shipped_syntheses: dict[str, Synthesis]):
    tied = {one.effect for one in shipped_syntheses["full"].effects if one.tied}
    assert tied == {"bleu", "precision", "recall"}


def test_the_subgroup_is_alike_in_technique_precision_and_baseline(shipped: Review):
    for name in SUBGROUP:
        model = shipped.evidence_model(name)
        alike = (model.technique, *(model.aspect(one) for one in ("baseline", "weights", "activations")))
        assert alike == ("ptq", ("fp32",), ("int8",), ("int8",))


def test_how_energy_was_obtained_decides_the_band(shipped: Review):
    obtained = {study.label: _energy(study.evidence_models) for study in shipped.studies}
    assert {label for label, words in obtained.items() if words == "none"} == NO_ENERGY
    assert {label for label, words in obtained.items() if words in ("analytical", "model")} == MODELLED
    assert {study.label for study in shipped.studies if study.design.type == "observational"} == MODELLED


def _energy(models) -> str:
    (found,) = {model.aspect("energy_measurement") for model in models}
    return found[0]


def test_two_studies_supply_28_of_the_76_evidence_models(shipped: Review):
    counts = Counter({study.label: len(study.evidence_models) for study in shipped.studies})
    assert counts.most_common(2) == [("S6", 17), ("S4", 11)]


def test_the_five_studies_that_stayed_say_what_changed(shipped: Review):
    changed = {study.id: [change.version for change in study.changes] for study in shipped.studies if study.changes}
    assert changed == {study: ["2.0"] for study in STAYED}


@pytest.mark.parametrize("study", STAYED)
def test_the_means_of_the_studies_that_stayed_are_those_of_the_first_version(shipped: Review, study: str):
    before = load(CASE_STUDY).review
    assert before is not None
    assert _means(shipped, study) == _means(before, study)
    spreads = _spreads(shipped, study), _spreads(before, study)
    assert (spreads[0] == spreads[1]) == (study != "gonzalez-2024")


def _means(review: Review, study: str) -> dict[tuple[str, str], float]:
    models = review.study(study).evidence_models
    return {(model.id, record.effect): record.measurement.mean for model in models for record in model.effects}


def _spreads(review: Review, study: str) -> dict[tuple[str, str], tuple[float | None, float | None]]:
    models = review.study(study).evidence_models
    found = [(model.id, record.effect, record.measurement) for model in models for record in model.effects]
    return {(model, effect): (measured.std, measured.iqr) for model, effect, measured in found}


def test_the_withdrawn_study_is_named_with_the_version_that_dropped_it(shipped: Review):
    (gone,) = shipped.search.withdrawn
    assert (gone.study, gone.label, gone.since) == ("geens-2024", "S4", "2.0")
    assert "not published" in " ".join(gone.because.split())


def test_the_selection_ends_with_the_studies_and_evidence_models_of_the_review(shipped: Review):
    flow = shipped.search.flow
    assert [step.number for step in flow] == [1226, 571, 84, 21, 76]
    assert flow[0].number - sum(each.number for each in flow[0].left) == flow[1].number
    assert len(shipped.studies) == flow[3].number
    assert sum(len(study.evidence_models) for study in shipped.studies) == flow[4].number
