from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake import load
from generator.intake.folder import LARGEST
from tests.intake.review_cases import copy_of_tiny


def kinds(folder: Path) -> list[tuple[str, str]]:
    """Path and kind of each problem."""
    return [(problem.place.path, problem.kind) for problem in load(folder).problems]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return copy_of_tiny(tmp_path)


def test_a_folder_that_does_not_exist_is_one_problem(tmp_path: Path) -> None:
    assert kinds(tmp_path / "nowhere") == [(".", "missing-folder")]


def test_a_file_in_place_of_the_folder_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert kinds(tmp_path / "file") == [(".", "missing-folder")]


def test_an_empty_folder_lacks_every_folder_and_file(tmp_path: Path) -> None:
    found = kinds(tmp_path)
    assert ("studies", "missing-folder") in found
    assert ("review/effects.yaml", "missing-file") in found


def test_an_impossible_name_of_a_folder_is_a_problem() -> None:
    assert kinds(Path("no\x00where")) == [(".", "missing-folder")]


def test_a_link_to_a_file_is_refused_wherever_it_leads(tiny: Path) -> None:
    secret = tiny.parent / "secret.yaml"
    secret.write_text("password: 1\n", encoding="utf-8")
    (tiny / "studies" / "link.yaml").symlink_to(secret)
    (tiny / "studies" / "inside.yaml").symlink_to(tiny / "studies" / "doe-2020.yaml")
    (tiny / "studies" / "dangling.yaml").symlink_to("nothing")
    assert kinds(tiny) == [(f"studies/{name}.yaml", "symlink") for name in ("dangling", "inside", "link")]


def test_a_linked_folder_is_refused(tiny: Path) -> None:
    (tiny / "studies").rename(tiny.parent / "elsewhere")
    (tiny / "studies").symlink_to(tiny.parent / "elsewhere")
    assert ("studies", "symlink") in kinds(tiny)


def test_folders_and_devices_named_like_files_are_refused(tiny: Path) -> None:
    (tiny / "studies" / "folder.yaml").mkdir()
    os.mkfifo(tiny / "studies" / "pipe.yaml")
    assert kinds(tiny) == [("studies/folder.yaml", "not-a-file"), ("studies/pipe.yaml", "not-a-file")]


def test_a_file_that_is_not_utf_8_is_refused_at_its_first_wrong_byte(tiny: Path) -> None:
    (tiny / "studies" / "roe-2021.yaml").write_bytes("id: roe-2021\nauthors: [é".encode() + b"\xff]")
    (problem,) = [problem for problem in load(tiny).problems if problem.kind == "not-utf-8"]
    assert (problem.place.line, problem.place.column) == (2, 12)


def test_a_file_of_over_a_megabyte_is_refused_unread(tiny: Path) -> None:
    with (tiny / "studies" / "roe-2021.yaml").open("a", encoding="utf-8") as file:
        file.write("#" * LARGEST)
    assert ("studies/roe-2021.yaml", "too-large") in kinds(tiny)


def test_a_byte_order_mark_at_the_start_is_no_problem(tiny: Path) -> None:
    study = tiny / "studies" / "roe-2021.yaml"
    study.write_bytes(b"\xef\xbb\xbf" + study.read_bytes())
    assert kinds(tiny) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"\n", b"\r\n"),
        (b"id: roe-2021", b"---\nid: roe-2021"),
        (b"label: S2", b"label: NO"),
        (b"n: 12,", b"n: 12, # twelve\n         "),
        (b"std: 2.0", b"std: 2e-1"),
        (b"    where: Section 4, p. 3", b"    where: >-\n      Section 4,\n      p. 3"),
    ],
    ids=["windows-line-ends", "mark-of-a-document", "norway", "comment", "power-of-ten", "folded-text"],
)
def test_what_yaml_allows_and_nobody_can_misread_is_no_problem(tiny: Path, old: bytes, new: bytes) -> None:
    study = tiny / "studies" / "roe-2021.yaml"
    assert old in study.read_bytes()
    study.write_bytes(study.read_bytes().replace(old, new))
    assert kinds(tiny) == []


def test_readme_and_hidden_files_are_ignored(tiny: Path) -> None:
    for name in ("README.md", ".gitkeep", ".notes.yaml"):
        (tiny / "studies" / name).write_text("::", encoding="utf-8")
    (tiny / "annotated-example.yaml").write_text("::", encoding="utf-8")
    assert kinds(tiny) == []


def test_names_of_files_that_differ_by_case_only_collide(tiny: Path) -> None:
    text = (tiny / "studies" / "roe-2021.yaml").read_text(encoding="utf-8")
    (tiny / "studies" / "ROE-2021.yaml").write_text(text, encoding="utf-8")
    found = kinds(tiny)
    assert ("studies/roe-2021.yaml", "colliding-names") in found
    assert ("studies/ROE-2021.yaml", "wrong-file-name") in found


@pytest.mark.parametrize("name", [b"x\xff.yaml", "a\u202eb.yaml".encode(), b"new\nline.yaml", b"::warning::.yaml"])
def test_file_names_are_echoed_harmlessly(tiny: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(tiny / "studies") + b"/" + name)).write_text("id: x\n", encoding="utf-8")
    for problem in load(tiny).problems:
        line = str(problem)
        assert line.isprintable()
        assert "::" not in line
        line.encode("utf-8")


def test_broken_files_do_not_hide_the_problems_of_others(tiny: Path) -> None:
    (tiny / "studies" / "doe-2020.yaml").write_text("id: [", encoding="utf-8")
    (tiny / "review" / "effects.yaml").write_bytes(b"\xff")
    with (tiny / "syntheses" / "full.yaml").open("a", encoding="utf-8") as file:
        file.write("colour: red\n")
    assert [kind for _, kind in kinds(tiny)] == ["not-utf-8", "syntax", "unknown-key"]


@given(st.binary(max_size=200))
def test_no_bytes_make_loading_fail(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    (folder / "studies").mkdir()
    (folder / "studies" / "x.yaml").write_bytes(data)
    assert load(folder).problems
