"""The review as a Dataset of schema.org and as an RO-Crate."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest

from generator.model.release import History
from generator.publishing.downloads import downloads
from generator.views.json_ld import author, dataset, licence
from generator.views.ro_crate import DESCRIPTOR, FOLDER

PAST = History("ab" * 32, "2.0", date(2026, 12, 2))
ADDRESS = "https://example.org/review/"


@pytest.fixture(scope="module")
def released(content) -> dict[str, str]:
    return dict(downloads(replace(content, history=PAST, address=ADDRESS, published=True)))


def test_the_dataset_names_version_date_licence_and_every_download(review, released):
    described = json.loads(released["data/dataset.jsonld"])
    assert (described["@context"], described["@type"]) == ("https://schema.org", "Dataset")
    assert (described["version"], described["datePublished"]) == ("2.0", "2026-12-02")
    assert described["@id"] == described["url"] == f"{ADDRESS}2.0/"
    assert described["license"] == "https://spdx.org/licenses/Apache-2.0"
    assert described["creator"][0]["@type"] == "Organization"
    contents = {one["contentUrl"] for one in described["distribution"]}
    assert {f"{ADDRESS}2.0/data/aggregation.json", f"{ADDRESS}2.0/data/cite.bib"} <= contents
    assert 50 <= len(described["description"]) <= 5000


def test_what_is_not_known_is_left_out(review):
    described = dataset(review, History(""), "", ["data/a.csv"])
    assert not {"@id", "url", "version", "datePublished", "identifier"} & set(described)
    assert described["distribution"][0]["contentUrl"] == "../data/a.csv"


def test_the_crate_describes_itself_and_every_file_with_size_and_checksum(released):
    crate = json.loads(released[f"{FOLDER}{DESCRIPTOR}"])
    entities = {one["@id"]: one for one in crate["@graph"]}
    assert len(entities) == len(crate["@graph"])
    assert entities[DESCRIPTOR]["about"] == {"@id": "./"}
    assert entities[DESCRIPTOR]["conformsTo"]["@id"] in crate["@context"]
    root = entities["./"]
    assert all(root[name] for name in ("name", "description", "datePublished", "license"))
    parts = [one["@id"] for one in root["hasPart"]]
    listed = {f"{FOLDER}{path}" for path in parts}
    here = {path for path in released if path.startswith(FOLDER)}
    assert listed == here - {"data/dataset.jsonld", f"{FOLDER}{DESCRIPTOR}"}
    for path in parts:
        content = released[f"{FOLDER}{path}"].encode()
        assert entities[path]["contentSize"] == str(len(content))
        assert entities[path]["sha256"] == hashlib.sha256(content).hexdigest()
    references = [one for value in root.values() if isinstance(value, list) for one in value if isinstance(one, dict)]
    assert all(one["@id"] in entities for one in (*references, root["license"]))


def test_only_a_version_has_citations_and_a_crate(content, released):
    only = {f"data/cite.{ending}" for ending in ("txt", "bib", "ris", "json")} | {f"{FOLDER}{DESCRIPTOR}"}
    assert set(released) - set(dict(downloads(content))) == only


def test_licences_and_authors():
    assert licence("CC-BY-4.0") == "https://spdx.org/licenses/CC-BY-4.0"
    assert licence("ask the authors") == "ask the authors"
    assert author("Ada Lovelace") == {"@type": "Person", "name": "Ada Lovelace"}
