"""A bibliography entry, BibTeX or RIS, as what is known of a study."""

from __future__ import annotations

from collections.abc import Callable

from generator.intake.schema.values import MOST_ITEMS
from generator.submission import identifiers
from generator.submission.bibtex import authors as bibtex_authors
from generator.submission.bibtex import bibtex_fields
from generator.submission.latex import plain
from generator.submission.names import short_name
from generator.submission.plain_text import LARGEST, one_line
from generator.submission.record import Submission, SubmissionError
from generator.submission.ris import ris_fields

OTHERS = "The entry says “and others”: add the authors it does not name."


def read_bibliography(text: str) -> Submission:
    """What a BibTeX or RIS file says. Raises ``SubmissionError`` if it is neither, or holds not exactly one entry."""
    if len(text) > LARGEST:
        raise SubmissionError(f"it has more than {LARGEST:,} characters: keep only the entry of the study")
    if text.lstrip("\ufeff \t\r\n").startswith("TY  -"):
        return _from_ris(ris_fields(text))
    if "@" in text:
        return _from_bibtex(bibtex_fields(text))
    raise SubmissionError(
        "it is neither BibTeX (@article{...) nor RIS (TY  - JOUR): export the citation as one of them"
    )


def _from_bibtex(fields: dict[str, str]) -> Submission:
    names = [plain(name) if not _is_whole(name) else name for name in bibtex_authors(fields.get("author", ""))]
    people = [plain(name) if _is_whole(name) else short_name(name) for name in names if name != "others"]
    eprint = fields.get("eprint", "")
    where = fields.get("journal") or fields.get("journaltitle") or fields.get("booktitle") or ""
    return _submission(
        title=fields.get("title", ""),
        authors=people,
        year=fields.get("year") or fields.get("date", ""),
        venue=_venue(where, fields.get("volume", ""), fields.get("number", ""), fields.get("pages", "")),
        doi=fields.get("doi", ""),
        arxiv=[f"arXiv:{eprint}" if eprint else "", fields.get("doi", ""), fields.get("url", ""), where],
        url=fields.get("url", ""),
        others="others" in names,
    )


def _is_whole(name: str) -> bool:
    """Whether a name stands in braces, which keeps it from being taken apart."""
    return name.startswith("{") and name.endswith("}")


def _from_ris(fields: dict[str, list[str]]) -> Submission:
    def first(*tags: str) -> str:
        return next((fields[tag][0] for tag in tags if fields.get(tag)), "")

    pages = "–".join(page for page in (first("SP"), first("EP")) if page)
    where = first("JO", "JF", "T2", "BT", "JA", "J2")
    people = [short_name(name) for tag in ("AU", "A1") for name in fields.get(tag, [])]
    return _submission(
        title=first("TI", "T1", "CT"),
        authors=people,
        year=first("PY", "Y1", "DA"),
        venue=_venue(where, first("VL"), first("IS"), pages),
        doi=first("DO") or next(filter(identifiers.doi, fields.get("UR", [])), ""),
        arxiv=[first("DO"), *fields.get("UR", []), where],
        url=first("UR"),
        others=False,
    )


def _submission(
    title: str, authors: list[str], year: str, venue: str, doi: str, arxiv: list[str], url: str, others: bool
) -> Submission:
    people = [name for name in map(one_line, authors) if name]
    found = _first(identifiers.doi, [doi]), _first(identifiers.arxiv, arxiv)
    return Submission(
        title=one_line(title),
        authors=tuple(people[:MOST_ITEMS]),
        year=identifiers.year(year),
        venue=one_line(venue),
        doi=found[0],
        arxiv=found[1],
        url="" if any(found) else identifiers.url(url),
        left_out=(OTHERS,) if others else (),
    )


def _first(read: Callable[[str], str], texts: list[str]) -> str:
    return next(filter(None, map(read, texts)), "")


def _venue(where: str, volume: str, number: str, pages: str) -> str:
    """``Electronics 11(5), 682``."""
    issue = volume + (f"({number})" if number else "")
    return ", ".join(part for part in (" ".join(filter(None, (where, issue))), pages.replace("--", "–")) if part)
