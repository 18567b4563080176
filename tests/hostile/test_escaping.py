"""Each place where text is let into a format: any text that the intake takes means itself there, and nothing else."""

from __future__ import annotations

import csv
import html as html_entities
import io
import json
import re
import unicodedata
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader
from markdown_it import MarkdownIt

from generator.intake.characters import FORBIDDEN
from generator.model.problem import Place, Problem
from generator.pages.here import anchor, relative
from generator.pages.kinds.source import verbatim
from generator.pages.page import Page
from generator.pages.render import environment, escape, readable, render
from generator.problem_text import as_annotation, as_line, printable
from generator.views import bibtex, citation, csv_text
from generator.views.citation import Citation
from generator.views.markdown_text import escaped
from generator.views.snippets import html_image, markdown_image
from generator.views.svg import xml
from generator.views.text_columns import aligned_lines, one_line
from tests.conftest import ROOT
from tests.hostile.strings import SHORT
from tests.pages.poison import Elements, html

SIGNS = "\n \t<>&'\"`{}[]()|;=@#-\\:~*_"
TEXTS = (
    st.lists(st.one_of(st.text(max_size=20), st.sampled_from(SHORT), st.sampled_from(SIGNS)), max_size=6)
    .map("".join)
    .map(lambda text: FORBIDDEN.sub("", text))
    .filter(lambda text: bool(text.strip()))
)  # fmt: skip
"""What a field of evidence may hold: some of anything, some of the bank, some of what means something somewhere."""
ANY = st.one_of(TEXTS, st.text(max_size=60))
"""What may reach a log: also what the intake refuses."""
FEW = settings(max_examples=40)
"""Where a whole reader is started for each text."""


def _flat(text: str) -> str:
    return " ".join(text.split())


def _page(text: str) -> str:
    """A page with the text wherever templates print any."""
    told = escape(text)
    return (
        f"---\n---\n\n## {told} {{#here}}\n\n<p>{told}</p>\n\n{told}\n\n- {told}\n\n"
        f"| a | b |\n|---|---|\n| {told} | {told} |\n\n"
        f'[{told}](x.html) <span data-name="{told}">{told}</span>\n\n<td data-name="{told}">{told}</td>\n'
    )


@FEW
@given(text=TEXTS)
def test_on_a_page_text_is_text(text: str) -> None:
    found, expected = Elements(html(_page(text))), Elements(html(_page("abc")))
    assert found.outside == expected.outside
    assert found.others == expected.others == []
    assert _flat("".join(found.text)) == _flat("".join(expected.text).replace("abc", _flat(text)))
    assert [one["data-name"] for _, one in found.found if "data-name" in one] == [_flat(text)] * 2


_EMPTY = environment(ROOT / "site_templates")
_EMPTY.loader = DictLoader({"pages/x.md.j2": ""})


@given(text=TEXTS)
def test_in_front_matter_text_is_text_for_yaml_and_then_for_html(text: str) -> None:
    page = render(_EMPTY, Page("x", kind="x", title=text, description=text, values={}), {}, str)
    head = page.split("\n---\n")[0].removeprefix("---\n")
    read = yaml.safe_load(head)
    assert read == json.loads(head)
    assert html_entities.unescape(read["title"]) == html_entities.unescape(read["description"]) == _flat(text)
    assert not set("<>\"'") & set(readable(text))


@given(text=TEXTS)
def test_a_listing_keeps_every_sign_and_every_space(text: str) -> None:
    for line in text.split("\n"):
        shown = verbatim(line)
        assert re.fullmatch(r"([^\x00-\x1f!-/:-@\[-`{-\x7f]|&#[0-9]+;)*", shown)
        assert html_entities.unescape(shown).replace("\ufffd", "") == "".join(
            one for one in line if one in "\t\ufffd" or one.isprintable() or unicodedata.category(one) == "Zs"
        ).replace("\ufffd", "")


@given(text=ANY)
def test_in_a_drawing_text_is_text(text: str) -> None:
    root = ElementTree.fromstring(f'<a b="{xml(text)}">{xml(text)}</a>')
    assert len(root) == 0
    assert root.text == root.attrib["b"] or (root.text is None and not text.strip())
    if not FORBIDDEN.search(text):
        assert (root.text or "") == _flat(text)


def _forge(text: str) -> str:
    told = escaped(text)
    table = f"| a | b |\n| --- | --- |\n| {told} | {told} |\n"
    image = markdown_image(text, "x.svg", "y.html")
    source = f"## {told}\n\n{told}\n\n- {told}\n- **{told}**\n\n{table}\n{image}\n"
    return str(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(source))


@given(text=TEXTS)
def test_in_markdown_for_forges_text_is_text(text: str) -> None:
    found, expected = Elements(_forge(text)), Elements(_forge("abc"))
    assert found.outside == expected.outside
    assert found.others == []
    shown = "".join("\ufffd" if unicodedata.category(one)[0] == "C" else one for one in _flat(text)).replace(
        "@", "@\u2060"
    )
    assert _flat("".join(found.text)) == _flat("".join(expected.text).replace("abc", shown))
    assert next(one["alt"] for name, one in found.found if name == "img") == shown
    assert not re.search(r"@\w|::|^\s*#|https?://|www\.", escaped(text))


@given(text=TEXTS)
def test_in_a_line_to_copy_text_is_text(text: str) -> None:
    found = Elements(html_image(text, "x.svg", "y.html"))
    assert [name for name, _ in found.found] == ["a", "img"]
    assert found.found[1][1] == {"src": "x.svg", "alt": _flat(text)}
    assert found.text == []


@given(text=TEXTS, other=TEXTS)
def test_in_a_table_for_spreadsheets_text_is_a_cell_and_never_a_formula(text: str, other: str) -> None:
    written = csv_text.rows_to_csv(["a", text], [{"a": other, text: text}, {"a": 1.5, text: None}])
    rows = list(csv.reader(io.StringIO(written, newline=""), strict=True))
    assert [len(row) for row in rows] == [2, 2, 2]
    assert written.count("\n") == 3
    assert "\r" not in written
    assert rows[1][1].replace("'", "") == " ".join(text.splitlines()).replace("'", "")
    for separator in ",;\t":
        for cell in (cell for row in csv.reader(io.StringIO(written, newline=""), delimiter=separator) for cell in row):
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"))


_MEANT = {meant: sign for sign, meant in bibtex._SPECIAL.items()}
_COMMANDS = re.compile("|".join(map(re.escape, sorted(_MEANT, key=len, reverse=True))))


@given(text=TEXTS)
def test_in_a_bibliography_text_is_text_between_balanced_braces(text: str) -> None:
    written = bibtex.latex(text)
    assert _COMMANDS.sub(lambda found: _MEANT[found[0]], written) == _flat(text)
    assert not set('\\{}"#$%&_~^') & set(_COMMANDS.sub("", written))
    depth = 0
    for character in bibtex.entry("key", [("title", f"{{{written}}}"), ("author", bibtex.author(text))]):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    assert not re.search(r"[{}\"\\\s]", bibtex.address(text))


def _printed(text: str) -> str:
    return "".join(one if one.isprintable() else "\ufffd" for one in _flat(text))


@given(text=TEXTS)
def test_in_citations_text_is_one_line(text: str) -> None:
    told = Citation("key", (text, "Doe, Jane"), text, "1.0", date(2026, 5, 1), "a" * 64, "")
    lines = citation.as_ris(told).split("\r\n")
    tags = ("TY", "AU", "AU", "TI", "PY", "DA", "ET", "M3", "N1", "ID", "ER")
    assert [line[:6] for line in lines] == [*(f"{tag}  - " for tag in tags), ""]
    assert lines[3] == f"TI  - {_printed(text)}"
    assert not any(len(line.splitlines()) > 1 for line in lines)
    assert len(citation.plain(told).splitlines()) == 1
    (item,) = json.loads(citation.as_csl_json(told))
    assert item["title"] == _printed(text)


def _unescaped(text: str) -> str:
    """As the runner of a forge reads a part of a command."""
    for code in ("%3A", "%2C", "%0D", "%0A", "%25"):
        text = text.replace(code, chr(int(code[1:], 16)))
    return text


@given(text=ANY, path=ANY)
def test_an_annotation_is_one_command_with_the_text_as_its_message(text: str, path: str) -> None:
    problem = Problem(Place(path, 3, 4), "k", text, text, text, text)
    line = as_annotation(Path("e"), problem)
    _, properties, message = re.fullmatch(r"::(error) ([^:]*)::(.*)", line).groups()  # type: ignore[union-attr]
    assert dict(one.split("=", 1) for one in properties.split(",")) == {
        "file": properties.split(",")[0][5:],
        "line": "3",
        "col": "4",
    }
    assert _unescaped(properties.split(",")[0]) == f"file={printable(str(Path('e') / path))}"
    assert _unescaped(message) == printable(f"{text}: found {text}, expected {text}" + (f"; {text}" if text else ""))
    assert line.isprintable()
    assert as_line(Path("e"), problem).isprintable()


@given(text=ANY)
def test_on_a_terminal_text_steers_nothing(text: str) -> None:
    assert printable(text).isprintable()
    assert printable(text) == text or not text.isprintable()
    assert all(unicodedata.category(one)[0] != "C" for line in aligned_lines(["a"], [[text]], 1) for one in line)
    assert one_line(text) == _flat(text) or not text.isprintable()


@given(text=ANY)
def test_an_address_or_an_id_is_plain_or_refused(text: str) -> None:
    for make, plain in ((anchor, r"[A-Za-z0-9._-]+"), (lambda one: relative("a/b", one), r"[A-Za-z0-9._/-]+")):
        try:
            assert re.fullmatch(plain, str(make(text)))
        except ValueError:
            continue


def test_every_escaping_place_is_told_in_the_decision_and_there_is_no_other() -> None:
    makes = re.compile(r"&#|html\.escape|saxutils|quoteattr|csv\.writer|textbackslash|SubElement\(|::\{|\\\\u\{")
    found = {
        path.relative_to(ROOT / "generator").as_posix()
        for path in (ROOT / "generator").rglob("*.py")
        if makes.search(path.read_text(encoding="utf-8"))
    }
    # What reads LaTeX knows its commands too.
    assert found - {"submission/latex.py"} == {
        "intake/wording.py",
        "pages/kinds/source.py",
        "pages/render.py",
        "problem_text.py",
        "submission/yaml_text.py",
        "views/bibtex.py",
        "views/csv_text.py",
        "views/feed.py",
        "views/markdown_text.py",
        "views/snippets.py",
        "views/svg.py",
    }
    decision = (ROOT / "decisions/0006-escaping.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in decision for name in found - {"intake/wording.py", "submission/latex.py"})


def test_no_template_lets_text_in_unescaped() -> None:
    templates = list((ROOT / "site_templates").rglob("*.j2"))
    assert len(templates) > 20
    for path in templates:
        assert not re.search(r"\|\s*safe\b|autoescape\s+false|Markup", path.read_text(encoding="utf-8")), path
