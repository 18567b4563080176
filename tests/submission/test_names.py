from __future__ import annotations

import pytest

from generator.submission import identifiers
from generator.submission.names import next_label, short_name, study_id


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Doe, Jane Ann", "J. A. Doe"),
        ("Jane Ann Doe", "J. A. Doe"),
        ("J.A. Doe", "J. A. Doe"),
        ("Ludwig van Beethoven", "L. van Beethoven"),
        ("van Beethoven, Ludwig", "L. van Beethoven"),
        ("Jean-Paul Sartre", "J.-P. Sartre"),
        ("OpenAI", "OpenAI"),
        ("", ""),
    ],
)
def test_given_names_become_initials(name: str, short: str) -> None:
    assert short_name(name) == short


def test_the_next_label_follows_the_highest_of_the_commonest_kind() -> None:
    assert next_label(["S1", "S21", "X7", "S3"]) == "S22"
    assert next_label(["EX"]) == "S1"


def test_an_id_is_author_and_year_and_nobody_elses() -> None:
    assert study_id(("J. Müller",), "2031", ()) == "muller-2031"
    assert study_id(("J. Müller",), "2031", ("muller-2031", "Muller-2031-2")) == "muller-2031-3"
    assert study_id(("李 明",), "", ()) == "study"
    assert study_id(("C. Con",), "", ("con",)) == "study-con"


@pytest.mark.parametrize(
    ("read", "text", "found"),
    [
        (identifiers.doi, "https://doi.org/10.1000/182.", "10.1000/182"),
        (identifiers.doi, "10.48550/arXiv.2505.00816", ""),
        (identifiers.doi, "10.1000/ä", ""),
        (identifiers.arxiv, "arXiv:2505.00816v1 [cs.SE]", "2505.00816v1"),
        (identifiers.arxiv, "cs.SE/0101001", "cs.SE/0101001"),
        (identifiers.arxiv, "version 2505.00816 of it", ""),
        (identifiers.url, "http://example.org/a", "https://example.org/a"),
        (identifiers.url, "javascript:alert(1)", ""),
        (identifiers.url, "https://user@example.org/", ""),
        (identifiers.year, "published 2031-05", "2031"),
        (identifiers.year, "20311", ""),
    ],
)
def test_identifiers_are_found_in_what_people_write(read, text: str, found: str) -> None:
    assert read(text) == found
