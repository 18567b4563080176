from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.characters import FORBIDDEN
from generator.submission.bibliography import read_bibliography
from generator.submission.latex import plain
from generator.submission.record import SubmissionError

BIBTEX = r"""% exported
@string{x = {y}}
@article{doe2031,
  author = {M{\"u}ller, J{\"o}rg and Jean-Paul van der Berg and {The Team and Others} and others},
  title = "{Deep}: a \emph{study} -- 50\% {\'e}lan \& more",
  journal = {Journal of X}, volume = 3, number = {2}, pages = {1--20},
  year = 2031, month = jan # "~1", doi = {https://doi.org/10.1234/ABC.def},
}
"""
RIS = """TY  - JOUR
AU  - Doe, Jane Ann
AU  - Mustermann, M.
TI  - A title that
 goes on
PY  - 2031/05/01
JO  - Journal of X
VL  - 3
IS  - 2
SP  - 1
EP  - 20
DO  - 10.1234/abc
ER  -
"""


def test_a_bibtex_entry_tells_who_what_when_and_where() -> None:
    told = read_bibliography(BIBTEX)
    assert told.authors == ("J. Müller", "J.-P. van der Berg", "The Team and Others")
    assert told.title == "Deep: a study – 50% élan & more"
    assert (told.year, told.venue, told.doi) == ("2031", "Journal of X 3(2), 1–20", "10.1234/ABC.def")
    assert any("others" in sentence for sentence in told.left_out)


def test_a_ris_record_tells_the_same() -> None:
    told = read_bibliography(RIS)
    assert told.authors == ("J. A. Doe", "M. Mustermann")
    assert (told.title, told.year) == ("A title that goes on", "2031")
    assert (told.venue, told.doi) == ("Journal of X 3(2), 1–20", "10.1234/abc")


@pytest.mark.parametrize(
    "fields",
    [
        "eprint = {2505.00816v2}, archiveprefix = {arXiv}",
        "doi = {10.48550/arXiv.2505.00816v2}",
        "url = {http://arxiv.org/abs/2505.00816v2}",
        "journal = {arXiv preprint arXiv:2505.00816v2}",
    ],
)
def test_an_arxiv_number_is_found_wherever_it_hides(fields: str) -> None:
    told = read_bibliography(f"@misc{{x, title = {{T}}, {fields}}}")
    assert (told.arxiv, told.doi, told.url) == ("2505.00816v2", "", "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nothing of the kind", "neither BibTeX"),
        ("mail me @ home", "no BibTeX entry"),
        ("@article{a, title={A}}\n@article{b, title={B}}", "2 entries"),
        ("@article{a,\n title = {A", "line 2"),
        ("@article{a,\n title {A}}", "line 2"),
        ("@article{a,\n title = whatever}", "abbreviations"),
        ("@article{a, title = {A} year = 1}", "comma"),
        (RIS + RIS, "2 records"),
        ("@a{b, c = " + "{" * 50 + "}" * 50 + "}", "closes the value"),
    ],
)
def test_what_cannot_be_read_is_named_with_a_remedy(text: str, says: str) -> None:
    with pytest.raises(SubmissionError, match=says):
        read_bibliography(text)


LONG = (
    "@a{b, c = {" + "{" * 400_000,
    "@a{b, c = " + '"\\' * 300_000,
    "@" * 900_000,
    "@a{b" + ", " * 400_000,
    "@a{b, author = {" + " and" * 200_000 + "}}",
    "@a{b, title = {" + "\\'" * 300_000 + "}}",
    "TY  - X\n" + "AU\n" * 300_000,
)


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_long_nonsense_costs_no_time(text: str) -> None:
    start = time.perf_counter()
    with suppress(SubmissionError):
        read_bibliography(text)
    assert time.perf_counter() - start < 5


@given(st.text(alphabet='@{}",=#\\abc \n%()~', max_size=60) | st.text(max_size=40))
def test_nothing_but_a_sentence_comes_of_broken_entries(text: str) -> None:
    for whole in (f"@article{{k, title = {{{text}}}}}", f"@article{{{text}", f"TY  - {text}\nAU  - {text}\nER  -"):
        with suppress(SubmissionError):
            told = read_bibliography(whole)
            assert not FORBIDDEN.search("".join((told.title, told.venue, *told.authors)))


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"{\o}re {\AA}s \ss traße \v{c} \c{c} \'{\i}", "øre Ås ßtraße č ç í"),
        (r"\textbf{A} $x^2$ \{b\} 10\$", "A x^2 {b} 10$"),
        (r"a~b---c ``d''", "a b—c “d”"),
    ],
)
def test_tex_becomes_text(tex: str, text: str) -> None:
    assert plain(tex) == text
