"""A chart as a file of its own: with its title, its finding and where it is from, for any page and any program."""

from __future__ import annotations

import html
import re
import unicodedata

from generator.views import svg
from generator.views.charts.fit import width_of
from generator.views.figure import WIDE, Figure
from generator.views.lettering import wrap
from generator.views.palette import INK, INK_SOFT, RULE, SURFACE
from generator.views.standalone import fixed_colours
from generator.views.taking import Origin

_EDGE = 20.0
WIDTH = WIDE + 2 * _EDGE
_TITLE, _TEXT, _SMALL = 19.0, 14.0, 12.0
_LEADING = 1.35

_SIZE = re.compile(r'<svg [^>]*?width="([0-9.]+)" height="([0-9.]+)"[^>]*>')
_LABEL = re.compile(r'<text ([^>]*font-size="([0-9.]+)px"[^>]*)>([^<]*)</text>')


def chart_file(figure: Figure, drawing: str, origin: Origin, page: str) -> str:
    """The file as SVG. ``drawing`` is the static drawing in the wide variant, ``page`` the path of its page."""
    top, head = _text(figure.title, _EDGE, _TITLE, INK, bold=True)
    top, finding = _text(figure.finding, top, _TEXT, INK)
    height, body = _placed(drawing, top + 10)
    source = f"{origin.review} · {origin.state}{f' · {origin.home}{page}.html' if origin.home else ''}"
    end, foot = _text(source, top + height + 22, _SMALL, INK_SOFT)
    ground = svg.rect(0.5, 0.5, WIDTH - 1, end + 11, fill=SURFACE, stroke=RULE)
    described = f"{figure.alternative} {source}"
    whole = svg.picture(ground + head + finding + body + foot, WIDTH, end + 12, "chart", figure.title, described, "lr")
    return fixed_colours(whole) + "\n"


def _text(content: str, y: float, size: float, fill: str, bold: bool = False) -> tuple[float, str]:
    """Where the next line begins, and wrapped text whose first line begins at ``y``, in px."""
    lines = wrap(content, size, WIDTH - 2 * _EDGE, bold)
    drawn = svg.lines(_EDGE, y + size * 0.8, lines, size, size * _LEADING, fill=fill, bold=bold)
    return y + len(lines) * size * _LEADING + 2, drawn


def _placed(drawing: str, top: float) -> tuple[float, str]:
    """The height of a drawing in px, and the drawing at its place in the file."""
    opening = _SIZE.match(drawing)
    if opening is None:
        raise ValueError("not a drawing")
    width, height = (float(side) for side in opening.groups())
    content = drawing[opening.end() :].removesuffix("</svg>")
    left = _EDGE + (WIDE - width) / 2
    return height, svg.moved(left, top, _LABEL.sub(_held, content))


def _held(label: re.Match[str]) -> str:
    """A label that keeps the width it was laid out with, whatever letters the reader has; as it is where that width
    is not known."""
    attributes, size, text = label.groups()
    shown = html.unescape(text)
    if not shown.strip() or not all(map(_measured, shown)):
        return label[0]
    width = width_of(shown, float(size), 'font-weight="600"' in attributes)
    return f'<text {attributes} textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs">{text}</text>'


def _measured(character: str) -> bool:
    """Whether the width of a character is known: those of Latin letters with accents are those of the letters."""
    return unicodedata.normalize("NFD", character)[0] <= "~" or character in "–·…"
