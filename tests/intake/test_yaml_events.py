"""The quick parser is taken for a text only where it reads what the strict one reads."""

from __future__ import annotations

import random

import pytest

from generator.intake import yaml_reader
from generator.intake.yaml_events import EventReader, QuickEventReader, reads_alike
from generator.intake.yaml_reader import read_yaml
from tests.conftest import CASE_STUDY, SHIPPED

FILES = [*sorted(CASE_STUDY.rglob("*.yaml")), *sorted(SHIPPED.glob("*/*.yaml"))]
TEXTS = (
    "a: {b: c, d: [1, 2]}\ne: 'x'\n",
    'a: >-\n  x\n  y\nb: |\n  z\nc: "q\\n"\n',
    "a: b\n c\nd: [x,\n y]\n",
    "a:\n  - b\n  - {c: d}\nf: g # h\n",
)
PARTS = [*"a:{}[],'\"|>#%@`\\~!&*?-+.1 \n", ": ", "- ", "? ", "\n  ", "---\n", "...\n", "\\u0041", "\\/", " #", "|-\n",
         ">+\n", "''", ": {", "'x'", "\u00a0", "é", "\U0001f600", "=", "<<: ", "|2\n", "\n\n", "-\n", ":\n", "{}",
         "? a\n: b", "1:30", "::", ",b"]  # fmt: skip


def quick(text: str) -> yaml_reader.Reading:
    return yaml_reader._read("f.yaml", text, QuickEventReader)


def strict(text: str) -> yaml_reader.Reading:
    return yaml_reader._read("f.yaml", text, EventReader)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_every_file_of_ours_is_read_quickly_and_alike(path):
    text = path.read_text(encoding="utf-8")
    assert reads_alike(text)
    assert quick(text) == strict(text)


@pytest.mark.parametrize("seed", range(8))
def test_what_the_quick_parser_takes_the_strict_one_takes_too(seed):
    chance, taken = random.Random(seed), 0
    for _ in range(1500):
        text = chance.choice(TEXTS)
        for _ in range(chance.randint(1, 3)):
            start = chance.randint(0, len(text))
            text = text[:start] + chance.choice(PARTS) + text[start + chance.choice((0, 0, 1, 3)) :]
        found = quick(text) if reads_alike(text) else None
        if found and found.root is not None and not found.problems:
            taken += 1
            assert found == strict(text), text
    assert taken > 100


@pytest.mark.parametrize(
    "text", ["a:\tb\n", "a: |\n  b\n   \n", "a: >-# b\n  c\n", "a: b\n...\n", "---\na: b\n", "a: b\u2028\n", "a: b\r\n"]
)
def test_what_the_two_read_differently_is_left_to_the_strict_one(text):
    assert not reads_alike(text)


def test_without_the_quick_parser_everything_is_read_as_well(monkeypatch):
    before = read_yaml("f.yaml", TEXTS[1])
    monkeypatch.setattr("generator.intake.yaml_events.CParser", None)
    assert read_yaml("f.yaml", TEXTS[1]) == before
