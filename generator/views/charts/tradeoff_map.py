"""One effect against every effect of the other families, on the scale of the method: evidence models and the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import altair as alt

from generator.model.evidence import EffectEvidence
from generator.model.review import Review
from generator.model.scale import LEVELS, Intensity, IntensityRange
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.views import addresses
from generator.views.charts.fit import fitted, width_of
from generator.views.charts.many import MOST_PAIRS, PAIRS_HINT, merged_pairs
from generator.views.charts.plane import STACKED_BELOW, Row, tips
from generator.views.figure import NARROW, WIDE, Drawing, Figure
from generator.views.names import slug
from generator.views.palette import BAND, INK, INK_SOFT, range_colour
from generator.views.rounding import belief_text, count_text, percent_text
from generator.views.table import Cell, Column, Table
from generator.views.theme import LABEL_SIZE, PADDING, SMALL_SIZE, data
from generator.views.words import in_sentence

HOW_TO_READ = (
    "Both axes are the scale from strongly negative (SN) to strongly positive (SP); the shaded bands are indifferent. "
    "Each evidence model that measured both effects is a box over its two ranges, and a point where its two means lie "
    "within the box. The more opaque, the larger its belief value (the lower of the two). Colour shows the range on "
    "the vertical axis: orange is worse, blue better. The thick outline is what all the evidence about each of the two "
    "effects leads to, combined."
)
FURTHEST = 100.0
"""Percent: a mean this far out, or further, stands at the end of the scale."""
_AXIS = 56
"""Room for the vertical axis, its title included, in px."""
_GAP = 16
"""Room between two panels of a row, in px."""
_TITLE_LIFT, _LINE = 11, 16
"""How far the middle of a title is above its panel, and one line of it above the other, in px."""
_TIPS = tips(model="Evidence model", x_text="Across", y_text="Upwards", belief="Belief value")


@dataclass(frozen=True, slots=True)
class Panel:
    """An effect that can be gained and what was measured of it together with the effect it is set against."""

    resource: EffectSynthesis
    title: str
    pairs: tuple[tuple[EffectEvidence, EffectEvidence], ...]


def panels(review: Review, synthesis: Synthesis, against: str) -> tuple[Panel, ...]:
    """The effects of other families that some evidence model measured together with ``against``: (there, here)."""
    here = {piece.evidence_model: piece for piece in synthesis.effect(against).evidence}
    family, found = review.rules.effect(against).family, []
    for one in synthesis.effects:
        pairs = tuple((piece, here[piece.evidence_model]) for piece in one.evidence if piece.evidence_model in here)
        effect = review.rules.effect(one.effect)
        if pairs and effect.family != family:
            found.append(Panel(one, effect.title, pairs))
    return tuple(found)


def figure(review: Review, synthesis: Synthesis, against: str) -> Figure:
    """The figure for one effect. Raises ``ValueError`` if no evidence model measured it together with another."""
    found, title = panels(review, synthesis, against), review.rules.effect(against).title
    if not found:
        raise ValueError(f"nothing was measured together with {against}")
    sentence, rows = finding(found, title), frame(review, found, synthesis.effect(against))
    names = ", ".join(in_sentence(panel.title) for panel in found)
    return Figure(
        name=f"{synthesis.id}-{against}-tradeoffs",
        title=f"{title} against each resource",
        finding=sentence,
        alternative=f"{title} against {names}, on the scale from strongly negative to strongly positive. {sentence}",
        how_to_read=f"{HOW_TO_READ} {example(review, found[0], title)}{_hint(found)}",
        wide=Drawing(draw, (rows, WIDE, title)),
        narrow=Drawing(draw, (rows, NARROW, title)),
        table=table_view(review, found, title),
    )


def example(review: Review, panel: Panel, title: str) -> str:
    """The first box of a panel, read off this chart."""
    there, here = panel.pairs[0]
    return (
        f"For example, the box of {_name(review, here)} in the first panel spans {there.range} "
        f"({there.range.words}) in {in_sentence(panel.title)} and {here.range} ({here.range.words}) "
        f"in {in_sentence(title)}."
    )


def finding(found: Sequence[Panel], title: str) -> str:
    """How many of the evidence models that gain pay for it, as a sentence."""
    pairs = [pair for panel in found for pair in panel.pairs]
    gaining = {here.evidence_model: here for there, here in pairs if there.range.low >= Intensity.IF < there.range.high}
    paying = sum(here.range.high <= Intensity.IF > here.range.low for here in gaining.values())
    models = len({here.evidence_model for _, here in pairs})
    gain = f"{len(gaining)} of {count_text(models, 'evidence model')} {'gains' if len(gaining) == 1 else 'gain'}"
    if not gaining:
        return f"{gain} in a resource measured with {in_sentence(title)}."
    lose = f"{paying or 'none'} of them {'loses' if paying == 1 else 'lose'}"
    return f"{gain} in at least one resource; {lose} in {in_sentence(title)}."


def position(review: Review, piece: EffectEvidence) -> float:
    """Where a mean improvement stands on the scale, 0 (lower end of SN) to 7 (upper end of SP), within its range.

    Each band of the intensity rule takes the room between the middles of its neighbours; a stated range, its middle.
    """
    middle = _middle(piece.range)
    if piece.improvement is None:
        return middle
    mean, zero = piece.improvement.mean, len(LEVELS) / 2
    lower, begin = 0.0, zero
    bands = review.rules.bands(review.rules.effect(piece.effect).family)
    for place, band in enumerate(bands):
        last = place + 1 == len(bands)
        end = float(len(LEVELS)) if last else (_middle(band.range) + _middle(bands[place + 1].range)) / 2
        upper = FURTHEST if band.up_to is None else band.up_to
        if last or abs(mean) <= upper:
            share = min(1.0, (abs(mean) - lower) / (upper - lower))
            distance = begin + share * (end - begin) - zero
            return zero + (distance if mean >= 0 else -distance)
        lower, begin = upper, end
    return middle


def frame(review: Review, found: Sequence[Panel], here: EffectSynthesis) -> tuple[Row, ...]:
    """Everything that is drawn, row by row: ``place`` is the number of the panel, ``kind`` says in which layer."""
    return tuple(row for place, panel in enumerate(found) for row in _rows(review, panel, here, place))


def draw(rows: Sequence[Row], width: int, against: str) -> alt.VConcatChart:
    """The chart in one width, in px with its padding; ``against`` names the vertical axis."""
    across = 2 if width < STACKED_BELOW else 3
    size = (width - 2 * PADDING - _AXIS - (across - 1) * _GAP) / across
    lettered = [line for row in rows for line in (_title(row, size) if row["kind"] == "title" else (row,))]
    layers = [layer.properties(width=size, height=size) for layer in _layers(rows, against, size)]
    chart = alt.layer(*layers, data=data(lettered)).facet(
        facet=alt.Facet("place:O", header=alt.Header(labelExpr="''", title=None)),
        columns=across,
        spacing={"row": 34, "column": _GAP},
    )
    drawn: alt.VConcatChart = alt.vconcat(chart.resolve_axis(x="independent"))
    return drawn


def table_view(review: Review, found: Sequence[Panel], title: str) -> Table:
    """The same as a table, a row per pair."""
    rows = tuple(_cells(review, panel, there, here) for panel in found for there, here in panel.pairs)
    return Table(
        f"Evidence models that measured {in_sentence(title)} and a resource", _columns(in_sentence(title)), rows
    )


def _columns(paid: str) -> tuple[Column, ...]:
    return (
        Column("Evidence model"),
        Column("Resource"),
        Column("Its improvement", "Mean, in percent of the baseline", numeric=True),
        Column("Its range", term="range"),
        Column(f"Improvement of {paid}", "Mean, in percent of the baseline", numeric=True),
        Column(f"Range of {paid}", term="range"),
        Column("Belief value", "The lower of the two, 0 to 1", numeric=True, term="belief-value"),
    )


def _cells(review: Review, panel: Panel, there: EffectEvidence, here: EffectEvidence) -> tuple[Cell, ...]:
    return (
        Cell(_name(review, here), addresses.evidence_model(here.evidence_model)),
        Cell(panel.title),
        Cell(_mean(there), addresses.derivation(there.evidence_model, there.effect)),
        Cell("", range=there.range),
        Cell(_mean(here), addresses.derivation(here.evidence_model, here.effect)),
        Cell("", range=here.range),
        Cell(belief_text(min(there.belief_value, here.belief_value))),
    )


def _name(review: Review, piece: EffectEvidence) -> str:
    return f"{review.study(piece.study).label} {slug(piece.evidence_model)}"


def _mean(piece: EffectEvidence) -> str:
    return "stated" if piece.improvement is None else percent_text(piece.improvement.mean)


def _middle(found: IntensityRange) -> float:
    return (found.low + found.high + 1) / 2


@dataclass(frozen=True, slots=True)
class _Box:
    """A rectangle on the scale, 0–7 both ways."""

    x: float
    x2: float
    y: float
    y2: float


def _box(there: IntensityRange, here: IntensityRange) -> _Box:
    return _Box(there.low, there.high + 1, here.low, here.high + 1)


def _rows(review: Review, panel: Panel, here: EffectSynthesis, place: int) -> Iterator[Row]:
    """Everything that is drawn in one panel."""
    end, low, high = len(LEVELS), int(Intensity.IF), Intensity.IF + 1
    for shade in (_Box(0, end, low, high), _Box(low, high, 0, end)):
        yield {"place": place, "kind": "shade", **asdict(shade)}
    for row in merged_pairs([_pair(review, there, pay) for there, pay in panel.pairs]):
        yield {"place": place, "kind": "pair", **row}
    if panel.resource.range is not None and here.range is not None:
        yield {"place": place, "kind": "whole", **asdict(_box(panel.resource.range, here.range))}
    yield {"place": place, "kind": "title", "text": panel.title}


def _hint(found: Sequence[Panel]) -> str:
    return f" {PAIRS_HINT}" if any(len(panel.pairs) > MOST_PAIRS for panel in found) else ""


def _title(row: Row, size: float) -> Iterator[Row]:
    """The title of a panel of ``size`` px, above it, a row for each line."""
    for line, text in enumerate(reversed(_lines(row["text"], size))):
        above = (_TITLE_LIFT + line * _LINE) / size * len(LEVELS)
        yield {**row, "x": 0, "y": len(LEVELS) + above, "text": text}


def _lines(title: str, size: float) -> tuple[str, ...]:
    """A title in one line, or in two where it must be."""
    words = title.split()
    kept = next((n for n in range(len(words), 0, -1) if width_of(" ".join(words[:n]), LABEL_SIZE, True) <= size), 1)
    lines = (" ".join(words[:kept]), " ".join(words[kept:]))
    return tuple(fitted(line, LABEL_SIZE, size, bold=True) for line in lines if line)


def _pair(review: Review, there: EffectEvidence, pay: EffectEvidence) -> dict[str, Any]:
    belief = min(there.belief_value, pay.belief_value)
    return {
        **asdict(_box(there.range, pay.range)),
        "px": position(review, there),
        "py": position(review, pay),
        "opacity": 0.25 + 0.75 * belief,
        "faint": 0.1 + 0.3 * belief,
        "colour": range_colour(pay.range),
        "model": _name(review, pay),
        "x_text": f"{there.range}, {_mean(there)}",
        "y_text": f"{pay.range}, {_mean(pay)}",
        "belief": belief_text(belief),
    }


def _layers(rows: Sequence[Row], against: str, size: float) -> list[alt.Chart]:
    colours = list(dict.fromkeys(str(row["colour"]) for row in rows if "colour" in row))
    colour = alt.Color("colour:N", scale=alt.Scale(domain=colours, range=colours), legend=None)
    (x, y), (px, py) = (_axes(against, size, fields) for fields in (("x", "y"), ("px", "py")))
    faint, opaque = (alt.FillOpacity(f"{name}:Q", scale=None, legend=None) for name in ("faint", "opacity"))
    box = {"x": x, "x2": alt.X2("x2:Q"), "y": y, "y2": alt.Y2("y2:Q")}
    return [
        _layer("shade").mark_rect(fill=BAND).encode(**box),
        _layer("pair").mark_rect(stroke=INK_SOFT, strokeWidth=0.5).encode(**box, color=colour, fillOpacity=faint),
        _layer("pair")
        .mark_point(filled=True, size=46, stroke=INK_SOFT, strokeWidth=0.75)
        .encode(x=px, y=py, color=colour, fillOpacity=opaque, tooltip=_TIPS),
        _layer("whole").mark_rect(fill=None, stroke=INK, strokeWidth=2.5).encode(**box),
        _layer("title").mark_text(align="left", fontWeight=600).encode(x=x, y=y, text=alt.Text("text:N")),
    ]


def _layer(kind: str) -> alt.Chart:
    drawn: alt.Chart = alt.Chart().transform_filter(f"datum.kind === '{kind}'")
    return drawn


def _axes(against: str, size: float, fields: tuple[str, str]) -> tuple[alt.X, alt.Y]:
    """Both axes: a line at the end of each level, its name in its middle."""
    scale = alt.Scale(domain=[0, len(LEVELS)], nice=False, zero=False)
    names = "[" + ",".join(f"'{level.name}'" for level in LEVELS) + ",''][datum.value]"
    look: dict[str, Any] = {
        "values": list(range(len(LEVELS) + 1)),
        "labelExpr": names,
        "domain": False,
        "ticks": False,
        "grid": True,
    }
    look["labelFontSize"] = min(SMALL_SIZE, size / len(LEVELS) * 0.55)
    half, room = size / len(LEVELS) / 2, _AXIS - 30
    flat = alt.Axis(**look, title=None, labelOffset=half, labelPadding=3, labelFlush=False)
    words = fitted(against, SMALL_SIZE, size)
    upright = alt.Axis(**look, title=words, labelOffset=-half, minExtent=room, maxExtent=room)
    return alt.X(f"{fields[0]}:Q", scale=scale, axis=flat), alt.Y(f"{fields[1]}:Q", scale=scale, axis=upright)
