"""Charts of thousands of evidence models stay small, and tell how many there are."""

from __future__ import annotations

import json
from dataclasses import replace

import pandas as pd
import pytest

from generator.views.charts import effect_evidence
from generator.views.charts.many import MOST_PAIRS, MOST_POINTS, by_range, merged_pairs, merged_points
from tests.bodies import body
from tests.views.records import concluded, synthesis_of


def test_evidence_models_of_one_range_share_a_row():
    pieces = [body("WN", 0.2, "a", 1), body("PO", 0.5, "b", 2), body("WN", 0.4, "b", 3)]
    first, second = by_range(pieces)
    assert (first["label"], first["study"], first["value"]) == ("2 evidence models", "2 studies", pytest.approx(0.3))
    assert (second["range"], second["low"], second["high"], second["value_text"]) == ("PO", 5, 5, "0.50")


def test_a_chart_of_thousands_has_a_row_for_each_range(review):
    study = review.studies[0].id
    ranges = ("SN", "WN-IF", "IF", "PO")
    pieces = [replace(body(ranges[n % 4], 0.3, study, n), effect="accuracy") for n in range(2000)]
    effect = concluded(*pieces)
    figure = effect_evidence.figure(review, synthesis_of(effect), effect)
    spec = json.dumps(figure.wide.specification())
    assert len(spec) < 30_000
    assert spec.count("500 evidence models") >= 4
    assert "share one" in figure.how_to_read
    assert len(figure.table.rows) == 2000


def pair(x: float, number: int) -> dict:
    place = {"x": x, "x2": x + 1, "y": 2, "y2": 3, "px": x + 0.5, "py": 2.5, "opacity": 0.5, "faint": 0.2}
    return {**place, "model": f"S1 m{number}", "belief": "0.3", "x_text": "IF, +1 %", "y_text": "WP, +9 %"}


def test_few_pairs_are_left_as_they_are_and_many_alike_become_one():
    few = [pair(1, n) for n in range(MOST_PAIRS)]
    assert list(merged_pairs(few)) == few
    merged = list(merged_pairs([*few, pair(2, 99)]))
    assert [row["model"] for row in merged] == [f"{MOST_PAIRS} evidence models", "S1 m99"]
    assert merged[0]["x_text"] == "IF"
    assert merged[1] == pair(2, 99)


def points(count: int) -> pd.DataFrame:
    rows = [("size", "qat" if n % 2 else "ptq", "red", float(n % 3), 50.0 * (n % 2), f"m{n}") for n in range(count)]
    return pd.DataFrame(rows, columns=["resource", "technique", "colour", "x", "y", "model"])


def test_points_that_nearly_coincide_become_one_only_where_there_are_many():
    assert len(merged_points(points(MOST_POINTS))) == MOST_POINTS
    merged = merged_points(points(MOST_POINTS + 2))
    assert len(merged) < 10
    assert set(merged["technique"]) == {"qat", "ptq"}
    assert merged["model"].iloc[0] == "m0"
    whole = points(MOST_POINTS + 2)
    assert merged["x"].between(whole["x"].min(), whole["x"].max()).all()
