"""What reaches the commands from outside: arguments, bibliographies, issues, frozen releases, names of files."""

from __future__ import annotations

import json
import re
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from generator.cli import main
from generator.intake.load import load
from generator.intake.releases import FOLDER, RECORD, read_releases
from generator.intake.yaml_reader import read_yaml
from generator.submission.begin import named
from generator.submission.bibliography import read_bibliography
from generator.submission.issue_body import read_issue
from generator.submission.known import Known, read_known
from generator.submission.record import SubmissionError
from generator.submission.skeleton import skeleton
from tests.hostile.strings import ALLOWED, HIDDEN, NO_IDS, SHORT
from tests.intake.review_cases import TINY, copy_of_tiny
from tests.publishing.publishing_project import released

ARGUMENTS = (
    "--upload-pack=touch zqx", "-O zqx", "--output=zqx", "HEAD --output=zqx", "HEAD:../zqx", "HEAD..zqx", "@{zqx}",
    "^HEAD", "HEAD^{/zqx}", ":/zqx", "refs/../../zqx", "$(touch zqx)", "`touch zqx`", "; touch zqx", "\ntouch zqx",
    "../../../etc", "/dev/null", "ext::sh -c touch% zqx", "file:///etc/passwd", "%s%n", "zqx\x1b[31m", "zqx\u202e",
    "", "-", "zqx" * 5_000, "::error::zqx",
)  # fmt: skip
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
KNOWN = read_known(TINY)
assert isinstance(KNOWN, Known)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return copy_of_tiny(tmp_path)


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_of_tiny(tmp_path_factory.mktemp("frozen"))
    released(folder)
    return folder


def _refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage, said in a few harmless lines, at once."""
    started = time.process_time()
    try:
        status = main(arguments)
    except SystemExit as left:
        status = int(left.code or 0)
    out, err = capsys.readouterr()
    assert status in (1, 2), arguments
    assert out == ""
    assert not STEERING.search(err), arguments
    assert not any(line.startswith(("::", "##[")) for line in err.splitlines())
    assert time.process_time() - started < 20


@pytest.mark.parametrize("wanted", [one for one in ARGUMENTS if not one.startswith("-")], ids=ascii)
def test_a_base_is_a_folder_a_release_or_a_revision_and_never_an_option(
    wanted: str, tiny: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run(["git", "init", "--quiet", str(tiny)], check=True)
    before = sorted(tiny.iterdir())
    monkeypatch.chdir(tiny)
    _refused(["impact", f"--base={wanted}", "--evidence", str(tiny)], capsys)
    assert sorted(tiny.iterdir()) == before


@pytest.mark.parametrize("wanted", [one for one in ARGUMENTS if one.startswith("-")], ids=ascii)
def test_an_option_in_place_of_a_base_is_refused(wanted: str, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subprocess.run(["git", "init", "--quiet", str(tiny)], check=True)
    _refused(["impact", f"--base={wanted}", "--evidence", str(tiny)], capsys)
    assert not (tiny / "zqx").exists()


@pytest.mark.parametrize("wanted", ARGUMENTS, ids=ascii)
def test_a_number_to_explain_and_a_version_to_publish_are_known_or_refused(
    wanted: str, frozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    option = wanted.startswith("-")
    for command in (["explain"], ["publish"], ["aggregate", "--synthesis"], *([] if option else [["release"]])):
        place = ["--evidence", str(frozen)]
        _refused([*command, *place, "--", wanted] if option else [*command, wanted, *place], capsys)


@pytest.mark.parametrize("wanted", [one for one in NO_IDS if one and one == one.strip()], ids=ascii)
def test_a_new_study_is_named_by_an_id_or_not_begun(
    wanted: str, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(tiny.parent.rglob("*"))
    _refused(["new", "study", f"--id={wanted}", "--title=T", "--evidence", str(tiny)], capsys)
    assert sorted(tiny.parent.rglob("*")) == before


def _bibtex(text: str) -> str:
    fields = ", ".join(f"{name} = {{{text}}}" for name in ("title", "journal", "url", "doi"))
    return f"@article{{zqx, author = {{{text} and Doe, J.}}, year = 2031, {fields}}}"


def _ris(text: str) -> str:
    return f"TY  - JOUR\nTI  - {text}\nAU  - {text}\nPY  - {text}\nDO  - {text}\nUR  - {text}\nER  - \n"


def _issue(text: str) -> str:
    headings = ("Title of the paper", "Authors", "What was read", "Notes")
    return "\n\n".join(f"### {heading}\n\n{text}\n{text}" for heading in headings)


def _event(text: str) -> str:
    return json.dumps({"issue": {"body": _issue(text), "title": text}})


@pytest.mark.parametrize("form", [_bibtex, _ris, _issue, _event], ids=lambda form: form.__name__.strip("_"))
def test_what_strangers_hand_in_becomes_a_skeleton_of_the_same_keys_or_is_refused(form) -> None:
    assert isinstance(KNOWN, Known)
    for text in (*ALLOWED, *HIDDEN):
        try:
            given = form(text)
            told = read_issue(given, KNOWN.rules) if form in (_issue, _event) else read_bibliography(given)
        except SubmissionError:
            continue
        study = named(told, KNOWN)
        written = skeleton(study, KNOWN)
        reading = read_yaml("studies/x.yaml", written)
        assert reading.problems == (), text
        assert reading.root is not None
        assert set(reading.root.keys) <= KEYS, text
        assert reading.root.get("title").text == (study.title or "todo")


KEYS = {
    "id", "label", "title", "authors", "year", "venue", "doi", "arxiv", "url", "design", "extraction", "quality",
    "context", "evidence_models", "notes",
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "@article{" * 20_000,
        "@article{a, title = {" + "{" * 200_000,
        "@article{a, title = {" + "\\'" * 200_000 + "}}",
        "@article{a, author = {" + "a and " * 150_000 + "}}",
        "@article{a, author = {" + " and" * 200_000 + "}}",
        "@article{a" + ",a={b}" * 150_000 + "}",
        "@article{a, title = " + '"a" # ' * 150_000 + '"b"}',
        "%" * 900_000 + "@article{a}",
        "@" * 900_000,
        "TY  - JOUR\n" * 80_000,
        "TY  - JOUR\n" + "AU  - a\n" * 100_000 + "ER  - \n",
        "TY  - JOUR\n" + "x\n" * 400_000,
        "### Title of the paper\n" + "### " * 200_000,
        "### Title of the paper\n\n" + "|" * 900_000,
        "{" * 900_000,
        "[" * 900_000,
        '{"issue":' * 100_000,
        " " * 999_999,
    ],
    ids=lambda text: ascii(text[:30]),
)
def test_a_megabyte_from_a_stranger_is_read_in_seconds(text: str) -> None:
    assert isinstance(KNOWN, Known)
    started = time.process_time()
    for read in (read_bibliography, lambda given: read_issue(given, KNOWN.rules)):
        with suppress(SubmissionError):
            read(text)
    assert time.process_time() - started < 20


def _record(folder: Path) -> Path:
    return folder / FOLDER / "1.0" / RECORD


SPOILED = {
    "version": ["2.0", "../1.0", "", 1, None, "1.0\n", "1.0 ", SHORT[0]],
    "released": ["yesterday", "2026-13-01", None, [], SHORT[1]],
    "digest": ["", "zqx", "a" * 63, None, 7],
    "search_date": ["zqx", 1e400],
    "studies": [
        None,
        {},
        [1],
        [{"id": "../zqx", "label": "a", "title": "b"}],
        [{"id": "a", "label": "a" * 21, "title": "b"}],
    ],
    "syntheses": [None, "zqx", [{}], [[]]],
}
SPOILED_CONCLUSION = {
    "effect": [*NO_IDS[::4], None, 7],
    "title": ["", " ", "a" * 2_001, *HIDDEN[::4], None, 7],
    "studies": [-1, True, 1.5, "1", None],
    "range": [["ZQ"], ["WN", "SP", "zqx"], [], "WN", [3], [None]],
    "belief": [float("nan"), float("inf"), -0.1, 1.1, "0.5", True],
    "conflict": [
        None,
        {},
        {"last_step": 2, "total": 0, "weight": 0},
        {"last_step": 0, "total": 0, "weight": float("inf")},
    ],
}


def _judge_record(text: str | bytes, frozen: Path, tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    if not folder.exists():
        subprocess.run(["cp", "-r", str(frozen), str(folder)], check=True)
    _record(folder).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    problems = read_releases(folder).problems
    assert [problem.kind for problem in problems] == ["unreadable-release"], text[:200]
    assert problems[0].place.path == "releases/1.0/release.json"


def test_a_spoiled_record_of_a_release_is_refused_by_its_name(frozen: Path, tmp_path: Path) -> None:
    sound = json.loads(_record(frozen).read_text(encoding="utf-8"))
    for key, values in SPOILED.items():
        for value in values:
            _judge_record(json.dumps({**sound, key: value}), frozen, tmp_path)


def test_a_spoiled_conclusion_of_a_release_is_refused_by_its_name(frozen: Path, tmp_path: Path) -> None:
    text = _record(frozen).read_text(encoding="utf-8")
    for key, values in SPOILED_CONCLUSION.items():
        for value in values:
            spoiled = json.loads(text)
            spoiled["syntheses"][0]["effects"][0][key] = value
            _judge_record(json.dumps(spoiled), frozen, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        "[" * 100_000,
        '{"a":' * 100_000,
        b"\xff\xfe",
        b"\x00" * 100,
        "NaN",
        "9" * 5_000,
        '"' + "x" * 100,
        " ",
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_a_record_that_is_no_record_is_refused_by_its_name(text: str | bytes, frozen: Path, tmp_path: Path) -> None:
    _judge_record(text, frozen, tmp_path)


@pytest.mark.parametrize("what", ["1.0", f"1.0/{RECORD}", "1.0/evidence"])
def test_a_part_of_a_release_that_is_a_link_is_refused(what: str, frozen: Path, tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    subprocess.run(["cp", "-r", str(frozen), str(folder)], check=True)
    (folder / FOLDER / what).rename(tmp_path / "elsewhere")
    (folder / FOLDER / what).symlink_to(tmp_path / "elsewhere")
    (problem,) = read_releases(folder).problems
    assert (problem.kind, problem.found) == ("unreadable-release", "a link to another place")


def test_a_folder_of_releases_with_a_hostile_name_is_refused_in_harmless_words(
    frozen: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "evidence"
    subprocess.run(["cp", "-r", str(frozen), str(folder)], check=True)
    for name in ("\n::error::zqx", "\x1b[31mzqx", "..zqx", "1.0 ", "v3", "01.0"):
        (folder / FOLDER / name).mkdir()
    assert load(folder).problems == ()
    assert main(["versions", "--evidence", str(folder)]) == 1
    _, err = capsys.readouterr()
    assert not STEERING.search(err)
    assert not any(line.startswith("::") for line in err.splitlines())
