"""Downloads: one meaning per column, exact for programs, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import replace

import pytest

from generator.model.problem import Place
from generator.model.study import EffectRecord, Pair, Pairs, Stated
from generator.views import frames
from generator.views.csv_text import cell, rows_to_csv
from tests.bodies import levels


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def every(content):
    review, syntheses = content.review, content.syntheses
    return {
        "conclusions.csv": frames.conclusions_frame(review, syntheses),
        "evidence.csv": frames.evidence_frame(review, content.pieces),
        "measurements.csv": frames.measurements_frame(review),
        "masses.csv": frames.masses_frame(syntheses),
        "conflicts.csv": frames.conflicts_frame(syntheses),
        "answers.csv": frames.answers_frame(review),
    }


def test_every_column_of_every_file_is_explained(content, every):
    files = frames.columns_document(content.review)["files"]
    assert set(files) == set(every) == set(frames.COLUMNS)
    for name, frame in every.items():
        unexplained = [column for column in frame.columns if column not in files[name]]
        assert [column for column in unexplained if not column.startswith("discount.")] == []
        assert len(set(frame.columns)) == len(frame.columns)


def test_numbers_come_back_as_the_same_doubles(content, every):
    rows = read(frames.to_csv(every["evidence.csv"]))
    assert [float(row["belief_value"]) for row in rows] == [piece.belief_value for piece in content.pieces]
    assert [float(row["study_belief"]) for row in rows] == [piece.study_belief.value for piece in content.pieces]
    assert rows[0]["n"] == "72"
    masses = read(frames.to_csv(every["masses.csv"]))
    for synthesis in content.syntheses:
        for effect in synthesis.effects:
            mine = [row for row in masses if (row["synthesis"], row["effect"]) == (synthesis.id, effect.effect)]
            assert math.fsum(float(row["mass"]) for row in mine) == pytest.approx(1)


def test_there_is_a_row_for_every_body_of_evidence_and_every_answer(content, every):
    assert len(every["evidence.csv"]) == len(every["measurements.csv"]) == len(content.pieces)
    assert len(every["answers.csv"]) == sum(len(study.quality.answers) for study in content.review.studies)


def test_pairs_and_stated_ranges_have_their_own_columns(review):
    study = review.studies[0]
    place = Place("studies/x.yaml", 7, 3)
    pairs = Pairs(
        "percent", (Pair(80.0, 78.0, 3, "a subject", "table 1", place), Pair(50.0, 51.0, None, None, None, place)), 2
    )
    records = (
        EffectRecord("accuracy", "accuracy", pairs, "table 2", None, place),
        EffectRecord("f1_score", "f1_score", Stated(levels("IF-WP"), "said so"), None, None, place),
    )
    model = replace(study.evidence_models[0], effects=records)
    small = replace(review, studies=(replace(study, evidence_models=(model,)),))
    first, second, third = read(frames.to_csv(frames.measurements_frame(small)))
    assert (first["baseline"], first["treated"], first["improvement_percent"]) == ("80.0", "78.0", "-2.5")
    assert (first["runs"], first["clusters"], first["where"], first["line"]) == ("3", "2", "table 1", "7")
    assert (second["improvement_percent"], second["where"], second["runs"]) == ("2.0", "table 2", "")
    assert (third["measured_as"], third["range"], third["because"]) == ("stated", "IF-WP", "said so")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"])
def test_text_that_a_spreadsheet_would_run_is_kept_as_text(text):
    assert cell(text).startswith("'")


def test_numbers_stay_numbers_and_missing_values_stay_empty():
    assert [cell(value) for value in (-8.461, 0.1, 3, True, False, None, math.nan, math.inf)] == [
        "-8.461", "0.1", "3", "true", "false", "", "", "inf",
    ]  # fmt: skip


def test_a_row_stays_on_one_line_whatever_its_text_holds():
    text = rows_to_csv(["a", "b"], [{"a": 'line\nbreak\u2028 "quoted", comma', "b": 1}])
    assert text == 'a,b\n"line break  ""quoted"", comma",1\n'
