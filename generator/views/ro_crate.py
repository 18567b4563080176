"""The downloads of a version as an RO-Crate: what each file is, how large, and its checksum."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from generator.model.release import History
from generator.model.review import Review
from generator.views.json_ld import described_dataset, media_type

SPECIFICATION = "https://w3id.org/ro/crate/1.2"
DESCRIPTOR = "ro-crate-metadata.json"
FOLDER = "data/"
"""The folder that is the crate; only files in it belong to it."""


def ro_crate(review: Review, history: History, address: str, files: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The descriptor of a released version's ``files`` (path within the site, text); paths in it are relative to
    ``data/``, where it lies. Its own checksum is not among them."""
    parts = [_file(path.removeprefix(FOLDER), text) for path, text in files if path.startswith(FOLDER)]
    described = described_dataset(review, history, address)
    authors = [{"@id": f"#author-{number}", **one} for number, one in enumerate(described.pop("creator", []), 1)]
    sources = [{"@id": f"#source-{number}", **one} for number, one in enumerate(described.pop("isBasedOn", []), 1)]
    root = {
        "@id": "./",
        "@type": "Dataset",
        **described,
        "license": {"@id": described["license"]} if described["license"].startswith("https:") else described["license"],
        "author": [_reference(one) for one in authors],
        "isBasedOn": [_reference(one) for one in sources],
        "hasPart": [_reference(one) for one in parts],
    }
    descriptor = {
        "@id": DESCRIPTOR,
        "@type": "CreativeWork",
        "conformsTo": {"@id": SPECIFICATION},
        "about": {"@id": "./"},
    }
    graph = [descriptor, root, *authors, *sources, *_licence(described["license"], review.question.licence), *parts]
    return {"@context": f"{SPECIFICATION}/context", "@graph": graph}


def _file(path: str, text: str) -> dict[str, str]:
    content = text.encode("utf-8")
    return {
        "@id": path,
        "@type": "File",
        "name": path,
        "encodingFormat": media_type(path),
        "contentSize": str(len(content)),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _licence(address: str, name: str) -> list[dict[str, str]]:
    return [{"@id": address, "@type": "CreativeWork", "name": name}] if address.startswith("https:") else []


def _reference(one: dict[str, str]) -> dict[str, str]:
    return {"@id": one["@id"]}
