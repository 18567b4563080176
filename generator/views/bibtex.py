"""The primary studies as a BibTeX file, safe for LaTeX whatever the titles hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.review import Review
from generator.model.study import Bibliography, Study

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
    entries = [_entry(study) for study in sorted(review.studies, key=lambda study: study.id)]
    return "\n".join(entries)


def latex(text: str) -> str:
    """``text`` on one line, with every character that means something to LaTeX or BibTeX made harmless."""
    return "".join(_SPECIAL.get(character, character) for character in " ".join(text.split()))


def _entry(study: Study) -> str:
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(study.bibliography))
    return f"@misc{{{study.id},\n{fields}\n}}\n"


def _fields(entry: Bibliography) -> Iterator[tuple[str, str]]:
    """Braced titles keep their capitals. ``@misc``, because a venue alone does not tell journal from proceedings."""
    yield "author", " and ".join(_author(name) for name in entry.authors)
    yield "title", f"{{{latex(entry.title)}}}"
    yield "year", str(entry.year)
    if entry.venue:
        yield "howpublished", latex(entry.venue)
    if entry.doi:
        yield "doi", _address(entry.doi)
    if entry.arxiv:
        yield "eprint", _address(entry.arxiv)
        yield "archiveprefix", "arXiv"
    if entry.url:
        yield "url", _address(entry.url)


def _author(name: str) -> str:
    """A name; braces keep one that BibTeX would take for several (``Bell and Howell``) in one piece."""
    if name.casefold().strip(" .") == "et al":
        return "others"
    return f"{{{latex(name)}}}" if _SEVERAL_NAMES.search(name) else latex(name)


def _address(text: str) -> str:
    """An identifier or address verbatim, as ``doi`` and ``url`` fields are read; anything else percent-encoded."""
    return _NOT_IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)
