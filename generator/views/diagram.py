"""The evidence diagram of an evidence model: four archetypes, a cause and its effects.

The notation is that of the Structured Synthesis Method: typed boxes with a concept each, the cause with its contextual
aspects, an arrow from the cause to every effect, plain lines for what else belongs together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.study import EvidenceModel
from generator.views import svg
from generator.views.diagram_boxes import Content, box, effect_parts, known_aspects, label, role, role_width
from generator.views.lettering import listed, shortened
from generator.views.palette import INK, INK_SOFT, SURFACE
from generator.views.rounding import number_text

_ARCHETYPES = ("technology", "system", "activity", "actor")
_WIDE_FROM = 560
_GAP, _ROW_GAP = 92.0, 60.0
_LEFT_SHARE = 0.34
_MARGIN, _STACK_GAP = 26.0, 46.0
_EDGE = 1.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A box of the diagram where it is drawn, in px."""

    archetype: str
    x: float
    y: float
    content: Content

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.content.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.content.height

    @property
    def aims(self) -> tuple[float, ...]:
        """Where arrows to its effects end, from the top of the drawing."""
        return tuple(self.y + aim for aim in self.content.aims)


def draw(review: Review, model: EvidenceModel, pieces: tuple[EffectEvidence, ...], width: int, prefix: str) -> str:
    """The diagram as SVG, ``width`` px wide; ``prefix`` (letters, digits, ``-``) makes its ids unique on a page."""
    boxes = placed(review, model, pieces, width)
    lines = _wide_lines(boxes) if width >= _WIDE_FROM else _narrow_lines(boxes, width)
    height = max(one.bottom for one in boxes) + _EDGE
    title = f"Evidence diagram of {model.id}"
    content = lines + "".join(map(_draw_box, boxes))
    description = describe(review, model, pieces)
    return svg.picture(content, width, height, prefix, title, description, "lr-diagram")


def describe(review: Review, model: EvidenceModel, pieces: tuple[EffectEvidence, ...]) -> str:
    """What the diagram shows, in one paragraph."""
    names = review.question.archetypes
    effects = [_told(review, piece) for piece in _of_model(model, pieces)]
    return (
        f"{names.technology} (technology, the cause{_with(review, model, 'technology')}) causes effects on "
        f"{names.system} (system{_with(review, model, 'system')}): {'; '.join(effects) or 'none recorded'}. "
        f"{names.activity} (activity{_with(review, model, 'activity')}) uses {names.technology}, operates on "
        f"{names.system} and is performed by {names.actor} (actor{_with(review, model, 'actor')})."
    )


def placed(review: Review, model: EvidenceModel, pieces: tuple[EffectEvidence, ...], width: int) -> tuple[Placed, ...]:
    """The four boxes where they stand: technology, system, activity, actor."""
    mine = _of_model(model, pieces)
    if width < _WIDE_FROM:
        return _stack(tuple(_box(review, model, mine, name, width - 2 * _MARGIN) for name in _ARCHETYPES))
    left = (width - _GAP) * _LEFT_SHARE
    right = width - _GAP - left - _EDGE
    technology, system, activity, actor = (
        _box(review, model, mine, name, right if name in ("system", "activity") else left) for name in _ARCHETYPES
    )
    below = max(technology.height, system.height) + _ROW_GAP
    return (
        Placed("technology", _EDGE, _EDGE, technology),
        Placed("system", left + _GAP, _EDGE, system),
        Placed("activity", left + _GAP, below, activity),
        Placed("actor", _EDGE, below, actor),
    )


def _box(
    review: Review, model: EvidenceModel, pieces: tuple[EffectEvidence, ...], archetype: str, width: float
) -> Content:
    effects = effect_parts(review, pieces, width) if archetype == "system" else ()
    return box(review, model, archetype, width, effects)


def _stack(contents: tuple[Content, ...]) -> tuple[Placed, ...]:
    boxes: list[Placed] = []
    for archetype, content in zip(_ARCHETYPES, contents, strict=True):
        y = boxes[-1].bottom + _STACK_GAP if boxes else _EDGE
        boxes.append(Placed(archetype, _MARGIN, y, content))
    return tuple(boxes)


def _draw_box(one: Placed) -> str:
    size = (one.content.width, one.content.height)
    tops = (sum(part.height for part in one.content.parts[:n]) for n in range(len(one.content.parts)))
    inner = "".join(svg.moved(0, top, part.markup) for top, part in zip(tops, one.content.parts, strict=True))
    frame = svg.rect(0, 0, *size, fill="none", stroke=INK_SOFT, extra=' stroke-width="1.25"')
    return svg.moved(one.x, one.y, svg.rect(0, 0, *size, fill=SURFACE) + inner + frame)


def _wide_lines(boxes: tuple[Placed, ...]) -> str:
    technology, system, activity, actor = boxes
    aims = system.aims
    trunk = min(max(sum(aims) / len(aims), technology.y + 40), technology.bottom - 16) if aims else 0
    middle = activity.y - _ROW_GAP / 2
    low, across, down = technology.x + 40, activity.x + 40, (activity.x + activity.right) / 2
    level = activity.y + 26
    return (
        _arrows(technology.right, trunk, system.x - 30, system.x, aims)
        + (label((technology.right + system.x - 30) / 2, trunk - 6, "causes") if aims else "")
        + _association(((low, technology.bottom), (low, middle), (across, middle), (across, activity.y)))
        + _centred((low + across) / 2, middle - 6, "uses")
        + _association(((down, system.bottom), (down, activity.y)))
        + role(down + 8, middle + 4, "operates on", "up")
        + _association(((actor.right, level), (activity.x, level)))
        + _centred((actor.right + activity.x) / 2, level - 6, "performed by")
    )


def _narrow_lines(boxes: tuple[Placed, ...], width: int) -> str:
    technology, system, activity, actor = boxes
    left, right, centre = 9.0, width - 9.0, width / 2
    start, used = technology.y + 25, activity.y + 25
    return (
        _arrows(technology.x, start, left, system.x, system.aims)
        + (label(left + 8, technology.bottom + 28, "causes", "start") if system.aims else "")
        + _association(((technology.right, start), (right, start), (right, used), (activity.right, used)))
        + role(right - 6 - role_width("uses"), system.bottom + 28, "uses", "up")
        + _association(((centre, system.bottom), (centre, activity.y)))
        + role(centre + 8, system.bottom + 28, "operates on", "up")
        + _association(((centre, activity.bottom), (centre, actor.y)))
        + role(centre + 8, activity.bottom + 28, "performed by", "down")
    )


def _arrows(start: float, trunk: float, rail: float, end: float, aims: tuple[float, ...]) -> str:
    """From the cause at (``start``, ``trunk``) along the rail, with a head at each of the effects."""
    if not aims:
        return ""
    span = ((rail, min(trunk, *aims)), (rail, max(trunk, *aims)))
    drawn = [
        svg.polyline(((start, trunk), (rail, trunk)), stroke=INK, stroke_width=1.75),
        svg.polyline(span, stroke=INK, stroke_width=1.75),
    ]
    for aim in aims:
        drawn.append(svg.polyline(((rail, aim), (end - 6, aim)), stroke=INK, stroke_width=1.75))
        drawn.append(svg.polygon(((end - 9, aim - 4.5), (end - 9, aim + 4.5), (end, aim)), fill=INK))
    return "".join(drawn)


def _centred(x: float, y: float, words: str) -> str:
    return role(x - role_width(words) / 2, y, words, "left")


def _association(points: Iterable[tuple[float, float]]) -> str:
    return svg.polyline(points, stroke=INK_SOFT)


def _told(review: Review, piece: EffectEvidence) -> str:
    title = review.rules.effect(piece.effect).title
    return f"{title} {piece.range.words}, belief value {number_text(piece.belief_value, 3)}"


def _of_model(model: EvidenceModel, pieces: tuple[EffectEvidence, ...]) -> tuple[EffectEvidence, ...]:
    return tuple(piece for piece in pieces if piece.evidence_model == model.id)


def _with(review: Review, model: EvidenceModel, archetype: str) -> str:
    aspects = (f"{title}: {listed(shortened(values))}" for title, values in known_aspects(review, model, archetype))
    told = "; ".join(aspects)
    return f"; {told}" if told else ""
