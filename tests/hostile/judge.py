"""What must hold of any bytes that somebody hands in: the oracle of the fuzzer and of its findings."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from generator.conclude import conclude
from generator.intake import Loaded, load
from generator.intake.node import Node
from generator.intake.yaml_reader import DEEPEST, read_yaml
from generator.model.problem import Problem
from generator.submission.bibliography import read_bibliography
from generator.submission.issue_body import read_issue
from generator.submission.known import Known, read_known
from generator.submission.record import SubmissionError
from generator.submission.yaml_text import items
from tests.intake.review_cases import TINY, copy_of_tiny

SLOWEST = 5.0
"""Seconds of CPU for one input of at most a few thousand bytes; all that was ever seen took a hundredth of it."""
FILES = tuple(sorted(str(path.relative_to(TINY)) for path in TINY.glob("*/*.yaml")))


def judge_text(data: bytes) -> None:
    """The reader of YAML gives a tree or problems, twice the same, and problems that anybody may print."""
    text = data.decode("utf-8", "surrogateescape")
    reading = read_yaml("f.yaml", text)
    assert reading.root is not None or reading.problems
    _judge_problems(reading.problems, text.count("\n") + 2)
    if reading.root is not None:
        assert _depth(reading.root) <= DEEPEST
        assert read_yaml("f.yaml", text) == reading


def judge_load(data: bytes) -> None:
    """A review with one file replaced (the first byte says which) is loaded, or refused for problems that can be shown.

    What is accepted is the same when it is loaded again, and leads to conclusions.
    """
    if not data:
        return
    name, content = FILES[data[0] % len(FILES)], data[1:]
    folder = _folder()
    original = (TINY / name).read_bytes()
    try:
        (folder / name).write_bytes(content)
        loaded = load(folder)
        _judge_problems(loaded.problems, content.count(b"\n") + 200)
        assert (loaded.review is None) == bool(loaded.problems)
        if loaded.review is not None:
            _judge_accepted(loaded, folder)
    finally:
        (folder / name).write_bytes(original)


def judge_submission(data: bytes) -> None:
    """What is no evidence yet, an issue or a bibliography (the first byte says which), is refused in a sentence, or
    told in lines of YAML that say the same."""
    text, known = data[1:].decode("utf-8", "replace"), _known()
    try:
        told = read_issue(text, known.rules) if data[:1] == b"i" else read_bibliography(text)
    except SubmissionError as refused:
        if not str(refused):
            raise AssertionError("a refusal says why") from refused
        return
    texts = (told.title, told.venue, told.doi, told.arxiv, told.url, told.read, told.by, *told.authors, *told.notes)
    reading = read_yaml("studies/x.yaml", f"told: {items(texts)}\nleft_out: {items(told.left_out)}\n")
    assert not reading.problems
    assert reading.root is not None
    assert (reading.root.get("told").names(), reading.root.get("left_out").names()) == (texts, told.left_out)


JUDGES: Mapping[str, Callable[[bytes], None]] = {
    "text": judge_text,
    "load": judge_load,
    "submission": judge_submission,
}


def judge(name: str, data: bytes) -> None:
    """Raises ``AssertionError``, or whatever escapes, for a finding; also for an input that takes too long."""
    started = time.process_time()
    JUDGES[name](data)
    assert time.process_time() - started < SLOWEST


def _judge_accepted(loaded: Loaded, folder: Path) -> None:
    assert loaded.review is not None
    _judge_problems(loaded.review.warnings, 1_000)
    assert load(folder) == loaded
    conclude(loaded.review)


def _judge_problems(problems: Iterable[Problem], lines: int) -> None:
    for problem in problems:
        assert 1 <= problem.place.line <= lines
        assert problem.place.column >= 1
        line = str(problem)
        assert line.isprintable()
        assert "::" not in line
        line.encode("utf-8")


def _depth(node: Node) -> int:
    below = [child for _, child in node.entries()] or list(node.items)
    return 1 + max(map(_depth, below), default=0)


@cache
def _folder() -> Path:
    return copy_of_tiny(Path(tempfile.mkdtemp(prefix="living-review-")))


@cache
def _known() -> Known:
    known = read_known(TINY)
    assert isinstance(known, Known)
    return known
