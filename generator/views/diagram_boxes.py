"""What stands inside the boxes of an evidence diagram, top down, each part with its height."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.rules import Aspect
from generator.model.scale import LEVELS, Intensity, IntensityRange
from generator.model.study import EvidenceModel
from generator.views import svg
from generator.views.lettering import shortened, width_of, wrap
from generator.views.palette import ACCENT, INK, INK_SOFT, RULE, level_colour
from generator.views.rounding import number_text

PADDING = 12.0
_SMALL, _BODY, _NAME = 11.5, 13.0, 15.0
_LEADING = 16.0
_SIDE_BY_SIDE = 320.0
"""From this width of a box in px, an aspect's title stands beside its values instead of above them."""
_TITLE_SHARE = 0.34
_CELL, _CELL_GAP, _CELL_HEIGHT = 14.0, 1.0, 12.0
_STRIP = len(LEVELS) * (_CELL + _CELL_GAP) - _CELL_GAP


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a box, drawn from its upper left corner: its height and markup; ``aim`` is where an arrow to it
    ends, px below its top, or None."""

    height: float
    markup: str
    aim: float | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The parts of one box, for the width they were set for, in px."""

    width: float
    parts: tuple[Part, ...]

    @property
    def height(self) -> float:
        """Height of all parts, px."""
        return sum(part.height for part in self.parts)

    @property
    def aims(self) -> tuple[float, ...]:
        """Where arrows to its parts end, px below its top."""
        tops = (sum(part.height for part in self.parts[:number]) for number in range(len(self.parts)))
        return tuple(top + part.aim for top, part in zip(tops, self.parts, strict=True) if part.aim is not None)


def box(review: Review, model: EvidenceModel, archetype: str, width: float, effects: tuple[Part, ...] = ()) -> Content:
    """A box with its header, its effects (if any) and its contextual aspects."""
    concept = str(getattr(review.question.archetypes, archetype))
    aspects = known_aspects(review, model, archetype)
    parts = (*effects, *_aspect_parts(aspects, width))
    return Content(width, (_header(archetype, concept, width), *parts))


def known_aspects(review: Review, model: EvidenceModel, archetype: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Titles and values of the aspects in this box; the way the technology was applied comes first."""
    technique = (("Technique", (review.rules.technique(model.technique).title,)),)
    aspects = tuple(
        (aspect.title, aspect_words(review, aspect, model.aspect(aspect.id)))
        for aspect in review.rules.aspects
        if aspect.archetype == archetype and model.aspect(aspect.id)
    )
    return technique + aspects if archetype == "technology" else aspects


def aspect_words(review: Review, aspect: Aspect, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values of an aspect as the vocabulary of the review words them."""
    terms = ((value, review.rules.term(aspect.id, value)) for value in values)
    return tuple(term.title if term else value for value, term in terms)


def effect_parts(review: Review, pieces: Iterable[EffectEvidence], width: float) -> tuple[Part, ...]:
    """The compartment of effects: a heading and a row per effect."""
    return (_effects_heading(width), *(_effect(review, piece, width) for piece in pieces), _space(4))


def strip(where: IntensityRange, x: float, y: float) -> str:
    """The seven-level scale with the levels of ``where`` filled."""
    step = _CELL + _CELL_GAP
    empty = svg.rect(x, y, _STRIP, _CELL_HEIGHT, fill="none", stroke=RULE, extra=' stroke-width="0.75"')
    walls = svg.bars((x + step * level - _CELL_GAP / 2 for level in LEVELS[1:]), y, _CELL_HEIGHT, stroke=RULE)
    filled = (
        svg.rect(
            x + step * level, y, _CELL, _CELL_HEIGHT, fill=level_colour(level), stroke=INK, extra=' stroke-width="0.75"'
        )
        for level in where.levels
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
        + svg.text(width / 2, 18, role, _SMALL, fill=INK_SOFT, anchor="middle")
        + "".join(
            svg.text(width / 2, 37 + 19 * n, name, _NAME, bold=True, anchor="middle") for n, name in enumerate(names)
        )
    )
    return Part(height, inner)


def _compartment(width: float, title: str) -> Part:
    rule = svg.polyline(((0, 0), (width, 0)), stroke=RULE, stroke_width=1)
    return Part(24, rule + svg.text(PADDING, 17, title, _SMALL, fill=INK_SOFT, bold=True))


def _aspect_parts(aspects: tuple[tuple[str, tuple[str, ...]], ...], width: float) -> tuple[Part, ...]:
    if not aspects:
        return ()
    one = _beside if width >= _SIDE_BY_SIDE else _above
    rows = (one(title, values, width) for title, values in aspects)
    return (_compartment(width, "contextual aspects"), *rows, _space(6))


def _value_lines(values: tuple[str, ...], limit: float) -> tuple[str, ...]:
    return tuple(line for value in shortened(values) for line in wrap(value, _BODY, limit))


def _beside(title: str, values: tuple[str, ...], width: float) -> Part:
    column = (width - 2 * PADDING) * _TITLE_SHARE
    titles = wrap(title, _SMALL, column - 8)
    shown = _value_lines(values, width - 2 * PADDING - column)
    height = max(len(titles), len(shown)) * _LEADING + 3
    return Part(
        height,
        svg.lines(PADDING, 13, titles, _SMALL, _LEADING, fill=INK_SOFT)
        + svg.lines(PADDING + column, 13, shown, _BODY, _LEADING),
    )


def _above(title: str, values: tuple[str, ...], width: float) -> Part:
    limit = width - 2 * PADDING
    titles, shown = wrap(title, _SMALL, limit), _value_lines(values, limit)
    first = 13 + len(titles) * 15
    return Part(
        first + (len(shown) - 1) * _LEADING + 8,
        svg.lines(PADDING, 12, titles, _SMALL, 15, fill=INK_SOFT) + svg.lines(PADDING, first, shown, _BODY, _LEADING),
    )


def _stacked(width: float) -> bool:
    return width < _SIDE_BY_SIDE


def _strip_x(width: float) -> float:
    return PADDING if _stacked(width) else width - PADDING - _STRIP - 118


def _effects_heading(width: float) -> Part:
    title = _compartment(width, "effects")
    top = 32.0 if _stacked(width) else 17.0
    x, right = _strip_x(width), width - PADDING
    heads = (
        svg.text(x, top, "worse", 10.5, fill=INK_SOFT)
        + svg.text(x + _STRIP, top, "better", 10.5, fill=INK_SOFT, anchor="end")
        + svg.text(x + _STRIP + 12, top, "range", 10.5, fill=INK_SOFT)
        + svg.text(right, top, "belief value", 10.5, fill=INK_SOFT, anchor="end")
    )
    return Part(top + 6, title.markup + heads)


def _effect(review: Review, piece: EffectEvidence, width: float) -> Part:
    x = _strip_x(width)
    limit = width - 2 * PADDING if _stacked(width) else x - PADDING - 10
    names = wrap(review.rules.effect(piece.effect).title, _BODY, limit)
    middle = len(names) * _LEADING + 14 if _stacked(width) else len(names) * _LEADING / 2 + 4
    height = middle + (11 if _stacked(width) else len(names) * _LEADING / 2 + 4)
    return Part(
        height,
        svg.lines(PADDING, 17, names, _BODY, _LEADING)
        + strip(piece.range, x, middle - _CELL_HEIGHT / 2)
        + sign(piece.range, x + _STRIP + 17, middle)
        + svg.text(x + _STRIP + 28, middle + 4.5, str(piece.range), _BODY, bold=True)
        + svg.text(width - PADDING, middle + 4.5, number_text(piece.belief_value, 3), _BODY, anchor="end"),
        aim=middle if not _stacked(width) else 13,
    )


def _space(height: float) -> Part:
    return Part(height, "")


def label(x: float, y: float, words: str, anchor: str = "middle") -> str:
    """A label of a connector."""
    return svg.text(x, y, words, _SMALL, fill=INK_SOFT, anchor=anchor)


def role(x: float, y: float, words: str, towards: str) -> str:
    """A label with the triangle that says which way to read it (``left``, ``up`` or ``down``), from ``x`` on."""
    across, along = _READING[towards]
    tip = (x + 4 + 4 * across, y - 4 + 4 * along)
    base = ((x + 4 - 4 * across - 4 * along, y - 4 - 4 * along - 4 * across),
            (x + 4 - 4 * across + 4 * along, y - 4 - 4 * along + 4 * across))  # fmt: skip
    return svg.polygon((tip, *base), fill=INK_SOFT) + label(x + 12, y, words, "start")


def role_width(words: str) -> float:
    """Width of a label with its triangle, px."""
    return width_of(words, _SMALL) + 12


_READING = {"left": (-1, 0), "up": (0, -1), "down": (0, 1)}
