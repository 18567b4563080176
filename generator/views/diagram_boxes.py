"""What stands inside the boxes of an evidence diagram, top down, each part with its height."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.review import Review
from generator.model.rules import Aspect
from generator.model.scale import LEVELS, Intensity, IntensityRange
from generator.views import svg
from generator.views.boxes import BODY, PADDING, SMALL, Content, Part
from generator.views.lettering import listed, shortened, wrap
from generator.views.palette import ACCENT, INK, INK_SOFT, RULE, level_colour

_NAME = 15.0
_LEADING = 16.0
_SIDE_BY_SIDE = 320.0
"""From this width of a box in px, an aspect's title stands beside its values instead of above them."""
_TITLE_SHARE = 0.34
_CELL, _CELL_GAP, _CELL_HEIGHT = 14.0, 1.0, 12.0
_STRIP = len(LEVELS) * (_CELL + _CELL_GAP) - _CELL_GAP


@dataclass(frozen=True, slots=True)
class EffectRow:
    """An effect as its box tells it: where it stands (None: nowhere), and how far that is believed."""

    title: str
    range: IntensityRange | None
    belief: str


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float = BODY
    fill: str = INK
    bold: bool = False


@dataclass(frozen=True, slots=True)
class AspectRow:
    """A contextual aspect as its box tells it. Its ``values`` stand below each other; where they were joined ``into``
    a more general concept, or the aspect ``removed``, they stand in a row behind that."""

    title: str
    values: tuple[str, ...]
    into: str = ""
    removed: bool = False


def box(archetype: str, concept: str, width: float, parts: Iterable[Part]) -> Content:
    """A box with its header above its parts."""
    return Content(width, (_header(archetype, concept, width), *parts))


def aspect_words(review: Review, aspect: Aspect, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values of an aspect as the vocabulary of the review words them."""
    terms = ((value, review.rules.term(aspect.id, value)) for value in values)
    return tuple(term.title if term else value for value, term in terms)


def effect_parts(rows: Iterable[EffectRow], width: float, belief: str) -> tuple[Part, ...]:
    """The compartment of effects: a heading, which says what kind of ``belief`` it tells, and a row per effect."""
    return (_effects_heading(width, belief), *(_effect(row, width) for row in rows), _space(4))


def aspect_parts(heading: str, rows: Iterable[AspectRow], width: float) -> tuple[Part, ...]:
    """A compartment of aspects below its heading; nothing if there are none."""
    parts = tuple((_beside if width >= _SIDE_BY_SIDE else _above)(row, width) for row in rows)
    return (_compartment(width, heading), *parts, _space(6)) if parts else ()


def note_parts(heading: str, text: str, width: float) -> tuple[Part, ...]:
    """A compartment with a text below its heading."""
    shown = wrap(text, SMALL, width - 2 * PADDING)
    markup = svg.lines(PADDING, 12, shown, SMALL, _LEADING, fill=INK_SOFT)
    return (_compartment(width, heading), Part(len(shown) * _LEADING, markup), _space(6))


def strip(where: IntensityRange | None, x: float, y: float) -> str:
    """The seven-level scale with the levels of ``where`` filled; none if there is no range."""
    step = _CELL + _CELL_GAP
    empty = svg.rect(x, y, _STRIP, _CELL_HEIGHT, fill="none", stroke=RULE, extra=' stroke-width="0.75"')
    walls = svg.bars((x + step * level - _CELL_GAP / 2 for level in LEVELS[1:]), y, _CELL_HEIGHT, stroke=RULE)
    filled = (
        svg.rect(
            x + step * level, y, _CELL, _CELL_HEIGHT, fill=level_colour(level), stroke=INK, extra=' stroke-width="0.75"'
        )
        for level in (where.levels if where else ())
    )
    return empty + walls + "".join(filled)


def sign(where: IntensityRange, x: float, y: float) -> str:
    """A triangle up for better, down for worse, a bar for a range that leans neither way; centred at ``x``, ``y``."""
    lean = where.low + where.high - 2 * Intensity.IF
    if lean == 0:
        return svg.rect(x - 5, y - 1.5, 10, 3, fill=INK)
    tip = -5.0 if lean > 0 else 5.0
    return svg.polygon(((x - 5.5, y - tip * 0.8), (x + 5.5, y - tip * 0.8), (x, y + tip)), fill=INK)


def _header(archetype: str, concept: str, width: float) -> Part:
    names = wrap(concept, _NAME, width - 2 * PADDING, bold=True)
    height = 32 + len(names) * 19
    role = f"«{archetype}»"
    inner = (
        svg.rect(0, 0, width, height, fill=ACCENT, extra=' fill-opacity="0.12"')
        + svg.text(width / 2, 18, role, SMALL, fill=INK_SOFT, anchor="middle")
        + "".join(
            svg.text(width / 2, 37 + 19 * n, name, _NAME, bold=True, anchor="middle") for n, name in enumerate(names)
        )
    )
    return Part(height, inner)


def _compartment(width: float, title: str) -> Part:
    rule = svg.polyline(((0, 0), (width, 0)), stroke=RULE, stroke_width=1)
    return Part(24, rule + svg.text(PADDING, 17, title, SMALL, fill=INK_SOFT, bold=True))


def _value_lines(row: AspectRow, limit: float) -> tuple[_Line, ...]:
    values = shortened(row.values)
    if not row.into and not row.removed:
        return tuple(_Line(line) for value in values for line in wrap(value, BODY, limit))
    told = ("from " if row.into else "") + listed(values)
    behind = (_Line(line, SMALL, INK_SOFT) for line in wrap(told, SMALL, limit)) if values else ()
    joined = (_Line(line, bold=True) for line in wrap(row.into, BODY, limit, bold=True)) if row.into else ()
    return (*joined, *behind)


def _set(lines: Iterable[_Line], x: float, top: float) -> str:
    placed = enumerate(lines)
    return "".join(
        svg.text(x, top + _LEADING * n, one.text, one.size, fill=one.fill, bold=one.bold) for n, one in placed
    )


def _beside(row: AspectRow, width: float) -> Part:
    column = (width - 2 * PADDING) * _TITLE_SHARE
    titles = wrap(row.title, SMALL, column - 8)
    shown = _value_lines(row, width - 2 * PADDING - column)
    height = max(len(titles), len(shown)) * _LEADING + 3
    title = svg.lines(PADDING, 13, titles, SMALL, _LEADING, fill=INK_SOFT, struck=row.removed)
    return Part(height, title + _set(shown, PADDING + column, 13))


def _above(row: AspectRow, width: float) -> Part:
    limit = width - 2 * PADDING
    titles, shown = wrap(row.title, SMALL, limit), _value_lines(row, limit)
    first = 13 + len(titles) * 15
    title = svg.lines(PADDING, 12, titles, SMALL, 15, fill=INK_SOFT, struck=row.removed)
    return Part(first + (len(shown) - 1) * _LEADING + 8, title + _set(shown, PADDING, first))


def _stacked(width: float) -> bool:
    return width < _SIDE_BY_SIDE


def _strip_x(width: float) -> float:
    return PADDING if _stacked(width) else width - PADDING - _STRIP - 118


def _effects_heading(width: float, belief: str) -> Part:
    title = _compartment(width, "effects")
    top = 32.0 if _stacked(width) else 17.0
    x, right = _strip_x(width), width - PADDING
    heads = (
        svg.text(x, top, "worse", 10.5, fill=INK_SOFT)
        + svg.text(x + _STRIP, top, "better", 10.5, fill=INK_SOFT, anchor="end")
        + svg.text(x + _STRIP + 12, top, "range", 10.5, fill=INK_SOFT)
        + svg.text(right, top, belief, 10.5, fill=INK_SOFT, anchor="end")
    )
    return Part(top + 6, title.markup + heads)


def _effect(row: EffectRow, width: float) -> Part:
    x = _strip_x(width)
    limit = width - 2 * PADDING if _stacked(width) else x - PADDING - 10
    names = wrap(row.title, BODY, limit)
    middle = len(names) * _LEADING + 14 if _stacked(width) else len(names) * _LEADING / 2 + 4
    height = middle + (11 if _stacked(width) else len(names) * _LEADING / 2 + 4)
    where = sign(row.range, x + _STRIP + 17, middle) if row.range else ""
    return Part(
        height,
        svg.lines(PADDING, 17, names, BODY, _LEADING)
        + strip(row.range, x, middle - _CELL_HEIGHT / 2)
        + where
        + svg.text(x + _STRIP + 28, middle + 4.5, str(row.range or "none"), BODY, bold=True)
        + svg.text(width - PADDING, middle + 4.5, row.belief, BODY, anchor="end"),
        aim=middle if not _stacked(width) else 13,
    )


def _space(height: float) -> Part:
    return Part(height, "")
