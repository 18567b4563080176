"""A chart of every conclusion that other sites can show: what the studies say, and what they say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.evidence import EffectEvidence
from generator.model.release import History
from generator.model.review import Review
from generator.model.scale import LEVELS, IntensityRange
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views import svg
from generator.views.dates import date_text
from generator.views.lettering import wrap
from generator.views.names import study_name
from generator.views.palette import BAND, INK, INK_SOFT, RULE, SURFACE, level_colour
from generator.views.rounding import count_text
from generator.views.standalone import fixed_colours, one_line
from generator.views.words import numbers, plain_conclusion

WIDTH = 720.0
MOST = 24
"""How many studies have a row of their own; the others share one."""

_EDGE, _INNER = 20.0, WIDTH - 40
_COLUMN, _ROW, _TRACK, _TICK = 54.0, 21.0, 15.0, 10.0
_SCALE = WIDTH - _EDGE - len(LEVELS) * _COLUMN
_TITLE, _TEXT, _SMALL = 19.0, 14.0, 12.0
_CLOSE = 5.0


@dataclass(frozen=True, slots=True)
class Embed:
    """The texts of the chart: ``heading``, the conclusion in a sentence and in numbers, and where it comes from."""

    heading: str
    sentence: str
    numbers: str
    source: str


def embed(review: Review, synthesis: Synthesis, one: EffectSynthesis, history: History, address: str) -> str:
    """The chart of a conclusion as SVG, for ``<img>`` on any page. ``address`` of its own page may be empty."""
    words = texts(review, synthesis, one, history, address)
    top, head = _head(words)
    rows = list(_rows(review, one))
    end = top + _ROW * (len(rows) + 1) + 10
    parts = [head, _header(top), _together(one.range, top), *_study_rows(rows, top + _ROW)]
    height, foot = _foot(words.source, end)
    return framed([*parts, foot], height, words.heading, f"{words.sentence} {words.numbers} {words.source}")


def withdrawn(title: str, synthesis: str, review: Review, history: History) -> str:
    """What stands at the address of a conclusion that this state no longer has."""
    source = source_text(review, synthesis, history, "")
    words = Embed(title, "This conclusion is no longer part of the review.", "It was withdrawn.", source)
    top, head = _head(words)
    height, foot = _foot(source, top - 24)
    return framed([head, foot], height, title, f"{words.sentence} {words.numbers} {source}")


def framed(parts: Iterable[str], height: float, title: str, description: str) -> str:
    """A drawing on its own ground, with its colours fixed."""
    ground = svg.rect(0.5, 0.5, WIDTH - 1, height - 1, fill=SURFACE, stroke=RULE)
    drawn = svg.picture(ground + "".join(parts), WIDTH, height, "chart", title, description, "lr-embed")
    return fixed_colours(drawn) + "\n"


def texts(review: Review, synthesis: Synthesis, one: EffectSynthesis, history: History, address: str) -> Embed:
    """What the chart says in words."""
    effect = review.rules.effect(one.effect)
    return Embed(
        effect.title,
        plain_conclusion(effect, one, review.question.subject),
        numbers(one),
        source_text(review, synthesis.title, history, address),
    )


def source_text(review: Review, synthesis: str, history: History, address: str) -> str:
    """Review, synthesis and version, and the address if it is known."""
    version = (
        f"version {history.version} of {date_text(history.released)}" if history.version else "a draft, no version yet"
    )
    return f"{review.question.title} · {synthesis} · {version}{f' · {address}' if address else ''}"


def _head(words: Embed) -> tuple[float, str]:
    """Heading and sentences; the first of the two is where the rows begin."""
    parts, y = [], _EDGE
    for text, size, bold, fill in (
        (words.heading, _TITLE, True, INK),
        (words.sentence, _TEXT, False, INK),
        (words.numbers, _TEXT, False, INK_SOFT),
    ):
        lines = wrap(text, size, _INNER, bold)
        parts.append(svg.lines(_EDGE, y + size * 0.8, lines, size, size * 1.35, fill=fill, bold=bold))
        y += len(lines) * size * 1.35 + 2
    return y + 46, "".join(parts)


def _foot(source: str, y: float) -> tuple[float, str]:
    lines = wrap(source, _SMALL, _INNER)
    drawn = svg.lines(_EDGE, y + _SMALL, lines, _SMALL, _SMALL * 1.35, fill=INK_SOFT)
    return y + len(lines) * _SMALL * 1.35 + 14, drawn


def _header(top: float) -> str:
    """The codes of the levels and what the ends mean, above the rows."""
    right = WIDTH - _EDGE
    codes = (svg.text(_x(level + 0.5), top - 8, level.name, _SMALL, bold=True, anchor="middle") for level in LEVELS)
    worse = svg.text(_SCALE, top - 25, "← worse for the user", _SMALL, fill=INK_SOFT)
    better = svg.text(right, top - 25, "better →", _SMALL, fill=INK_SOFT, anchor="end")
    ticks = svg.text(_EDGE, top - 8, "each tick: one evidence model", _SMALL, fill=INK_SOFT)
    return "".join([*codes, worse, better, ticks])


def _together(found: IntensityRange | None, top: float) -> str:
    label = svg.text(_EDGE, top + _TRACK - 3, "All together", _TEXT, bold=True)
    if found is None:
        return label + _band(top) + svg.text(_x(3.5), top + _TRACK - 3, "no range", _SMALL, anchor="middle")
    levels = (svg.rect(_x(level), top, _COLUMN - 1, _TRACK, fill=level_colour(level)) for level in found.levels)
    return label + _band(top) + "".join(levels)


def _rows(review: Review, one: EffectSynthesis) -> Iterator[tuple[str, tuple[EffectEvidence, ...]]]:
    """(name, evidence) of every study, the last ones in one row if there are too many."""
    studies = one.studies if len(one.studies) <= MOST else one.studies[: MOST - 1]
    for study in studies:
        yield study_name(review.study(study)), tuple(piece for piece in one.evidence if piece.study == study)
    if rest := set(one.studies) - set(studies):
        name = f"{count_text(len(rest), 'more study', 'more studies')}"
        yield name, tuple(piece for piece in one.evidence if piece.study in rest)


def _study_rows(rows: Iterable[tuple[str, tuple[EffectEvidence, ...]]], top: float) -> Iterator[str]:
    for number, (name, pieces) in enumerate(rows):
        y = top + number * _ROW
        label = one_line(name, _SMALL, _SCALE - _EDGE - 16)
        drawn = svg.bars(_ticks(pieces), y + (_TRACK - _TICK) / 2, _TICK, stroke=INK)
        yield svg.text(_EDGE, y + _TRACK - 4, label, _SMALL) + _band(y) + drawn.replace("0.75", "1.75")


def _band(y: float) -> str:
    """The scale behind a row, *indifferent* shaded."""
    cells = (svg.rect(_x(level), y, _COLUMN - 1, _TRACK, fill=RULE if level == 3 else BAND) for level in LEVELS)
    return "".join(cells)


def _ticks(pieces: Iterable[EffectEvidence]) -> Iterator[float]:
    """Side by side around the middle of the range of each, closer together where there are many."""
    middles = Counter((piece.range.low + piece.range.high + 1) / 2 for piece in pieces)
    for middle, count in sorted(middles.items()):
        gap = min(_CLOSE, (_COLUMN - 10) / count)
        for place in range(count):
            yield _x(middle) + (place - (count - 1) / 2) * gap


def _x(place: float) -> float:
    """A place on the scale, 0 at the left edge of the worst level, in px."""
    return _SCALE + place * _COLUMN
