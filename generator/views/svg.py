"""The few SVG elements our drawings are made of, and the only place where text enters them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from generator.views.palette import INK
from generator.views.translation import Translation

FONT = "Source Sans 3, Arial, sans-serif"


@lru_cache(maxsize=4096)
def xml(text: str) -> str:
    """Text that means itself in XML, HTML and Markdown.

    White space is collapsed; every ASCII character that is not a letter, a digit or a space becomes a numeric
    entity; what XML cannot hold becomes U+FFFD.
    """
    collapsed = " ".join(text.split())
    return collapsed.translate(_SHOWN)


def _character(character: str) -> str:
    code = ord(character)
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE:
        return "\ufffd"
    if code < 0x7F and not (character.isalnum() or character == " "):
        return f"&#{code};"
    return character


_SHOWN = Translation(_character)


def text(
    x: float,
    y: float,
    content: str,
    size: float,
    *,
    fill: str = INK,
    bold: bool = False,
    struck: bool = False,
    anchor: str = "start",
) -> str:
    """One line of text whose baseline starts, is centred or ends at ``x``, ``y``; ``struck`` puts a line through it."""
    weight = (' font-weight="600"' if bold else "") + (' text-decoration="line-through"' if struck else "")
    place = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" fill="{fill}"{weight}{place}>{xml(content)}</text>'


def lines(
    x: float,
    y: float,
    content: Iterable[str],
    size: float,
    leading: float,
    *,
    fill: str = INK,
    bold: bool = False,
    struck: bool = False,
) -> str:
    """Lines of text, the first with its baseline at ``y``, each ``leading`` px below the one before."""
    return "".join(
        text(x, y + leading * number, line, size, fill=fill, bold=bold, struck=struck)
        for number, line in enumerate(content)
    )


def rect(x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "none", extra: str = "") -> str:
    """A rectangle; ``extra`` holds further attributes of our own."""
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" fill="{fill}"'
        f' stroke="{stroke}"{extra}/>'
    )


def polyline(points: Iterable[tuple[float, float]], *, stroke: str, stroke_width: float = 1.25) -> str:
    """An open line through ``points``."""
    return (
        f'<polyline points="{_points(points)}" fill="none" stroke="{stroke}" stroke-width="{_n(stroke_width)}"'
        ' stroke-linejoin="round"/>'
    )


def bars(places: Iterable[float], top: float, height: float, *, stroke: str) -> str:
    """Thin upright lines of one height at several places."""
    path = "".join(f"M{_n(x)} {_n(top)}v{_n(height)}" for x in places)
    return f'<path d="{path}" fill="none" stroke="{stroke}" stroke-width="0.75"/>'


def polygon(points: Iterable[tuple[float, float]], *, fill: str) -> str:
    """A filled polygon."""
    return f'<polygon points="{_points(points)}" fill="{fill}"/>'


def link(address: str, name: str, content: str) -> str:
    """``content`` as a link, read aloud as ``name``.

    The older name of the attribute, because scripts of themes take every element with an ``href`` for one of HTML.
    """
    place = f'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{xml(address)}"'
    return f'<a {place} aria-label="{xml(name)}">{content}</a>'


def moved(x: float, y: float, content: str) -> str:
    """``content`` with its origin at ``x``, ``y``."""
    return f'<g transform="translate({_n(x)} {_n(y)})">{content}</g>'


def picture(
    content: str,
    width: float,
    height: float,
    prefix: str,
    title: str,
    description: str,
    name: str,
    role: str = "img",
) -> str:
    """A whole drawing that a screen reader reads as its title and description; ids start with ``prefix``.

    A drawing with links inside has the role ``group``, since those of an image are not found.
    """
    ids = f"{prefix}-title {prefix}-desc"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{name}" width="{_n(width)}" height="{_n(height)}"'
        f' viewBox="0 0 {_n(width)} {_n(height)}" role="{role}" aria-labelledby="{ids}" font-family="{FONT}">'
        f'<title id="{prefix}-title">{xml(title)}</title><desc id="{prefix}-desc">{xml(description)}</desc>'
        f"{content}</svg>"
    )


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
