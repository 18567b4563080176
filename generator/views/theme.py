"""How every chart looks: one configuration, one font, colours from the palette."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

import altair as alt
from altair.utils.schemapi import debug_mode

from generator.views.palette import INK, INK_SOFT, RULE, SURFACE, palette_css

__all__ = ["AnyChart", "Layer", "data", "layered", "palette_css", "plain", "specification", "unchecked"]

FONT = "Living Review Sans, Arial, sans-serif"
"""The site ships this family under this name; static charts are measured with it."""
LABEL_SIZE = 13
SMALL_SIZE = 11.5
PADDING = 4
"""Space in px around every drawing, so that nothing is clipped where another font is wider."""

Layer = alt.Chart | alt.LayerChart
AnyChart = alt.Chart | alt.LayerChart | alt.HConcatChart | alt.VConcatChart


def data(rows: Iterable[Mapping[str, Any]]) -> alt.InlineData:
    """Rows as inline data, with text that every renderer can take: a tuple, because Altair copies lists deeply."""
    return alt.InlineData(values=tuple({key: _safe(value) for key, value in row.items()} for row in rows))


def unchecked() -> AbstractContextManager[None]:
    """While a chart is put together, its parts are not validated one by one, which would take most of the time."""
    return debug_mode(False)


def plain(text: str) -> str:
    """``text`` on one line; what XML and the chart renderer cannot hold becomes U+FFFD."""
    line = " ".join(text.split())
    return line if line.isascii() and line.isprintable() else "".join(map(_character, line))


def layered(layers: Iterable[Layer], width: float, height: float) -> alt.LayerChart:
    """Layers of one drawing whose scales are each their own, so that panels can share its plane."""
    own = alt.ScaleResolveMap(x="independent", y="independent", color="independent")
    return alt.LayerChart(layer=list(layers), width=width, height=height, resolve=alt.Resolve(scale=own))


def specification(chart: AnyChart, validate: bool = True) -> dict[str, Any]:
    """The Vega-Lite specification of a drawing, with the look of the site: transparent, quiet, legible in both
    schemes. The drawing itself gets that look too, because copying it would take longer than drawing it."""
    with unchecked():
        chart.background, chart.padding, chart.config = "transparent", PADDING, alt.Config(**_CONFIG)
        spec: dict[str, Any] = chart.to_dict(validate=validate)
    return spec


_AXIS: dict[str, Any] = {
    "domainColor": RULE,
    "gridColor": RULE,
    "tickColor": RULE,
    "labelColor": INK_SOFT,
    "titleColor": INK_SOFT,
    "labelFontSize": SMALL_SIZE,
    "titleFontSize": SMALL_SIZE,
    "titleFontWeight": 400,
    "labelPadding": 6,
    "titlePadding": 8,
}
_CONFIG: dict[str, Any] = {
    "font": FONT,
    "view": alt.ViewConfig(stroke=None, fill=None),
    "text": alt.MarkConfig(color=INK, fontSize=LABEL_SIZE, baseline="middle"),
    "rule": alt.MarkConfig(color=RULE, strokeWidth=1),
    "point": alt.MarkConfig(stroke=SURFACE, opacity=1),
    "title": alt.TitleConfig(color=INK, fontSize=LABEL_SIZE, fontWeight=600, anchor="start", offset=10),
    "axis": alt.AxisConfig(**_AXIS),
}


def _safe(value: Any) -> Any:
    return plain(value) if isinstance(value, str) else value


def _character(character: str) -> str:
    code = ord(character)
    unfit = unicodedata.category(character) in ("Cc", "Cs") or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return "\ufffd" if unfit else character
