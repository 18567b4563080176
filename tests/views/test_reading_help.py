"""Fixed words, examples read off charts, and terms that headings name."""

from __future__ import annotations

import ast
import re

from generator.model.scale import LEVELS
from generator.views import words
from generator.views.glossary import TERMS, as_document, term_of
from generator.views.sentence_bank import PHRASES
from generator.views.taking import cell_text
from generator.views.word_tables import word_tables
from tests.conftest import ROOT
from tests.views.test_charts import figures

BANDS = [
    *(said for _, said in (*words.BELIEF_BANDS, *words.CONFLICT_BANDS, *words.IGNORANCE_BANDS)),
    PHRASES["uncontested"],
]
SAYING = {"words.py", "sentence_bank.py"}


def strings(path):
    """Every text of a module but the docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    expressions = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in expressions:
            yield node.value


def test_the_words_for_numbers_are_said_in_one_place_only():
    judging = re.compile(rf"\b({'|'.join(map(re.escape, BANDS))})\b|\b(slightly|clearly|considerably|significantly)\b")
    modules = [path for stage in ("views", "pages") for path in (ROOT / "generator" / stage).rglob("*.py")]
    strays = {
        f"{path.name}: {text}"
        for path in modules
        if path.name not in SAYING
        for text in strings(path)
        if judging.search(text)
    }
    assert strays == set()


def test_every_chart_is_explained_by_an_example_with_values_that_its_table_has(review, full):
    for figure in figures(review, full):
        _, found, example = figure.how_to_read.partition("For example, ")
        if not figure.table.rows:
            assert not found
            continue
        values = {cell_text(cell) for row in figure.table.rows for cell in row}
        shown = {part for value in values for part in (value, value.rpartition("/")[2]) if part}
        assert any(value in example for value in shown), (figure.name, example)
        assert example.endswith(".")


def test_every_word_for_a_number_is_in_the_tables_of_the_glossary():
    levels, *tables = word_tables()
    said = [row[0].text for table in tables for row in table.rows]
    assert sorted(said) == sorted([*BANDS, words.TOTAL])
    assert [row[0].text for row in levels.rows] == [level.words for level in LEVELS]


def test_headings_find_their_terms():
    assert term_of("Range") == "range"
    assert term_of("Evidence models") == "evidence-model"
    assert term_of("Weight of conflict") == "weight-of-conflict"
    assert term_of("Study") == ""
    assert set(as_document()) == {one.id for one in TERMS}


def test_what_a_conclusion_says_in_numbers(full):
    one = full.effects[0]
    assert words.numbers(one) == "Weakly negative, belief 0.89; 17 evidence models from 5 studies."
