"""The primary studies as a BibTeX file, safe for LaTeX whatever the titles hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.review import Review
from generator.model.study import Bibliography
from generator.views.names import is_group

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
}
"""Braces become commands: BibTeX counts a brace even behind a backslash."""

_NOT_IN_ADDRESS = re.compile(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")
_SEVERAL_NAMES = re.compile(r"(^|\s)(and|others)(\s|$)|,.*,", re.IGNORECASE)


def studies_bib(review: Review) -> str:
    """One entry per study, by study id, which is also the citation key. UTF-8, for BibTeX and biber alike."""
    studies = sorted(review.studies, key=lambda study: study.id)
    return "\n".join(entry(study.id, _fields(study.bibliography)) for study in studies)


def latex(text: str) -> str:
    """``text`` on one line, with every character that means something to LaTeX or BibTeX made harmless."""
    return "".join(_SPECIAL.get(character, character) for character in " ".join(text.split()))


def entry(key: str, fields: Iterable[tuple[str, str]]) -> str:
    """An entry of fields whose values are ready for BibTeX."""
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields)
    return f"@misc{{{key},\n{body}\n}}\n"


def _fields(one: Bibliography) -> Iterator[tuple[str, str]]:
    """Braced titles keep their capitals. ``@misc``, because a venue alone does not tell journal from proceedings."""
    yield "author", " and ".join(author(name) for name in one.authors)
    yield "title", f"{{{latex(one.title)}}}"
    yield "year", str(one.year)
    if one.venue:
        yield "howpublished", latex(one.venue)
    if one.doi:
        yield "doi", address(one.doi)
    if one.arxiv:
        yield "eprint", address(one.arxiv)
        yield "archiveprefix", "arXiv"
    if one.url:
        yield "url", address(one.url)


def author(name: str) -> str:
    """A name; braces keep that of a group, or one that BibTeX would take for several people, in one piece."""
    if name.casefold().strip(" .") == "et al":
        return "others"
    return f"{{{latex(name)}}}" if is_group(name) or _SEVERAL_NAMES.search(name) else latex(name)


def address(text: str) -> str:
    """An identifier or address verbatim, as ``doi`` and ``url`` fields are read; anything else percent-encoded."""
    return _NOT_IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)
