"""The feed of versions, and the newest version in short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from generator.model.release import Release, ReleasedConclusion, ReleasedStudy, ReleasedSynthesis
from generator.model.review import Review
from generator.model.scale import Intensity, IntensityRange
from generator.views.feed import feed
from generator.views.latest_document import latest_document
from generator.views.release_changes import release_changes, release_summary

ATOM = "{http://www.w3.org/2005/Atom}"
WN = IntensityRange(Intensity.WN, Intensity.WN)
WN_IF = IntensityRange(Intensity.WN, Intensity.IF)
STUDY = ReleasedStudy("s", "S1", "A study")


def claim(effect: str, found: IntensityRange | None, belief: float | None) -> ReleasedConclusion:
    return ReleasedConclusion(effect, effect.capitalize(), 1, 2, found, belief, belief, 0.1, 0.0, 0.0, 0.0)


def version(number: str, day: str, *claims: ReleasedConclusion) -> Release:
    synthesis = ReleasedSynthesis("full", "Everything", "evidence_factory", "iqr", (), claims)
    return Release(number, date.fromisoformat(day), "0" * 64, None, (STUDY,), (synthesis,))


FIRST = version("1.0", "2026-01-02", claim("speed", WN, 0.886), claim("size", WN, 0.5), claim("gone", None, None))
SECOND = version("2.0", "2026-03-04", claim("speed", WN_IF, 0.7), claim("size", WN, 0.504), claim("new", WN, 0.996))


def parsed(review: Review, *releases: Release, published: tuple[str, ...] = ("1.0", "2.0"), site: str = ""):
    return ElementTree.fromstring(feed(review.question, releases, published, site).encode())


def test_every_changed_conclusion_has_a_sentence_that_stands_alone():
    assert [one.sentence for one in release_changes(FIRST, SECOND)] == [
        "Speed: widened, from WN (belief 0.89) to WN–IF (belief 0.70).",
        "New: new, WN (belief 1.00).",
        "Gone: withdrawn, was no result.",
    ]
    assert release_summary(None, FIRST) == "First version: 3 conclusions from 1 study."
    changed = "3 conclusions from 1 study. Since version 1.0, 1 conclusion of that version changed."
    assert release_summary(FIRST, SECOND) == changed


def test_the_feed_has_an_entry_for_each_published_version_newest_first(review: Review):
    root = parsed(review, FIRST, SECOND)
    assert root.findtext(f"{ATOM}updated") == "2026-03-04T00:00:00Z"
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Version 2.0", "Version 1.0"]
    assert [entry.find(f"{ATOM}link").get("href") for entry in entries] == ["2.0/index.html", "1.0/index.html"]
    for entry in (root, *entries):
        assert entry.findtext(f"{ATOM}id").startswith("urn:uuid:")
    assert root.find(f"{ATOM}author/{ATOM}name").text
    items = [item.text for item in entries[0].iter("{http://www.w3.org/1999/xhtml}li")]
    assert items == [one.sentence for one in release_changes(FIRST, SECOND)]


def test_ids_stay_whatever_else_is_published_and_wherever(review: Review):
    alone = parsed(review, FIRST, published=("1.0",)).find(f"{ATOM}entry")
    later = parsed(review, FIRST, SECOND, site="https://host/x/").findall(f"{ATOM}entry")
    assert alone.findtext(f"{ATOM}id") == later[1].findtext(f"{ATOM}id") != later[0].findtext(f"{ATOM}id")
    assert later[1].find(f"{ATOM}link").get("href") == "https://host/x/1.0/index.html"


def test_changes_are_told_since_the_release_before_also_if_that_was_not_published(review: Review):
    (only,) = parsed(review, FIRST, SECOND, published=("2.0",)).findall(f"{ATOM}entry")
    assert "Since version 1.0" in only.findtext(f"{ATOM}summary")


@pytest.mark.parametrize("text", ["</title><script>1</script>", "a & b", "\x00\x0b\ufffe\ud800", "]]>", "<!--"])
def test_text_from_evidence_stays_text(text: str, review: Review):
    question = replace(review.question, title=text, authors=(text,))
    conclusion = replace(claim("speed", WN_IF, 0.7), title=text)
    hostile = version("2.0", "2026-03-04", conclusion)
    root = ElementTree.fromstring(feed(question, (FIRST, hostile), ("1.0", "2.0"), "").encode("utf-8"))
    kept = "".join("\ufffd" if character in "\x00\x0b\ufffe\ud800" else character for character in text)
    assert root.findtext(f"{ATOM}title") == kept
    assert f"{kept}: widened" in "".join(root.itertext())


def test_the_newest_version_in_short_names_every_claim_and_where_it_is():
    document = latest_document(SECOND, "https://host/x/")
    assert list(document) == ["format", "version", "released", "search_date", "digest", "address", "syntheses"]
    assert document["search_date"] is None
    assert document["address"] == "https://host/x/2.0/"
    assert document["syntheses"][0]["effects"][0] == {
        "effect": "speed",
        "title": "Speed",
        "studies": 1,
        "evidence_models": 2,
        "range": ["WN", "IF"],
        "belief": 0.7,
        "address": "https://host/x/2.0/findings/full/speed.html",
    }
    assert latest_document(FIRST, "")["syntheses"][0]["effects"][2]["range"] is None
