"""A page per evidence file, so that any number can be followed to the line it was written on."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import category

from markupsafe import Markup

from generator.model.review import SourceFile
from generator.pages.content import Content
from generator.pages.outward import https
from generator.pages.page import Page
from generator.views import addresses
from generator.views.translation import Translation


def pages(content: Content) -> Iterable[Page]:
    """A page per file, reached by links only."""
    repository = content.review.question.repository
    return (
        Page(
            path=addresses.source_page(file.path),
            kind="source",
            title=file.path,
            description=f"The evidence file {file.path}, line by line.",
            values={"path": file.path, "listing": listing(file), "repository": in_repository(repository, file.path)},
            hidden=True,
            search=False,
            hide=("navigation", "toc"),
        )
        for file in content.review.files
    )


def listing(file: SourceFile) -> Markup:
    """The text of a file as it is, each line with its number as an anchor (``L12``)."""
    rows = file.text.removesuffix("\n").split("\n")
    return Markup("\n").join(_line(number, row) for number, row in enumerate(rows, start=1))


def in_repository(repository: str | None, path: str) -> str | None:
    """The file in the public repository, if the review names one."""
    return https(f"{repository.rstrip('/')}/blob/HEAD/evidence/{path}") if repository else None


def _line(number: int, text: str) -> Markup:
    # The number is an attribute, so that copied text holds the file and nothing else.
    anchor = f'<a href="#L{number}" data-line="{number}" aria-label="Line {number}"></a>'
    return Markup(f'<span class="lr-line" id="L{number}">{anchor}{verbatim(text)}</span>')


def verbatim(text: str) -> str:
    """Text for a ``pre`` element, white space kept, in which neither HTML nor Markdown can begin.

    Every ASCII character that is not a letter, a digit or a space becomes a numeric entity; other controls, the
    carriage return among them, become U+FFFD.
    """
    return text.translate(_SHOWN)


def _character(character: str) -> str:
    if character == "\t" or (" " < character < "\x7f" and not character.isalnum()):
        return f"&#{ord(character)};"
    return character if character.isprintable() or category(character) == "Zs" else "\ufffd"


_SHOWN = Translation(_character)
