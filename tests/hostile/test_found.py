"""What the fuzzer found once must not come back."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.judge import FILES, JUDGES, judge
from tests.intake.review_cases import TINY

FOUND = sorted(path for path in (Path(__file__).parent / "found").rglob("*") if path.is_file())


def test_what_was_found_is_judged_well() -> None:
    for path in FOUND:
        judge(path.parent.name, path.read_bytes())


def test_the_judges_accept_what_is_sound() -> None:
    for place, name in enumerate(FILES):
        judge("text", (TINY / name).read_bytes())
        judge("load", bytes([place]) + (TINY / name).read_bytes())
    judge("submission", b"b@article{a, author = {Doe, Jane and {The Group}}, title = {T}, year = 2031}")
    judge("submission", b"bTY  - JOUR\nAU  - Doe, Jane\nTI  - T\nER  - \n")


def test_every_finding_has_its_judge() -> None:
    assert {path.parent.name for path in FOUND} <= set(JUDGES)
