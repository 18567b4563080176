"""The sentence bank, sentence by sentence."""

from __future__ import annotations

import pytest

from generator.model.rules import Effect
from generator.model.scale import RANGES
from generator.model.synthesis import Conflict
from generator.views.glossary import TERMS, term
from generator.views.words import (
    CONFLICT_BANDS,
    change_sentence,
    conclusion,
    conflict_sentence,
    how_contested,
    how_sure,
    ignorance_sentence,
    in_sentence,
    support,
    tie_sentence,
    what_happens,
)
from tests.bodies import body, levels
from tests.views.records import concluded

VERB = Effect("a", "Accuracy", "correctness", ("a",), "", "accuracy rises …", "accuracy falls …")
COMPARATIVE = Effect("b", "Latency", "resources", ("b",), "", "answers come … faster", "answers come … slower")
PLAIN = Effect("c", "Storage size", "resources", ("c",), "", "the file shrinks", "the file grows")

SENTENCES = {
    "SN": "Accuracy falls strongly",
    "SN-NE": "Accuracy falls clearly to strongly",
    "SN-WN": "Accuracy falls slightly to strongly",
    "SN-IF": "Accuracy falls slightly to strongly, if at all",
    "SN-WP": "Accuracy may change either way, from much worse to slightly better",
    "SN-PO": "Accuracy may change either way, from much worse to clearly better",
    "SN-SP": "Accuracy may change either way, from much worse to much better",
    "NE": "Accuracy falls clearly",
    "NE-WN": "Accuracy falls slightly to clearly",
    "NE-IF": "Accuracy falls slightly to clearly, if at all",
    "NE-WP": "Accuracy may change either way, from clearly worse to slightly better",
    "NE-PO": "Accuracy may change either way, from clearly worse to clearly better",
    "NE-SP": "Accuracy may change either way, from clearly worse to much better",
    "WN": "Accuracy falls slightly",
    "WN-IF": "Accuracy falls slightly, if at all",
    "WN-WP": "Accuracy may change either way, from slightly worse to slightly better",
    "WN-PO": "Accuracy may change either way, from slightly worse to clearly better",
    "WN-SP": "Accuracy may change either way, from slightly worse to much better",
    "IF": "Accuracy does not change noticeably",
    "IF-WP": "Accuracy rises slightly, if at all",
    "IF-PO": "Accuracy rises slightly to clearly, if at all",
    "IF-SP": "Accuracy rises slightly to strongly, if at all",
    "WP": "Accuracy rises slightly",
    "WP-PO": "Accuracy rises slightly to clearly",
    "WP-SP": "Accuracy rises slightly to strongly",
    "PO": "Accuracy rises clearly",
    "PO-SP": "Accuracy rises clearly to strongly",
    "SP": "Accuracy rises strongly",
}


def test_all_28_ranges_have_their_sentence():
    assert {str(found).replace("–", "-"): what_happens(VERB, found) for found in RANGES} == SENTENCES


def test_a_degree_before_a_comparative_reads_much():
    assert what_happens(COMPARATIVE, levels("SP")) == "Answers come much faster"
    assert what_happens(COMPARATIVE, levels("IF-WP")) == "Answers come slightly faster, if at all"


def test_a_phrase_without_a_mark_takes_its_degree_as_a_noun():
    assert (
        what_happens(PLAIN, levels("PO-SP"), "squeezing") == "The file shrinks with squeezing: a clear to strong change"
    )
    assert what_happens(PLAIN, levels("WN-IF")) == "The file grows: a slight change, if any"


def test_titles_keep_their_abbreviations_inside_a_sentence():
    assert [in_sentence(title) for title in ("Storage size", "GPU power draw", "F1 score")] == [
        "storage size",
        "GPU power draw",
        "F1 score",
    ]


@pytest.mark.parametrize(
    ("belief", "words"),
    [
        (0.895, "very well"),
        (0.89, "well"),
        (0.75, "well"),
        (0.745, "well"),
        (0.74, "moderately"),
        (0.3, "weakly"),
        (0, "hardly"),
    ],
)
def test_words_for_a_belief_follow_the_number_as_shown(belief, words):
    assert how_sure(belief) == f"{words} supported"


def test_a_conclusion_names_range_belief_and_support():
    found = concluded(body("WN", 0.9, "a"), body("WP", 0.5, "b"))
    assert conclusion(VERB, found, "thinning") == (
        "Accuracy falls slightly with thinning (WN, belief 0.82): well supported but slightly contested."
    )
    assert conflict_sentence(found) == (
        "The conclusion is slightly contested: 45 % of the combined mass met contradiction and was set aside "
        "(weight of conflict 0.26)."
    )
    assert change_sentence(found) == (
        "Combining weakened the belief: it is 8 points below the belief value of the strongest single evidence model."
    )
    assert ignorance_sentence(found) == "Little is left undecided (ignorance 0.09)."


def test_a_single_evidence_model_is_said_to_be_one():
    found = concluded(body("IF", 0.4))
    assert support(found) == "weakly supported, by a single evidence model"
    assert change_sentence(found) == "Only one evidence model reports this effect: nothing was combined."
    assert "no conflict" in conflict_sentence(found)


def test_total_conflict_and_no_support_give_no_result():
    contradiction = concluded(body("SN", 1.0, "a"), body("SP", 1.0, "b"))
    assert conclusion(VERB, contradiction) == "Accuracy: no result, because the evidence contradicts itself completely."
    assert how_contested(contradiction.conflict) == "in total contradiction"
    assert support(contradiction) == "no result"
    assert "not even how much" in ignorance_sentence(contradiction)
    silence = concluded(body("SN", 0.0))
    assert conclusion(VERB, silence) == "Accuracy: no result, because the evidence supports no level of the scale."
    assert change_sentence(silence) == "There is no reported range, so no change of belief."


def test_a_tie_is_said_to_have_been_decided_by_rule():
    assert "decided by rule" in tie_sentence(concluded(body("IF", 0.4, "a"), body("WP", 0.4, "b")))
    assert tie_sentence(concluded(body("IF", 0.4))) == ""


def test_terms_are_in_alphabetical_order_and_found_by_id():
    assert [one.title for one in TERMS] == sorted((one.title for one in TERMS), key=str.casefold)
    assert len({one.id for one in TERMS}) == len(TERMS)
    assert term("belief").symbol == "Bel"
    with pytest.raises(KeyError):
        term("nothing")


def test_a_logarithm_that_is_a_hair_off_decides_no_word():
    above = CONFLICT_BANDS[0][0]
    assert how_contested(Conflict(0.0, 0.9, above + 2e-16 * above)) == how_contested(Conflict(0.0, 0.9, above))
    assert how_contested(Conflict(0.0, 0.9, above + 1e-8)) == CONFLICT_BANDS[0][1]
    assert how_contested(Conflict(0.0, 1e-17, 1e-17)) == CONFLICT_BANDS[-1][1]
