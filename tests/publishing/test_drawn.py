"""Charts are drawn once: kept by their arguments and by the code that draws them, and the same either way."""

from __future__ import annotations

from dataclasses import dataclass, replace

import altair as alt
import pandas as pd
import pytest

from generator.publishing import drawn
from generator.publishing.drawn import code, specification_text
from generator.views.charts import conclusions, effect_evidence, history, tradeoff_map
from generator.views.figure import NARROW, Drawing, Figure
from generator.views.history import by_version
from generator.views.theme import data


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float


def draw(table: pd.DataFrame, point: Point) -> alt.Chart:
    rows = [*table.to_dict("records"), {"x": point.x, "y": point.y}]
    chart: alt.Chart = alt.Chart(data(rows)).mark_point().encode(x="x:Q", y="y:Q")
    return chart


TABLE = pd.DataFrame([(1.0, 2.0)], columns=["x", "y"])


def test_an_unchanged_drawing_is_not_drawn_again(tmp_path, monkeypatch):
    first = specification_text(Drawing(draw, (TABLE, Point(1, 2))), tmp_path)
    monkeypatch.setattr(Drawing, "specification", lambda *_, **__: pytest.fail("drawn twice"))
    assert specification_text(Drawing(draw, (TABLE.copy(), Point(1, 2))), tmp_path) == first


@pytest.mark.parametrize(
    "arguments",
    [
        (TABLE.assign(x=1.5), Point(1, 2)),
        (TABLE.rename(columns={"x": "y", "y": "x"}), Point(1, 2)),
        (TABLE.astype(int), Point(1, 2)),
        (TABLE, Point(1, 3)),
    ],
)
def test_other_arguments_are_another_drawing(arguments):
    assert Drawing(draw, arguments).given != Drawing(draw, (TABLE, Point(1, 2))).given


def test_an_argument_without_a_text_is_refused():
    with pytest.raises(TypeError, match="set"):
        _ = Drawing(draw, ({1},)).given


def test_other_code_is_another_drawing(tmp_path, monkeypatch):
    drawing = Drawing(draw, (TABLE, Point(1, 2)))
    specification_text(drawing, tmp_path)
    monkeypatch.setattr(drawn, "code", lambda module: f"changed {module}")
    specification_text(drawing, tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_the_code_of_a_chart_is_all_that_it_imports(monkeypatch, tmp_path):
    module, before = conclusions.__name__, code(conclusions.__name__)
    read = []
    real = drawn._file
    monkeypatch.setattr(drawn, "_file", lambda name: read.append(name) or real(name))
    code.cache_clear()
    assert code(module) == before
    assert {module, "generator.views.charts.plane", "generator.views.theme", "generator.views.palette",
            "generator.views.figure", "generator.model.scale", "generator.views.rounding"} <= set(read)  # fmt: skip
    other = tmp_path / "palette.py"
    other.write_text("INK = 'red'\n", encoding="utf-8")
    monkeypatch.setattr(drawn, "_file", lambda name: other if name == "generator.views.palette" else real(name))
    code.cache_clear()
    assert code(module) != before
    code.cache_clear()


def test_a_chart_drawn_cold_is_the_one_that_was_kept(review, full, content, tmp_path):
    figures: list[Figure] = [
        conclusions.figure(review, full),
        effect_evidence.figure(review, full, full.effects[0]),
        tradeoff_map.figure(review, full, "accuracy"),
    ]
    (timeline,) = by_version(review, (full,), content.history)
    table = history.table_view(timeline, "t", "Version")
    figures.append(history.figure(timeline, "n", "t", "f.", "version", table))
    for figure in figures:
        cold = specification_text(figure.narrow, tmp_path)
        assert specification_text(figure.narrow, tmp_path) == cold
        assert specification_text(figure.narrow, tmp_path / "elsewhere") == cold
        again = replace(figure.narrow, arguments=tuple(figure.narrow.arguments))
        assert again.arguments[1] == NARROW
        assert again.given == figure.narrow.given


def test_what_cannot_be_kept_is_drawn_all_the_same(tmp_path):
    nowhere = tmp_path / "file"
    nowhere.write_text("", encoding="utf-8")
    drawing = Drawing(draw, (TABLE, Point(1, 2)))
    assert specification_text(drawing, nowhere) == specification_text(drawing, tmp_path)
