"""What the review says about its own state, and its dates in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.model.release import History
from generator.views.dates import date_text
from generator.views.status import status


def test_dates_are_written_out_and_unknown_ones_are_said_to_be_unknown():
    assert date_text(date(2026, 11, 25)) == "25 November 2026"
    assert date_text(date(2027, 5, 1)) == "1 May 2027"
    assert date_text(None) == "unknown"


def test_the_status_has_the_dates_of_the_search_and_of_the_release(review):
    search = replace(review.search, last_search=None, next_promised=date(2027, 5, 31))
    found = status(replace(review, search=search), History("", "2.0", date(2026, 11, 25)))
    assert (found.version, found.released) == ("2.0", date(2026, 11, 25))
    assert (found.last_search, found.next_promised) == (None, date(2027, 5, 31))


def test_a_working_state_has_no_version(review):
    assert status(review, History("abc")).version is None


@pytest.mark.parametrize(("living", "words"), [("active", ""), ("paused", "paused"), ("retired", "any more")])
def test_only_a_review_that_is_not_active_gives_notice(review, living, words):
    found = status(replace(review, living=replace(review.living, status=living)), History(""))
    assert words in found.notice
    assert bool(words) == bool(found.notice)
