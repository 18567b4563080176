"""The notation of the Structured Synthesis Method: four typed boxes, an arrow from the cause to each of its effects,
plain lines for what else belongs together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.views import svg
from generator.views.boxes import SMALL, Content, Placed, label
from generator.views.lettering import width_of
from generator.views.palette import INK, INK_SOFT, SURFACE

ARCHETYPES = ("technology", "system", "activity", "actor")
_WIDE_FROM = 560
_GAP, _ROW_GAP = 92.0, 60.0
_LEFT_SHARE = 0.34
_MARGIN, _STACK_GAP = 26.0, 46.0
_EDGE = 1.0
_READING = {"left": (-1, 0), "up": (0, -1), "down": (0, 1)}


@dataclass(frozen=True, slots=True)
class Archetype(Placed):
    """A box of the diagram; ``archetype`` is technology, system, activity or actor."""

    archetype: str


def lay_out(set_for: Callable[[str, float], Content], width: int) -> tuple[Archetype, ...]:
    """The four boxes where they stand: technology, system, activity, actor; ``set_for`` sets one for a width in px."""
    if width < _WIDE_FROM:
        return _stack(tuple(set_for(archetype, width - 2 * _MARGIN) for archetype in ARCHETYPES))
    left = (width - _GAP) * _LEFT_SHARE
    right = width - _GAP - left - _EDGE
    technology, system, activity, actor = (
        set_for(archetype, right if archetype in ("system", "activity") else left) for archetype in ARCHETYPES
    )
    below = max(technology.height, system.height) + _ROW_GAP
    return (
        Archetype(_EDGE, _EDGE, technology, "technology"),
        Archetype(left + _GAP, _EDGE, system, "system"),
        Archetype(left + _GAP, below, activity, "activity"),
        Archetype(_EDGE, below, actor, "actor"),
    )


def picture(boxes: tuple[Archetype, ...], width: int, prefix: str, title: str, description: str) -> str:
    """The boxes with their connectors as SVG; parameters as in ``svg.picture``."""
    lines = _wide_lines(boxes) if width >= _WIDE_FROM else _narrow_lines(boxes, width)
    drawn = "".join(svg.moved(one.x, one.y, one.drawn(SURFACE)) for one in boxes)
    height = max(one.bottom for one in boxes) + _EDGE
    return svg.picture(lines + drawn, width, height, prefix, title, description, "lr-diagram")


def _stack(contents: tuple[Content, ...]) -> tuple[Archetype, ...]:
    boxes: list[Archetype] = []
    for archetype, content in zip(ARCHETYPES, contents, strict=True):
        y = boxes[-1].bottom + _STACK_GAP if boxes else _EDGE
        boxes.append(Archetype(_MARGIN, y, content, archetype))
    return tuple(boxes)


def _wide_lines(boxes: tuple[Archetype, ...]) -> str:
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
        + _role(down + 8, middle + 4, "operates on", "up")
        + _association(((actor.right, level), (activity.x, level)))
        + _centred((actor.right + activity.x) / 2, level - 6, "performed by")
    )


def _narrow_lines(boxes: tuple[Archetype, ...], width: int) -> str:
    technology, system, activity, actor = boxes
    left, right, centre = 9.0, width - 9.0, width / 2
    start, used = technology.y + 25, activity.y + 25
    return (
        _arrows(technology.x, start, left, system.x, system.aims)
        + (label(left + 8, technology.bottom + 28, "causes", "start") if system.aims else "")
        + _association(((technology.right, start), (right, start), (right, used), (activity.right, used)))
        + _role(right - 6 - _role_width("uses"), system.bottom + 28, "uses", "up")
        + _association(((centre, system.bottom), (centre, activity.y)))
        + _role(centre + 8, system.bottom + 28, "operates on", "up")
        + _association(((centre, activity.bottom), (centre, actor.y)))
        + _role(centre + 8, activity.bottom + 28, "performed by", "down")
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


def _association(points: Iterable[tuple[float, float]]) -> str:
    return svg.polyline(points, stroke=INK_SOFT)


def _centred(x: float, y: float, words: str) -> str:
    return _role(x - _role_width(words) / 2, y, words, "left")


def _role(x: float, y: float, words: str, towards: str) -> str:
    """A label with the triangle that says which way to read it (``left``, ``up`` or ``down``), from ``x`` on."""
    across, along = _READING[towards]
    tip = (x + 4 + 4 * across, y - 4 + 4 * along)
    base = ((x + 4 - 4 * across - 4 * along, y - 4 - 4 * along - 4 * across),
            (x + 4 - 4 * across + 4 * along, y - 4 - 4 * along + 4 * across))  # fmt: skip
    return svg.polygon((tip, *base), fill=INK_SOFT) + label(x + 12, y, words, "start")


def _role_width(words: str) -> float:
    """Width of a label with its triangle, px."""
    return width_of(words, SMALL) + 12
