"""All that is published of a review whose every field is hostile, beside the same with harmless text of the same shape.

What differs is text and nothing else: no element, attribute, address, key, row, column, entry or line more or less.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

from generator.pages.render import escape
from generator.views.bibtex import latex
from generator.views.impact import as_document, as_markdown
from tests.hostile.build import Built, beside
from tests.hostile.strings import MARK
from tests.hostile.structure import Structure, forge, structure
from tests.pages.poison import html

FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20\t\r\n")
_NUMBER = re.compile(r"-?[0-9.]+(e[-+]?[0-9]+)?")


def _files(built: Built, ending: str) -> dict[str, str]:
    """The texts of the docs tree with this ending, but for what is not made from evidence."""
    found = (path for path in sorted(built.docs.rglob(f"*{ending}")) if path.is_file())
    every = {str(path.relative_to(built.docs)): path for path in found}
    return {name: path.read_bytes().decode() for name, path in every.items() if not name.startswith("assets/")}


@pytest.fixture(scope="module")
def bodies(poisoned: Built, harmless: Built) -> dict[str, tuple[Structure, Structure]]:
    """The two longest pages of each kind as HTML, hostile and harmless."""
    pages = zip(_files(poisoned, ".md").items(), _files(harmless, ".md").values(), strict=True)
    both = {name: (one, other) for (name, one), other in pages}
    found = {}
    for kind in {page.kind for page in poisoned.pages}:
        names = [f"{page.path}.md" for page in poisoned.pages if page.kind == kind]
        for name in sorted(names, key=lambda name: -len(both[name][0]))[:2]:
            found[name] = (structure(html(both[name][0])), structure(html(both[name][1])))
    assert len(found) > 30
    return found


def test_the_same_files_are_written(poisoned: Built, harmless: Built) -> None:
    assert sorted(_files(poisoned, "")) == sorted(_files(harmless, ""))
    assert not any(MARK in name for name in _files(poisoned, ""))


def test_pages_have_the_same_elements_attributes_and_addresses(bodies: dict[str, tuple[Structure, Structure]]) -> None:
    for name, (one, other) in bodies.items():
        assert one.outline == other.outline, name
        assert sorted(one.addresses) == sorted(other.addresses), name
        assert one.others == other.others == [], name


def test_no_page_holds_a_script_a_frame_or_an_attribute_that_runs_one(
    bodies: dict[str, tuple[Structure, Structure]],
) -> None:
    for name, (one, other) in bodies.items():
        assert one.tags == other.tags, name
        assert not {"script", "iframe", "object", "embed", "base", "meta", "link", "style"} & one.tags, name
        assert not [word for word in one.attributes if word.startswith("on") or word in ("style", "srcdoc")], name
        assert not [address for address in one.addresses if MARK in address], name


def test_drawings_hold_what_draws_and_nothing_else(bodies: dict[str, tuple[Structure, Structure]]) -> None:
    known = set().union(*(other.drawn for _, other in bodies.values()))
    assert set().union(*(one.drawn for one, _ in bodies.values())) <= known


def test_texts_are_shown_as_they_were_written(poisoned: Built, bodies: dict[str, tuple[Structure, Structure]]) -> None:
    written = _files(poisoned, ".md")
    for study in poisoned.review.studies:
        name = f"studies/{study.id}.md"
        for text in (study.bibliography.title, *study.bibliography.authors, *study.notes):
            assert escape(text) in written[name]
            assert name not in bodies or " ".join(text.split()) in bodies[name][0].text


def test_front_matter_is_json_with_the_same_keys(poisoned: Built, harmless: Built) -> None:
    for (name, one), other in zip(_files(poisoned, ".md").items(), _files(harmless, ".md").values(), strict=True):
        heads = [json.loads(text.split("\n---\n")[0].removeprefix("---\n")) for text in (one, other)]
        assert _shape(heads[0]) == _shape(heads[1]), name
        assert not re.search("[<>\"']|{[{%]", heads[0]["title"] + heads[0]["description"]) or "{{" in str(heads[0]), (
            name
        )


def test_the_configuration_of_the_site_builder_differs_in_text_only(poisoned: Built, harmless: Built) -> None:
    found = [json.loads((built.folder / "mkdocs.yml").read_text(encoding="utf-8")) for built in (poisoned, harmless)]
    for one in found:
        del one["extra"]["dataset"]
        del one["INHERIT"]
        del one["theme"]
    assert _shape(found[0]) == _shape(found[1])
    assert not re.search("[<>\"']", found[0]["site_name"] + found[0]["site_description"])


def test_json_has_the_same_keys_and_lengths(poisoned: Built, harmless: Built) -> None:
    for (name, one), other in zip(_files(poisoned, ".json").items(), _files(harmless, ".json").values(), strict=True):
        assert _shape(json.loads(one)) == _shape(json.loads(other)), name
    for (name, one), other in zip(
        _files(poisoned, ".jsonld").items(), _files(harmless, ".jsonld").values(), strict=True
    ):
        assert _shape(json.loads(one)) == _shape(json.loads(other)), name


def test_addresses_in_json_are_ours_or_validated(poisoned: Built) -> None:
    for name, text in [*_files(poisoned, ".json").items(), *_files(poisoned, ".jsonld").items()]:
        for key, value in _strings(json.loads(text)):
            if key in ("@id", "@context", "url", "URL", "contentUrl", "identifier", "href", "@type"):
                assert MARK not in value, (name, key)


def test_charts_are_specified_by_the_same_keys_and_fetch_nothing(poisoned: Built) -> None:
    specifications = {
        name: json.loads(text) for name, text in _files(poisoned, ".json").items() if name.startswith("charts/")
    }
    assert specifications
    for name, found in specifications.items():
        for key, value in _strings(found):
            assert key not in ("url", "href", "expr", "test", "calculate", "filter", "signal") or MARK not in value, (
                name,
                key,
            )


def test_tables_have_the_same_rows_and_columns_and_no_formula(poisoned: Built, harmless: Built) -> None:
    for (name, one), other in zip(_files(poisoned, ".csv").items(), _files(harmless, ".csv").values(), strict=True):
        rows, others = [list(csv.reader(io.StringIO(text, newline=""), strict=True)) for text in (one, other)]
        assert [len(row) for row in rows] == [len(row) for row in others], name
        assert len({len(row) for row in rows}) == 1, name
        assert one.count("\n") == len(rows), name
        for cell in (cell for row in rows for cell in row):
            assert _NUMBER.fullmatch(cell) or not cell.lstrip().startswith(FORMULA), (name, cell)


def test_bibliographies_have_the_same_entries_and_fields(poisoned: Built, harmless: Built) -> None:
    for (name, one), other in zip(_files(poisoned, ".bib").items(), _files(harmless, ".bib").values(), strict=True):
        assert _bibtex(one) == _bibtex(other), name
        assert not re.search(r"\\(input|write|end|def)\b", one)
    for (name, one), other in zip(_files(poisoned, ".ris").items(), _files(harmless, ".ris").values(), strict=True):
        tags = [[line[:6] for line in text.split("\r\n")] for text in (one, other)]
        assert tags[0] == tags[1], name
    for (name, one), other in zip(_files(poisoned, ".txt").items(), _files(harmless, ".txt").values(), strict=True):
        assert one.count("\n") == other.count("\n"), name


def test_drawings_on_their_own_are_xml_without_links_to_elsewhere(poisoned: Built, harmless: Built) -> None:
    drawings = _files(poisoned, ".svg")
    known = {part for text in _files(harmless, ".svg").values() for part in _parts(ElementTree.fromstring(text))}
    assert len(drawings) > 20
    for name, text in drawings.items():
        root = ElementTree.fromstring(text)
        assert set(_parts(root)) <= known, name
        for element in root.iter():
            hidden = {key: value for key, value in element.attrib.items() if MARK in value}
            assert set(hidden) <= {"aria-label"}, name


def test_what_stands_beside_the_versions_has_the_same_structure(poisoned: Built, harmless: Built) -> None:
    one, other = beside(poisoned), beside(harmless)
    feeds = [ElementTree.fromstring(files["feed.xml"]) for files in (one, other)]
    assert [(element.tag, sorted(element.attrib.items())) for element in feeds[0].iter()] == [
        (element.tag, sorted(element.attrib.items())) for element in feeds[1].iter()
    ]
    assert _shape(json.loads(one["latest.json"])) == _shape(json.loads(other["latest.json"]))
    found, expected = structure(one["404.html"]), structure(other["404.html"])
    assert (found.outline, found.addresses) == (expected.outline, expected.addresses)


def test_notes_of_a_release_have_the_same_structure(poisoned: Built, harmless: Built) -> None:
    for version in ("1.0", "2.0"):
        one, other = [
            (built.evidence / "releases" / version / "CHANGES.md").read_text("utf-8") for built in (poisoned, harmless)
        ]
        found, expected = structure(forge(one)), structure(forge(other))
        assert found.outline == expected.outline
        assert found.addresses == expected.addresses


def test_an_impact_has_the_same_structure_as_text_for_a_forge_and_as_a_document(
    poisoned: Built, harmless: Built
) -> None:
    found = [built.content.impact for built in (poisoned, harmless)]
    one, other = (structure(forge(as_markdown(impact))) for impact in found if impact)
    assert one.outline == other.outline
    assert sorted(one.addresses) == sorted(other.addresses)
    assert MARK in one.text
    documents = [_shape(as_document(impact)) for impact in found if impact]
    assert documents[0] == documents[1]


def test_titles_read_back_from_every_format_as_they_were_written(poisoned: Built) -> None:
    asked, files = poisoned.review.question, _files(poisoned, "")
    title, question = " ".join(asked.title.split()), " ".join(asked.question.split())
    feed = ElementTree.fromstring(beside(poisoned)["feed.xml"])
    assert [feed[0].text, feed[1].text] == [title, question]
    assert f"TI  - {title}\r\n" in files["data/cite.ris"]
    assert title in files["data/cite.txt"]
    assert f"title = {{{{{latex(title)}}}}}" in files["data/cite.bib"]
    assert json.loads(files["data/cite.json"])[0]["title"] == title
    assert json.loads(files["data/dataset.jsonld"])["name"] == asked.title
    assert asked.title in {one.get("name") for one in json.loads(files["data/ro-crate-metadata.json"])["@graph"]}
    titles = {study.bibliography.title for study in poisoned.review.studies}
    assert titles == {study["title"] for study in json.loads(files["data/explorer.json"])["studies"]}


def _shape(value: Any) -> Any:
    """Keys and lengths, numbers and truth; of text only that it is there."""
    if isinstance(value, dict):
        return {
            key: _rows(one) if key == "datasets" and isinstance(one, dict) else _shape(one)
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [_shape(one) for one in value]
    return "text" if isinstance(value, str) else value


def _rows(datasets: dict[str, list[dict[str, object]]]) -> list[tuple[str, ...]]:
    """What rows of a chart are made of. How many there are depends on how labels are cut and broken to fit."""
    return sorted({tuple(row) for rows in datasets.values() for row in rows})


def _strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _strings(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one, key)


def _parts(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        yield element.tag, ""
        yield from ((element.tag, name) for name in element.attrib)


def _bibtex(text: str) -> list[str]:
    """Entries and fields as a reader sees them that counts braces and knows no escapes."""
    found, depth, line = [], 0, ""
    for character in text:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
        if depth == 0 and character == "@":
            found.append("@")
        if character in ",\n" and depth == 1:
            found.append(line.partition("=")[0].strip() if "=" in line else "")
            line = ""
        elif depth == 1:
            line += character
    assert depth == 0
    return found
