"""The studies as BibTeX."""

from __future__ import annotations

import re

from generator.views.bibtex import latex, studies_bib
from tests.views.records import hostile


def test_every_study_has_its_entry(review):
    text = studies_bib(review)
    assert re.findall(r"^@misc\{(.+),$", text, re.M) == sorted(study.id for study in review.studies)
    assert "and others" in text
    assert "doi = {10.3390/electronics11050682}" in text


def test_hostile_text_neither_breaks_an_entry_nor_runs_a_command(review):
    text = studies_bib(hostile(review))
    assert text.count("{") == text.count("}")
    for entry in text.split("\n\n"):
        depth = 0
        for character in entry:
            depth += (character == "{") - (character == "}")
            assert depth >= 0
    assert "{A and B, C, D}" in text
    assert latex(r"\input{x} 100 % & $1 #_^~") == (
        r"\textbackslash{}input\textbraceleft{}x\textbraceright{} 100 \% \& \$1 \#\_\textasciicircum{}\textasciitilde{}"
    )
