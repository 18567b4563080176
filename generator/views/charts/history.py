"""How each conclusion of a synthesis moved on the seven-level scale: one small drawing per conclusion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import altair as alt

from generator.model.scale import LEVELS, Intensity
from generator.views.charts.plane import STACKED_BELOW, Row, boxes, horizontal, texts, tips, vertical
from generator.views.figure import NARROW, WIDE, Drawing, Figure
from generator.views.history import Course, State, Timeline
from generator.views.history_words import kind_word, state_text
from generator.views.palette import BAND, INK_SOFT, RULE, SURFACE, level_colour
from generator.views.rounding import belief_text, count_text
from generator.views.table import Cell, Column, Table
from generator.views.theme import PADDING, Layer, data, layered

Point = tuple[float, float]

MOST = 12
"""How many moments a drawing has room for: the newest ones. The table has them all."""

_LEVEL = 6.0
_TRACK = len(LEVELS) * _LEVEL
_TITLE, _NUMBER, _MOMENT, _GAP = 18.0, 13.0, 12.0, 14.0
_BETWEEN, _GUTTER = 32.0, 20.0
_PITCH, _BAR = 110.0, 30.0
_TIPS = tips(label="Conclusion", moment="At", range="Range", value_text="Belief", base="From")


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes in px: ``columns`` of small drawings, each ``cell`` wide, with moments ``pitch`` apart."""

    width: float
    columns: int
    cell: float
    pitch: float
    bar: float

    @classmethod
    def for_width(cls, width: int, moments: int) -> Layout:
        """The layout for a drawing of ``width`` px, padding included, with so many moments."""
        inner, columns = width - 2 * PADDING, 1 if width < STACKED_BELOW else 2
        cell = (inner - _BETWEEN * (columns - 1)) / columns
        pitch = min(_PITCH, (cell - _GUTTER) / moments)
        return cls(inner, columns, cell, pitch, min(_BAR, pitch - 6))

    @property
    def row(self) -> float:
        """Height of a small drawing."""
        return _TITLE + _TRACK + _NUMBER + _MOMENT + _GAP

    def place(self, number: int) -> tuple[float, float]:
        """Left and top of a small drawing."""
        return (number % self.columns) * (self.cell + _BETWEEN), (number // self.columns) * self.row

    def middle(self, left: float, moment: int) -> float:
        """The middle of a moment in the drawing that starts at ``left``."""
        return left + _GUTTER + (moment + 0.5) * self.pitch


def draw(timeline: Timeline, width: int, last: bool = True) -> alt.LayerChart:
    """The chart in one width, in px with its padding; ``last`` also tells what happened at the last moment."""
    layout = Layout.for_width(width, min(len(timeline.moments), MOST))
    drawings = -(-len(timeline.courses) // layout.columns)
    height = max(drawings * layout.row - _GAP, layout.row) + 2
    bars = [bar for number, course in enumerate(timeline.courses) for bar in _bars(timeline, course, number, layout)]
    x = horizontal("from", layout.width, 0, layout.width)
    layers: list[Layer] = [
        *_tracks(timeline, layout, height),
        *_links(bars, layout, height),
        _levels(bars, x, height),
        *_texts(timeline, bars, layout, height, last and len(timeline.moments) > 1),
    ]
    return layered(layers, layout.width, height)


def figure(
    timeline: Timeline, name: str, title: str, finding: str, what: str, table: Table, last: bool = True
) -> Figure:
    """The figure of a timeline; ``what`` is what its moments are called (``version``), ``last`` as for ``draw``."""
    shown = min(len(timeline.moments), MOST)
    cut = f" The drawing has the newest {MOST} {what}s; the table has all." if len(timeline.moments) > MOST else ""
    return Figure(
        name=name,
        title=title,
        finding=finding,
        alternative=(
            f"{count_text(len(timeline.courses), 'conclusion')} on the seven-level scale over "
            f"{count_text(shown, what)}. {finding}"
        ),
        how_to_read=(
            f"One small drawing per conclusion, the {what}s from left to right. The coloured levels are its range: "
            "higher is better for the user, SP strongly so, and SN at the bottom strongly worse. The line across the "
            f"middle is indifference. Below stand the belief in the range and the {what}.{cut} "
            f"{example(timeline, what)}"
        ),
        wide=Drawing(draw, (timeline, WIDE, last)),
        narrow=Drawing(draw, (timeline, NARROW, last)),
        table=table,
    )


def example(timeline: Timeline, what: str) -> str:
    """The last moment of the first drawing, read off this chart."""
    course, moment = timeline.courses[0], timeline.moments[-1]
    state = course.states[-1]
    if state is None or state.range is None:
        said = state_text(state)
    else:
        said = f"{state.range} ({state.range.words}), belief {belief_text(state.belief)}"
    return f"For example, at {what} {moment} the first one, {course.title}, reads: {said}."


def table_view(timeline: Timeline, caption: str, what: str) -> Table:
    """Conclusions by moments, with range and belief in each cell."""
    columns = (Column("Conclusion"), *(Column(f"{what} {moment}") for moment in timeline.moments))
    rows = tuple((Cell(one.title, one.link), *map(_cell, one.states)) for one in timeline.courses)
    return Table(caption, columns, rows)


def _cell(state: State | None) -> Cell:
    if state is None or state.range is None:
        return Cell(state_text(state))
    return Cell(belief_text(state.belief), range=state.range)


def _bars(timeline: Timeline, course: Course, number: int, layout: Layout) -> Iterator[dict[str, Any]]:
    """The states of a conclusion that the drawing has room for, with ``x`` and ``y`` (its middle) in px."""
    left, top = layout.place(number)
    first = max(0, len(timeline.moments) - MOST)
    for place in range(first, len(timeline.moments)):
        state = course.states[place]
        if state is None:
            continue
        found = state.range
        yield {
            "label": course.title,
            "moment": timeline.moments[place],
            "number": number,
            "place": place,
            "x": (middle := layout.middle(left, place - first)),
            "from": middle - layout.bar / 2,
            "to": middle + layout.bar / 2,
            "top": top + _TITLE,
            "y": top + _TITLE + _TRACK / 2 if found is None else top + _TITLE + _middle(found.low, found.high),
            "low": None if found is None else int(found.low),
            "high": None if found is None else int(found.high),
            "range": "no result" if found is None else str(found),
            "value_text": belief_text(state.belief),
            "base": count_text(state.studies, "study", "studies"),
        }


def _middle(low: Intensity, high: Intensity) -> float:
    """The middle of a range below the top of its track, in px: the best level is on top."""
    return (len(LEVELS) - (low + high + 1) / 2) * _LEVEL


def _tracks(timeline: Timeline, layout: Layout, height: float) -> list[Layer]:
    """The scale behind each conclusion, with *indifferent* across its middle."""
    moments = min(len(timeline.moments), MOST)
    width = _GUTTER + moments * layout.pitch
    places = [layout.place(number) for number in range(len(timeline.courses))]
    bands = [{"from": x + _GUTTER, "to": x + width, "y": y + _TITLE, "y2": y + _TITLE + _TRACK} for x, y in places]
    middle = [{**band, "y": band["y"] + 3 * _LEVEL, "y2": band["y"] + 4 * _LEVEL} for band in bands]
    gaps = [
        ((band["from"], band["y"] + level * _LEVEL), (band["to"], band["y"] + level * _LEVEL))
        for band in bands
        for level in range(1, len(LEVELS))
    ]
    x = horizontal("from", layout.width, 0, layout.width)
    return [
        boxes(bands, x, height, fill=BAND),
        boxes(middle, x, height, fill=RULE, fillOpacity=0.7),
        _segments(gaps, layout, height, color=SURFACE, strokeWidth=1),
    ]


def _links(bars: list[dict[str, Any]], layout: Layout, height: float) -> list[Layer]:
    """Lines from each state to the next moment's, where both have a range."""
    links = [
        ((one["to"], one["y"]), (other["from"], other["y"]))
        for one, other in pairwise(bars)
        if one["number"] == other["number"] and other["place"] == one["place"] + 1
        if one["low"] is not None and other["low"] is not None
    ]
    return [_segments(links, layout, height, color=INK_SOFT, strokeWidth=1.5)] if links else []


def _segments(lines: Iterable[tuple[Point, Point]], layout: Layout, height: float, **mark: Any) -> alt.Chart:
    """Straight lines as one path, which a missing point breaks between them: a mark for each would triple the page."""
    points = [point for start, end in lines for point in (start, end, (None, None))]
    rows = [{"x": x, "y": y, "n": n} for n, (x, y) in enumerate(points)]
    marked = alt.Chart(data(rows)).mark_line(invalid="break-paths-show-path-domains", **mark)
    x = horizontal("x", layout.width, 0, layout.width)
    drawn: alt.Chart = marked.encode(x=x, y=vertical("y", height), order=alt.Order("n:Q"))
    return drawn


def _levels(bars: list[dict[str, Any]], x: alt.X, height: float) -> alt.Chart:
    cells = [
        _level(bar, level) for bar in bars if bar["low"] is not None for level in LEVELS[bar["low"] : bar["high"] + 1]
    ]
    names, colours = [level.name for level in LEVELS], [level_colour(level) for level in LEVELS]
    colour = alt.Color("level:N", scale=alt.Scale(domain=names, range=colours), legend=None)
    drawn: alt.Chart = boxes(cells, x, height).encode(color=colour, tooltip=_TIPS)
    return drawn


def _level(bar: Row, level: Intensity) -> dict[str, Any]:
    top = bar["top"] + (len(LEVELS) - 1 - level) * _LEVEL
    return {**bar, "level": level.name, "y": top, "y2": top + _LEVEL}


def _texts(timeline: Timeline, bars: list[dict[str, Any]], layout: Layout, height: float, last: bool) -> list[Layer]:
    """Titles, what happened last, the ends of the scale, and under each bar its belief and its moment."""
    x = horizontal("x", layout.width, 0, layout.width)
    places = [layout.place(number) for number in range(len(timeline.courses))]
    happened = [kind_word(course.happened(len(timeline.moments) - 1)) for course in timeline.courses]
    titles = [
        {"x": left, "y": top + 8, "label": course.title}
        for course, (left, top) in zip(timeline.courses, places, strict=True)
    ]
    words = [
        {"x": left + layout.cell, "y": top + 8, "text": word if last else ""}
        for word, (left, top) in zip(happened, places, strict=True)
    ]
    ends = [
        {"x": left, "y": top + _TITLE + at, "text": code}
        for left, top in places
        for at, code in ((_LEVEL, LEVELS[-1].name), (_TRACK - _LEVEL, LEVELS[0].name))
    ]
    under = [{**bar, "y": bar["top"] + _TRACK + 8} for bar in bars]
    moments = [{**bar, "y": bar["y"] + _NUMBER} for bar in under]
    none = [{**bar, "text": "none"} for bar in bars if bar["low"] is None]
    small: dict[str, Any] = {"fontSize": 10.5, "color": INK_SOFT}
    return [
        texts(titles, x, height, "label", limit=layout.cell - 66, align="left", fontWeight=600),
        texts(words, x, height, align="right", fontSize=11.5, color=INK_SOFT),
        texts(ends, x, height, align="left", fontSize=9.5, color=INK_SOFT),
        texts(none, x, height, fontStyle="italic", fontSize=10.5),
        texts(under, x, height, "value_text", fontSize=11),
        texts(moments, x, height, "moment", **small),
    ]
