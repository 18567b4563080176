"""Citations of a version: every format says the same, and none breaks, whatever titles and names hold."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from generator.model.release import History
from generator.views.citation import Citation, as_bibtex, as_csl_json, as_ris, citation, files, plain
from generator.views.names import is_group
from tests.views.records import HOSTILE

PAST = History("ab" * 32, "2.0", date(2026, 12, 2))
ADDRESS = "https://example.org/review/2.0/"


@pytest.fixture
def cited(review) -> Citation:
    found = citation(review, PAST, ADDRESS)
    assert found is not None
    return found


def test_a_working_state_cannot_be_cited(review):
    assert citation(review, History("ab" * 32), ADDRESS) is None


def test_every_format_names_title_version_year_address_and_digest(review, cited):
    for ending, _, text in files(cited):
        for words in (review.question.title, "2.0", "2026", ADDRESS, "ab" * 32, review.question.authors[0]):
            assert words in text, (ending, words)


def test_the_plain_citation_is_one_line(review):
    found = plain(citation(review, PAST, ""))
    assert found == (
        f"{review.question.authors[0]} (2026). {review.question.title} Living review, version 2.0 of 2 December 2026. "
        f"Evidence SHA-256 {'ab' * 32}.\n"
    )


def test_without_authors_the_people_who_keep_the_review_are_named(review):
    nobody = replace(review, question=replace(review.question, authors=()))
    assert citation(nobody, PAST, "").authors == tuple(person.name for person in review.living.people)


def test_people_and_groups_are_told_apart(cited):
    several = replace(cited, authors=("S. del Rey", "González Álvarez, A.", "Contributors to this review", "Anonymous"))
    (item,) = json.loads(as_csl_json(several))
    assert item["author"] == [
        {"family": "del Rey", "given": "S."},
        {"family": "González Álvarez", "given": "A."},
        {"literal": "Contributors to this review"},
        {"literal": "Anonymous"},
    ]
    assert (
        "author = {S. del Rey and González Álvarez, A. and {Contributors to this review} and Anonymous}"
        in as_bibtex(several)
    )
    assert re.findall("^AU  - (.*)\r$", as_ris(several), re.M) == [
        "del Rey, S.", "González Álvarez, A.", "Contributors to this review", "Anonymous",
    ]  # fmt: skip
    assert not is_group("Anonymous")


@pytest.mark.parametrize("text", [*HOSTILE, "ER  - \r\nTY  - JOUR", "}, x = {"])
def test_hostile_text_breaks_no_format(cited, text):
    bad = replace(cited, title=text, authors=(text, "A and B, C, D"))
    assert plain(bad).count("\n") == 1
    (item,) = json.loads(as_csl_json(bad))
    assert item["version"] == "2.0"
    entry = as_bibtex(bad)
    assert entry.count("{") == entry.count("}")
    assert re.findall(r"^  (\w+) = ", entry, re.M) == [
        "author", "title", "year", "date", "howpublished", "version", "url", "note",
    ]  # fmt: skip
    record = as_ris(bad)
    assert re.findall(r"^(\w\w)  - ", record, re.M) == [
        "TY", "AU", "AU", "TI", "PY", "DA", "ET", "M3", "UR", "N1", "ID", "ER",
    ]  # fmt: skip
    assert all(line.endswith("\r\n") and line.count("\r") == 1 for line in record.splitlines(keepends=True))
