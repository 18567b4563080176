"""The few kinds of address that may lead out of the site, each checked before it is printed."""

from __future__ import annotations

import re
from urllib.parse import quote

_HTTPS = re.compile(r"https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~:/?#@!$&()*+,;=%-]*)?")
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
_ARXIV = re.compile(r"([a-z-]+(\.[A-Z]{2})?/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(v[0-9]+)?")


def https(address: str | None) -> str | None:
    """The address itself if it is a plain one of the web, by https; None for anything else."""
    return address if address is not None and _HTTPS.fullmatch(address) else None


def doi(identifier: str | None) -> str | None:
    """Where a digital object identifier resolves; None if it is not one."""
    if identifier is None or not _DOI.fullmatch(identifier):
        return None
    return f"https://doi.org/{quote(identifier, safe='/().;:-_')}"


def arxiv(identifier: str | None) -> str | None:
    """Where an arXiv identifier resolves; None if it is not one."""
    if identifier is None or not _ARXIV.fullmatch(identifier):
        return None
    return f"https://arxiv.org/abs/{identifier}"
