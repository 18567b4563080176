"""How to cite a version of the review: as plain text, BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model.release import History
from generator.model.review import Review
from generator.views import bibtex
from generator.views.dates import date_text
from generator.views.names import is_group, surname_of

GENRE = "Living review"


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation of a version is made of. ``digest`` is that of the evidence (SHA-256, hexadecimal);
    ``address`` is where the version stands on the web, empty if that is not known."""

    key: str
    authors: tuple[str, ...]
    title: str
    version: str
    released: date
    digest: str
    address: str


def citation(review: Review, history: History, address: str) -> Citation | None:
    """The citation of this version; None for a working state, which nobody could find again.

    Authors are those the review names, else the people who keep it.
    """
    if history.version is None or history.released is None:
        return None
    question = review.question
    authors = question.authors or tuple(person.name for person in review.living.people)
    key = f"{question.id}-{history.version}"
    return Citation(key, authors, question.title, history.version, history.released, history.digest, address)


def files(one: Citation) -> Iterator[tuple[str, str, str]]:
    """(ending of the file, name of the format, text) of every format."""
    yield "txt", "Plain text", plain(one)
    yield "bib", "BibTeX", as_bibtex(one)
    yield "ris", "RIS", as_ris(one)
    yield "json", "CSL-JSON", as_csl_json(one)


def plain(one: Citation) -> str:
    """``A. Author (2026). Title. Living review, version 2.0 of 25 November 2026. …``, on one line."""
    authors = f"{'; '.join(map(_flat, one.authors))} ({one.released.year}). " if one.authors else ""
    title = _flat(one.title)
    end = "" if title.endswith(("?", "!", ".")) else "."
    where = f" {one.address}" if one.address else ""
    return (
        f"{authors}{title}{end} {GENRE}, version {one.version} of {date_text(one.released)}. "
        f"Evidence SHA-256 {one.digest}.{where}\n"
    )


def as_bibtex(one: Citation) -> str:
    """A ``@misc`` entry."""
    return bibtex.entry(one.key, _bibtex_fields(one))


def _bibtex_fields(one: Citation) -> Iterator[tuple[str, str]]:
    if one.authors:
        yield "author", " and ".join(map(bibtex.author, one.authors))
    yield "title", f"{{{bibtex.latex(one.title)}}}"
    yield "year", str(one.released.year)
    yield "date", one.released.isoformat()
    yield "howpublished", GENRE
    yield "version", one.version
    if one.address:
        yield "url", bibtex.address(one.address)
    yield "note", f"Version {one.version}; evidence SHA-256 {one.digest}"


def as_ris(one: Citation) -> str:
    """A record of type report; lines end with carriage return and line feed, as the format asks."""
    fields = (
        ("TY", "RPRT"),
        *(("AU", _ris_name(name)) for name in one.authors),
        ("TI", one.title),
        ("PY", str(one.released.year)),
        ("DA", one.released.strftime("%Y/%m/%d/")),
        ("ET", one.version),
        ("M3", GENRE),
        *((("UR", one.address),) if one.address else ()),
        ("N1", f"Evidence SHA-256 {one.digest}"),
        ("ID", one.key),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {_flat(value)}\r\n" for tag, value in fields)


def as_csl_json(one: Citation) -> str:
    """A list of one item, as reference managers and citation processors read it."""
    item: dict[str, Any] = {
        "id": one.key,
        "type": "report",
        "genre": GENRE,
        "title": _flat(one.title),
        "author": [_csl_name(name) for name in one.authors],
        "issued": {"date-parts": [[one.released.year, one.released.month, one.released.day]]},
        "version": one.version,
        "note": f"Evidence SHA-256 {one.digest}",
    }
    if one.address:
        item["URL"] = one.address
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def _csl_name(name: str) -> dict[str, str]:
    family, given = _parts(name)
    return {"family": family, "given": given} if given else {"literal": family}


def _ris_name(name: str) -> str:
    family, given = _parts(name)
    return f"{family}, {given}" if given else family.replace(",", " ")


def _parts(name: str) -> tuple[str, str]:
    """Family and given names; a group, or a name of one word, has no given name."""
    flat = _flat(name)
    if is_group(flat):
        return flat, ""
    family = surname_of(flat)
    given = flat.partition(",")[2] if "," in flat else flat.removesuffix(family)
    return (family, given.strip()) if family and given.strip() else (flat, "")


def _flat(text: str) -> str:
    """``text`` on one line; what cannot be printed becomes U+FFFD."""
    joined = " ".join(text.split())
    return "".join(character if character.isprintable() else "\ufffd" for character in joined)
