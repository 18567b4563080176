"""Lines to be copied into other pages, and the only place where text enters those in HTML."""

from __future__ import annotations

import html
from dataclasses import dataclass

from generator.views.markdown_text import escaped


@dataclass(frozen=True, slots=True)
class Snippet:
    """``what`` it shows and in which format, and the text to copy."""

    what: str
    text: str


def markdown_image(alternative: str, image: str, page: str) -> str:
    """An image that links to a page, in Markdown. Addresses are ours."""
    return f"[![{escaped(alternative)}]({image})]({page})"


def html_image(alternative: str, image: str, page: str, width: int | None = None) -> str:
    """The same in HTML, ``width`` px wide at most."""
    size = f' width="{width}"' if width else ""
    return f'<a href="{_value(page)}"><img src="{_value(image)}" alt="{_value(alternative)}"{size}></a>'


def _value(text: str) -> str:
    """Text that means itself in an attribute."""
    return html.escape(" ".join(text.split()), quote=True)
