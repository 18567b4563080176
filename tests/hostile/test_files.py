"""Whole files and folders made to stop, mislead or overwhelm whoever reads them: refused, with a place, at once."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.intake import load
from generator.intake.wording import MOST_PER_FILE
from tests.intake.review_cases import copy_of_tiny

STUDY = "studies/doe-2020.yaml"
QUICK = 10.0
"""Seconds of CPU for a file of up to a megabyte."""
MEGABYTE, SIZE = 1_000_000, 60_000
"""Bytes of the largest file that is read, and of one that tells in a second whether time grows faster than size."""

_LEVELS = 12


def _bomb(item: str, many: str) -> str:
    """A file in which each line refers to the one before, ten times over."""
    lines = [item.format(here=0, before="x")]
    lines += [many.format(here=level, before=level - 1) for level in range(1, _LEVELS)]
    return "\n".join(lines)


FILES: dict[str, tuple[str | bytes, str]] = {
    "laughs by aliases": (_bomb("a0: &a0 [x]", "a{here}: &a{here} [" + ", ".join(["*a{before}"] * 10) + "]"), "alias"),
    "laughs by merges": (_bomb("a0: &a0 {{x: 1}}", "a{here}: &a{here} {{<<: [*a{before}, *a{before}]}}"), "merge-key"),
    "an alias to itself": ("a: &a [*a]\n", "alias"),
    "an anchor alone": ("id: &id doe-2020\n", "anchor"),
    "a tag of Python": ("id: !!python/object/apply:os.system [zqx]\n", "tag"),
    "a tag of the schema": ('year: !!int "2020"\n', "tag"),
    "a tag of its own": ("id: !zqx {a: b}\n", "tag"),
    "a tag by address": ("id: !<tag:yaml.org,2002:binary> zqx\n", "tag"),
    "a directive": ("%YAML 1.1\n---\nid: doe-2020\n", "directive"),
    "a directive of tags": ("%TAG ! tag:zqx,2000:\n---\nid: !zqx doe-2020\n", "directive"),
    "two documents": ("id: doe-2020\n---\nid: roe-2021\n", "second-document"),
    "the same key twice": ("id: doe-2020\nid: zqx\n", "duplicate-key"),
    "the same key twice, once in quotes": ('id: doe-2020\n"id": zqx\n', "duplicate-key"),
    "the same key twice, once escaped": ('id: doe-2020\n"\\x69d": zqx\n', "duplicate-key"),
    "a key that looks the same": ("id: doe-2020\n\u0456d: zqx\n", "unknown-key"),
    "a key with a hidden letter": ("id\u200b: doe-2020\n", "hidden-in-key"),
    "a list as a key": ("? [a, b]\n: c\n", "odd-key"),
    "keys as a key": ("{a: b}: c\n", "odd-key"),
    "lists in lists": ("a: " + "[" * 100_000, "too-deep"),
    "keys in keys": ("a: " + "{b: " * 100_000, "too-deep"),
    "lists in lists, closed": ("a: " + "[" * 300 + "]" * 300, "too-deep"),
    "blocks in blocks": ("\n".join(" " * level + "a:" for level in range(600)), "too-deep"),
    "dashes in dashes": ("a:\n" + "- " * 50_000, "too-deep"),
    "keys in keys as a key": ("? " * 5_000, "too-deep"),
    "NUL": ("id: doe\x002020\n", "forbidden-character"),
    "NUL, escaped": ('id: "doe\\02020"\n', "forbidden-character"),
    "an escape of a terminal": ("title: \x1b]0;zqx\x07\n", "forbidden-character"),
    "a hidden line break": ("id: doe-2020\u2028title: zqx\n", "forbidden-character"),
    "an override of direction": ("title: zqx\u202ezqx\n", "forbidden-character"),
    "a comment that hides a line": ("# zqx\rid: zqx\n", "forbidden-character"),
    "a noncharacter": ("title: zqx\ufffe\n", "forbidden-character"),
    "a second byte order mark": (b"\xef\xbb\xbf\xef\xbb\xbfid: doe-2020\n", "forbidden-character"),
    "Latin-1": ("title: é\n".encode("latin-1"), "not-utf-8"),
    "UTF-16": ("id: doe-2020\n".encode("utf-16"), "other-format"),
    "UTF-16 without a mark": ("id: doe-2020\n".encode("utf-16-le"), "forbidden-character"),
    "UTF-32": ("id: doe-2020\n".encode("utf-32"), "other-format"),
    "half a character": (b"title: \xe2\x82\n", "not-utf-8"),
    "more bytes than a character needs": (b"title: \xc0\xaf\n", "not-utf-8"),
    "a lone surrogate": (b"title: \xed\xa0\x80\n", "not-utf-8"),
    "beyond Unicode": (b"title: \xf4\x90\x80\x80\n", "not-utf-8"),
    "UTF-7": (b"title: +ADw-script+AD4-zqx\n", "missing-key"),
    "nothing": ("", "empty-file"),
    "a comment alone": ("# zqx\n", "empty-file"),
    "a text alone": ("zqx\n", "wrong-shape"),
    "a list alone": ("- zqx\n", "wrong-shape"),
    "a binary": (bytes(range(256)) * 40, "not-utf-8"),
    "a compressed file": (b"\x1f\x8b\x08\x00" + bytes(200), "not-utf-8"),
    "a file of a megabyte and a byte": (b"#" * (MEGABYTE + 1), "too-large"),
}

BIG: dict[str, Callable[[], str]] = {
    "one line": lambda: "title: " + "x" * (SIZE - 100),
    "one word in quotes": lambda: f'title: "{"x" * (SIZE - 100)}"',
    "escapes": lambda: 'title: "' + "\\u0041" * (SIZE // 6 - 20) + '"',
    "wrong escapes": lambda: 'title: "' + "\\q" * (SIZE // 2 - 20) + '"',
    "an open quote": lambda: 'title: "' + "x\n" * (SIZE // 2 - 20),
    "folded lines": lambda: "title: >\n" + "  x\n" * (SIZE // 4 - 20),
    "a plain text of many lines": lambda: "title: x\n" + "  x\n" * (SIZE // 4 - 20),
    "empty lines": lambda: "\n" * (SIZE - 20) + "a: b",
    "comments": lambda: "#\n" * (SIZE // 2 - 20),
    "keys": lambda: "".join(f"k{number}: 1\n" for number in range(SIZE // 11)),
    "the same key": lambda: "a: 1\n" * (SIZE // 5 - 20),
    "authors": lambda: "authors: [" + "x," * (SIZE // 2 - 20) + "x]",
    "authors, one a line": lambda: "authors:\n" + "- x\n" * (SIZE // 4 - 20),
    "pairs of brackets": lambda: "authors: [" + "[]," * (SIZE // 3 - 20) + "[]]",
    "pairs of braces": lambda: "authors: [" + "{}," * (SIZE // 3 - 20) + "{}]",
    "tags": lambda: "authors: [" + "!a b," * (SIZE // 5 - 20) + "b]",
    "aliases": lambda: "authors: [" + "*a," * (SIZE // 3 - 20) + "b]",
    "anchors": lambda: "authors: [" + "&a b," * (SIZE // 5 - 20) + "b]",
    "question marks": lambda: "? a\n" * (SIZE // 4 - 20),
    "colons": lambda: "a" + ":" * (SIZE - 20),
    "digits": lambda: "year: " + "9" * (SIZE - 20),
    "digits after the point": lambda: "year: 0." + "9" * (SIZE - 20),
    "zeros of an exponent": lambda: "year: 1e" + "0" * (SIZE - 20) + "1",
    "documents": lambda: "---\n" * (SIZE // 4 - 20),
    "directives": lambda: "%A\n" * (SIZE // 3 - 20),
    "hidden characters": lambda: "title: " + "\u202e" * (SIZE // 3 - 20),
    "tabs": lambda: "a:\n" + "\tb: c\n" * (SIZE // 6 - 20),
    "spaces": lambda: " " * (SIZE - 20) + "a: b",
    "spaces that are none": lambda: "\u3000a: b\n" * (SIZE // 8 - 20),
    "brackets closed": lambda: "]" * (SIZE - 20),
    "letters with accents": lambda: "a" + "\u0301" * (SIZE // 2 - 20) + ": b",
    "marks of direction": lambda: '"' + "\u200f" * (SIZE // 3 - 20) + '": b',
}


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return copy_of_tiny(tmp_path)


def _write(folder: Path, content: str | bytes) -> None:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    (folder / STUDY).write_bytes(data)


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_with_its_place(name: str, tiny: Path) -> None:
    content, kind = FILES[name]
    _write(tiny, content)
    started = time.process_time()
    problems = [problem for problem in load(tiny).problems if problem.place.path == STUDY]
    assert time.process_time() - started < QUICK
    assert kind in [problem.kind for problem in problems]
    assert all(problem.place.line >= 1 and problem.place.column >= 1 for problem in problems)
    assert all(str(problem).isprintable() and "::" not in str(problem) for problem in problems)


@pytest.mark.parametrize("name", BIG)
def test_a_large_file_of_one_thing_is_refused_in_time_that_grows_with_its_size_only(name: str, tiny: Path) -> None:
    _write(tiny, BIG[name]())
    started = time.process_time()
    problems = [problem for problem in load(tiny).problems if problem.place.path == STUDY]
    assert time.process_time() - started < QUICK
    assert 0 < len(problems) <= MOST_PER_FILE
    assert all(len(str(problem)) < 1_000 for problem in problems)


@pytest.mark.parametrize("line", ["a: 1\n", "? a\n", "!a b: &c d\n", "a: *b\n", '"a\u202e": b\n'])
def test_a_megabyte_of_mistakes_is_told_by_the_first_and_not_read_on(line: str, tiny: Path) -> None:
    _write(tiny, line * (MEGABYTE // len(line.encode())))
    started = time.process_time()
    assert 0 < len(load(tiny).problems) <= MOST_PER_FILE
    assert time.process_time() - started < QUICK


def test_a_folder_of_many_other_files_is_told_by_all_their_names_or_a_number(tiny: Path) -> None:
    for number in range(2_000):
        (tiny / "studies" / f"{number}.txt").touch()
    started = time.process_time()
    problems = load(tiny).problems
    assert time.process_time() - started < QUICK
    assert problems
    assert sum(len(str(problem)) for problem in problems) < MEGABYTE * 2


@pytest.mark.parametrize(
    "name", ["nul.yaml", "con.yaml", "index.yaml", "README.yaml", "404.yaml", "a b.yaml", "A.yaml", "é.yaml"]
)
def test_a_file_that_cannot_name_a_page_is_refused(name: str, tiny: Path) -> None:
    text = (tiny / STUDY).read_text(encoding="utf-8")
    (tiny / "studies" / name).write_text(text.replace("id: doe-2020", f'id: "{name[:-5]}"'), encoding="utf-8")
    assert f"studies/{name}" in {problem.place.path for problem in load(tiny).problems}


@pytest.mark.parametrize(
    "name", ["new\nline.yaml", "\x1b[31mzqx.yaml", "::error::zqx.yaml", "zqx\u202e.yaml", "-rf.yaml", "$(zqx).yaml"]
)
def test_a_file_with_a_hostile_name_is_refused_in_harmless_words(name: str, tiny: Path) -> None:
    (tiny / "studies" / name).write_bytes((tiny / STUDY).read_bytes())
    problems = load(tiny).problems
    assert problems
    assert all(str(problem).isprintable() and "::" not in str(problem) for problem in problems)


def test_files_whose_names_differ_by_case_or_composition_only_are_refused(tiny: Path) -> None:
    text = (tiny / STUDY).read_text(encoding="utf-8")
    for name in ("DOE-2020", "Doe-2020"):
        (tiny / "studies" / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert "colliding-names" in {problem.kind for problem in load(tiny).problems}


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir], ids=["pipe", "folder"])
def test_what_is_no_file_is_refused_unopened(make: Callable[[Path], None], tiny: Path) -> None:
    make(tiny / "studies" / "zqx.yaml")
    (found,) = load(tiny).problems
    assert (found.place.path, found.kind) == ("studies/zqx.yaml", "not-a-file")


@pytest.mark.parametrize(
    "target", ["/etc/hostname", "/dev/zero", "/proc/self/environ", "../../secret.yaml", "doe-2020.yaml", "zqx"]
)
def test_a_link_is_refused_wherever_it_leads(target: str, tiny: Path) -> None:
    (tiny / "studies" / "zqx.yaml").symlink_to(target)
    (found,) = load(tiny).problems
    assert (found.place.path, found.kind) == ("studies/zqx.yaml", "symlink")


@pytest.mark.parametrize("folder", ["review", "studies", "syntheses"])
def test_a_folder_that_is_a_link_is_refused(folder: str, tiny: Path) -> None:
    (tiny / folder).rename(tiny.parent / "elsewhere")
    (tiny / folder).symlink_to(tiny.parent / "elsewhere")
    assert (folder, "symlink") in {(problem.place.path, problem.kind) for problem in load(tiny).problems}
