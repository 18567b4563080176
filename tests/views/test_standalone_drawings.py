"""Badges and charts for other sites: safe, small, legible on any ground, the same every time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from generator.model.release import History
from generator.pages.permanent import drawings, permanent
from generator.views import badge, embed
from generator.views.lettering import width_of
from generator.views.palette import contrast
from generator.views.rounding import belief_text
from generator.views.snippets import html_image, markdown_image
from tests.pages.poison import HOSTILE as TEXTS
from tests.pages.poison import html
from tests.views.records import hostile
from tests.views.selections import first_release

LARGEST = 40_000
SVG = "{http://www.w3.org/2000/svg}"
RELEASED = History("", "2.0", date(2026, 11, 25))
DRAWS = {"svg", "title", "desc", "rect", "text", "path"}


@pytest.fixture(scope="module")
def made(content) -> dict[str, str]:
    return dict(drawings(replace(content, history=RELEASED, address="https://host.example/r/", published=True)))


def texts(root: ElementTree.Element) -> list[ElementTree.Element]:
    return list(root.iter(f"{SVG}text"))


def test_every_conclusion_has_both_files(content, made):
    expected = {
        f"{folder}/full/{one.effect}.svg" for folder in ("badges", "embed") for one in content.syntheses[0].effects
    }
    assert set(made) == expected


def test_a_badge_says_result_studies_and_version(content, made):
    (one,) = (each for each in content.syntheses[0].effects if each.effect == "storage_size")
    title = ElementTree.fromstring(made["badges/full/storage_size.svg"]).findtext(f"{SVG}title")
    assert title == f"storage size {one.range} {belief_text(one.belief)} · {len(one.studies)} studies · v2.0"
    drawn = "".join(each.text or "" for each in texts(ElementTree.fromstring(made["badges/full/storage_size.svg"])))
    assert drawn == title.replace(f" {one.range}", str(one.range)).replace(
        f"{belief_text(one.belief)} · ", belief_text(one.belief)
    )


def test_a_working_state_is_a_draft_and_a_version_is_not(content):
    one = content.syntheses[0].effects[0]
    assert badge.badge("Comfort", one, History("")).base.endswith(" · draft")
    assert badge.badge("Comfort", one, RELEASED).base.endswith(" · v2.0")


def test_a_chart_names_conclusion_review_version_and_address(review, content, made):
    said = " ".join(ElementTree.fromstring(made["embed/full/accuracy.svg"]).itertext())
    for words in (review.question.title, "version 2.0 of 25 November 2026", content.syntheses[0].title):
        assert words in said
    drawn = re.sub(
        r"\s", "", "".join(each.text or "" for each in texts(ElementTree.fromstring(made["embed/full/accuracy.svg"])))
    )
    assert "https://host.example/r/2.0/findings/full/accuracy.html" in drawn
    assert all(
        f"{study.label} ·" in said
        for study in review.studies
        if study.id in content.syntheses[0].effect("accuracy").studies
    )


def test_there_is_a_tick_for_every_evidence_model(content, made):
    for one in content.syntheses[0].effects:
        assert made[f"embed/full/{one.effect}.svg"].count("v10") == len(one.evidence)


def test_they_stand_alone_and_are_small(made):
    for path, text in made.items():
        root = ElementTree.fromstring(text)
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= DRAWS, path
        assert not re.search(r"var\(|style=|href|url\(|class=\"lr-o", text), path
        assert root.get("role") == "img", path
        assert root.findtext(f"{SVG}title"), path
    for effect in {path.partition("/")[2] for path in made}:
        assert len(made[f"badges/{effect}"].encode()) + len(made[f"embed/{effect}"].encode()) < LARGEST


def test_a_chart_of_very_many_studies_stays_small(review, content):
    synthesis = content.syntheses[0]
    one = max(synthesis.effects, key=lambda each: len(each.evidence))
    studies = [replace(review.studies[0], id=f"study-{n}", label=f"S{n}") for n in range(400)]
    pieces = tuple(replace(one.evidence[n % len(one.evidence)], study=study.id) for n, study in enumerate(studies))
    many = replace(one, evidence=pieces)
    text = embed.embed(replace(review, studies=tuple(studies)), synthesis, many, RELEASED, "")
    assert f"{400 - embed.MOST + 1} more studies" in "".join(ElementTree.fromstring(text).itertext())
    assert len(text.encode()) < LARGEST


def on_grounds(root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, str]]:
    """Every text with the colour of the last rectangle drawn under it."""
    ground: list[ElementTree.Element] = []
    for element in root:
        if element.tag == f"{SVG}rect" and element.get("fill") != "none":
            ground.append(element)
        elif element.tag == f"{SVG}text":
            x, y = float(element.get("x", "")), float(element.get("y", ""))
            under = [
                box.get("fill", "")
                for box in ground
                if float(box.get("x", "")) <= x <= float(box.get("x", "")) + float(box.get("width", ""))
                and float(box.get("y", "")) <= y <= float(box.get("y", "")) + float(box.get("height", ""))
            ]
            yield element, under[-1]


def test_every_text_can_be_read_on_its_ground(made):
    for path, text in made.items():
        for element, ground in on_grounds(ElementTree.fromstring(text)):
            assert contrast(element.get("fill", ""), ground) >= 4.5, (path, element.text)


def test_texts_keep_within_the_drawing(review, content):
    """Also where titles are very long."""
    wordy = dict(drawings(replace(content, review=hostile(review), history=RELEASED)))
    for path, text in wordy.items():
        root = ElementTree.fromstring(text)
        width = float(root.get("width", ""))
        for each in texts(root):
            size, x = float(each.get("font-size", "")), float(each.get("x", ""))
            long = width_of(each.text or "", size, each.get("font-weight") is not None)
            left = x - long * {"middle": 0.5, "end": 1.0}.get(each.get("text-anchor", ""), 0.0)
            assert left >= 0, (path, each.text)
            assert left + long <= width, (path, each.text)


def test_hostile_titles_are_text(review, content):
    poisoned = dict(drawings(replace(content, review=hostile(review), history=RELEASED)))
    for path, text in poisoned.items():
        assert {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(text).iter()} <= DRAWS, path


def test_a_conclusion_without_a_result_has_its_drawings(content, review):
    none = replace(content.syntheses[0].effects[0], range=None, belief=None, masses=())
    made = badge.badge("Comfort", none, RELEASED)
    assert made.text.startswith("comfort no result · ")
    ElementTree.fromstring(badge.draw(made))
    assert "no range" in embed.embed(review, content.syntheses[0], none, RELEASED, "")


def test_a_withdrawn_conclusion_says_so_where_it_was_shown(review, content):
    first = first_release(review)
    later = replace(RELEASED, releases=(first, replace(first, version="2.0", syntheses=())))
    fewer = replace(content.syntheses[0], effects=content.syntheses[0].effects[1:])
    made = dict(drawings(replace(content, syntheses=(fewer,), history=later)))
    gone = content.syntheses[0].effects[0].effect
    assert "withdrawn · v2.0" in made[f"badges/full/{gone}.svg"].replace("&#46;", ".")
    assert "no longer part of the review" in "".join(ElementTree.fromstring(made[f"embed/full/{gone}.svg"]).itertext())


def test_drawings_are_the_same_every_time(content, made):
    again = dict(drawings(replace(content, history=RELEASED, address="https://host.example/r/", published=True)))
    assert again == made


def test_an_unknown_address_leaves_lines_that_continue_it(content):
    found = permanent(content, content.syntheses[0], content.syntheses[0].effects[0])
    assert not found.known
    assert found.address == f"findings/full/{content.syntheses[0].effects[0].effect}.html"
    assert f"]({found.badge})]({found.address})" in found.snippets[0].text


def test_a_published_version_is_named_in_every_line(content):
    there = replace(content, history=RELEASED, address="https://host.example/r/", published=True)
    found = permanent(there, content.syntheses[0], content.syntheses[0].effects[0])
    assert found.known
    for snippet in found.snippets:
        assert snippet.text.count("https://host.example/r/2.0/") == 2


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("text", TEXTS)
def test_a_copied_line_shows_hostile_text_as_an_alternative_only(text):
    lines = (
        html_image(text, "https://h/b.svg", "https://h/p.html"),
        html("---\n---\n" + markdown_image(text, "https://h/b.svg", "https://h/p.html")),
    )
    for line in lines:
        links = [(tag, attributes) for tag, attributes in _Tags(line).found if tag != "p"]
        assert [tag for tag, _ in links] == ["a", "img"]
        assert links[0][1] == {"href": "https://h/p.html"}
        assert set(links[1][1]) == {"src", "alt"}
        assert links[1][1]["src"] == "https://h/b.svg"
