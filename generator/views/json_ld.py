"""The review for machines that know schema.org: one ``Dataset`` per version."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from generator.model.release import History
from generator.model.review import Publication, Review
from generator.views.names import is_group

METHOD = "Structured Synthesis Method"

FORMATS = {
    "bib": "application/x-bibtex",
    "csv": "text/csv",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "ris": "application/x-research-info-systems",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "yaml": "application/yaml",
}
"""Media types by the ending of a file."""


def dataset(review: Review, history: History, address: str, files: Iterable[str]) -> dict[str, Any]:
    """The whole document. ``files`` are the downloads, by path within the site; ``address`` is where the site stands on
    the web, empty if that is not known: addresses are then relative to the document in ``data/``."""
    described = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        **described_dataset(review, history, address),
        "distribution": [_download(path, address) for path in files],
    }
    return {"@id": address, **described} if address else described


def described_dataset(review: Review, history: History, address: str) -> dict[str, Any]:
    """What schema.org and an RO-Crate both want to know of a version; unknown things are left out."""
    question = review.question
    described: dict[str, Any] = {
        "name": question.title,
        "description": f"{question.question} {question.summary}",
        "url": address,
        "version": history.version,
        "datePublished": None if history.released is None else history.released.isoformat(),
        "license": licence(question.licence),
        "creator": [author(name) for name in question.authors],
        "keywords": [question.subject, "living review", METHOD],
        "measurementTechnique": METHOD,
        "variableMeasured": [effect.title for effect in review.rules.effects],
        "isBasedOn": [_publication(one) for one in question.publications],
        "identifier": f"sha256:{history.digest}" if history.digest else "",
    }
    return {name: value for name, value in described.items() if value}


def author(name: str) -> dict[str, str]:
    """A person, or a group of them."""
    return {"@type": "Organization" if is_group(name) else "Person", "name": name}


def licence(name: str) -> str:
    """The address of a licence by its SPDX identifier; any other words as they are."""
    return f"https://spdx.org/licenses/{name}" if re.fullmatch(r"[A-Za-z0-9.+-]+", name) else name


def media_type(path: str) -> str:
    """The media type of a file, by its ending."""
    return FORMATS.get(path.rpartition(".")[2], "application/octet-stream")


def _publication(one: Publication) -> dict[str, str]:
    described = {"@type": "CreativeWork", "name": one.citation}
    return {**described, "identifier": f"https://doi.org/{one.doi}"} if one.doi else described


def _download(path: str, address: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": path,
        "encodingFormat": media_type(path),
        "contentUrl": f"{address}{path}" if address else f"../{path}",
    }
