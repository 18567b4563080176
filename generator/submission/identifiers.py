"""DOI, arXiv number, address and year, out of the many ways in which people write them."""

from __future__ import annotations

import re

from generator.intake.schema.refusing import is_url
from generator.intake.schema.values import FIRST_YEAR, LAST_YEAR
from generator.submission.record import SubmissionError

_DOI = re.compile(r"10\.[0-9]{4,9}/[!-~]{1,200}", re.ASCII)
_ARXIV = re.compile(
    r"(?<![0-9./])([0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7})(v[0-9]{1,2})?(?![0-9])", re.ASCII
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.ASCII | re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])", re.ASCII)


def doi(text: str) -> str:
    """The DOI in a text such as ``https://doi.org/10.1000/182``; empty if there is none, or if arXiv gave it out."""
    found = _DOI.search(text.strip())
    bare = found.group().rstrip(".,;)\"'") if found else ""
    return "" if _ARXIV_DOI.fullmatch(bare) or not _DOI.fullmatch(bare) else bare


def arxiv(text: str) -> str:
    """The arXiv number in ``arXiv:2505.00816``, an address of arXiv or a DOI it gave out; empty if there is none."""
    bare = text.strip()
    own = _ARXIV_DOI.search(bare)
    if (
        own is None
        and not re.match(r"arxiv\b|https?://arxiv\.org/", bare, re.IGNORECASE)
        and not _ARXIV.fullmatch(bare)
    ):
        return ""
    found = _ARXIV.search(own.group(1) if own else re.sub(r"^https?://arxiv\.org/[a-z]+/", "", bare))
    return "".join(part or "" for part in found.groups()) if found else ""


def url(text: str) -> str:
    """The address if it is a plain one that starts with https:// (http:// is mended); else empty."""
    secure = re.sub(r"^http://", "https://", text.strip())
    return secure if is_url(secure) else ""


def year(text: str) -> str:
    """The first possible year of publication in a text; empty if there is none."""
    years = (found.group() for found in _YEAR.finditer(text))
    return next((one for one in years if FIRST_YEAR <= int(one) <= LAST_YEAR), "")


def checked(what: str, given: str, read: str) -> str:
    """What was read; raises ``SubmissionError`` if something was given and nothing could be read."""
    if given.strip() and not read:
        raise SubmissionError(f"{given.strip()[:60]!r} is no {what}: give it as {_EXAMPLES[what]}, or leave it out")
    return read


_EXAMPLES = {
    "DOI": "10.1000/182",
    "arXiv number": "2505.00816",
    "address": "https://example.org/paper",
    "year": f"four digits from {FIRST_YEAR} to {LAST_YEAR}",
}
