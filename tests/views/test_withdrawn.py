"""What earlier versions held is found again, with the last version that had it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.model.release import History, Release
from generator.views.withdrawn import gone_conclusions, gone_studies
from tests.views.selections import GONE, first_release, second, second_history


@pytest.fixture(scope="module")
def first(review) -> Release:
    return first_release(review)


def test_a_study_that_left_is_found_with_the_reason_on_record(review, first):
    (gone,) = gone_studies(second(review), second_history(first, review))
    assert (gone.id, gone.label, gone.last, gone.since) == (GONE.study, "S4", "1.0", "2.0")
    assert gone.because == GONE.because


def test_a_study_that_left_without_a_word_is_found_too(review, first):
    silent = second(review)
    silent = replace(silent, search=replace(silent.search, withdrawn=()))
    (gone,) = gone_studies(silent, second_history(first, review))
    assert (gone.id, gone.because, gone.title) == (GONE.study, None, review.study(GONE.study).bibliography.title)


def test_before_the_next_release_nobody_knows_since_when(review, first):
    silent = second(review)
    silent = replace(silent, search=replace(silent.search, withdrawn=()))
    (gone,) = gone_studies(silent, History("", None, None, (first,)))
    assert (gone.last, gone.since) == ("1.0", None)


def test_a_study_on_record_that_no_release_held_is_kept(review):
    (gone,) = gone_studies(second(review), History(""))
    assert (gone.id, gone.last, gone.since, gone.because) == (GONE.study, None, "2.0", GONE.because)


def test_nothing_left_a_review_that_holds_everything(review, first, content):
    past = History("", "1.0", date(2026, 11, 25), (first,))
    assert gone_studies(review, past) == ()
    assert list(gone_conclusions(content.syntheses, past)) == []


def test_a_conclusion_or_a_synthesis_that_left_is_found_as_it_was(review, first, content):
    past = History("", None, None, (first,))
    fewer = replace(content.syntheses[0], effects=content.syntheses[0].effects[1:])
    (gone,) = gone_conclusions((fewer,), past)
    assert gone.conclusion.effect == content.syntheses[0].effects[0].effect
    assert (gone.last.version, gone.since, gone.synthesis_left) == ("1.0", None, False)
    everything = list(gone_conclusions((), past))
    assert len(everything) == len(content.syntheses[0].effects)
    assert all(one.synthesis_left for one in everything)
