"""The docs tree, and whatever else is published, of a review with hostile texts in its fields."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from generator.build import content_of, history_of
from generator.impact import impact_of
from generator.intake import load
from generator.intake.releases import read_releases
from generator.model.release import Release
from generator.model.review import Review
from generator.pages.collect import pages
from generator.pages.content import Content
from generator.pages.page import Page
from generator.publishing.root_files import root_files
from generator.publishing.write import write_docs
from generator.release import release_texts
from tests.conftest import ROOT
from tests.hostile import poisoned
from tests.hostile.poisoned import Files, Place
from tests.hostile.strings import SHORT

ADDRESS = "https://review.example/"
_TOGETHER, _SHORT = 3, 100
"""How many hostile texts stand in one field, each field starting with another one."""


@dataclass(frozen=True)
class Built:
    """A published version with a release before it."""

    folder: Path
    evidence: Path
    content: Content
    pages: tuple[Page, ...]
    releases: tuple[Release, ...]

    @property
    def docs(self) -> Path:
        """What the site builder reads."""
        return self.folder / "docs"

    @property
    def review(self) -> Review:
        """The review as it was loaded."""
        return self.content.review


def hostile(number: int, place: Place) -> str:
    """The text of a field: a different one in each, since titles and names must differ."""
    start = number * _TOGETHER
    chosen = [SHORT[(start + step) % len(SHORT)] for step in range(_TOGETHER)]
    if poisoned.longest(place) < _SHORT:
        return f"{chosen[0][:14]}{number}"
    return f"{' '.join(chosen)} zqx{number} {_unlike(number)}{_several(number, place)}"


def _several(number: int, place: Place) -> str:
    """The end of every author's name: whether a name seems to be several must not depend on its other signs."""
    return f"; zqx{number}" if "authors" in place else ""


def _unlike(number: int) -> str:
    """Letters that make a title unlike any other: two papers of nearly one title would be told of."""
    return sha256(str(number).encode()).hexdigest().translate(str.maketrans("0123456789", "ghijklmnop"))[:40]


def plain(number: int, place: Place) -> str:
    """The harmless text of the same shape."""
    several = _several(number, place)
    return poisoned.harmless(hostile(number, place).removesuffix(several)) + several.replace("zqx", "abc")


def build(text: Callable[[int, Place], str], target: Path) -> Built:
    """Release a review as 1.0, correct it, release it as 2.0, and write all that is published of that, with the page
    of a preview besides."""
    evidence = target / "evidence"
    files = poisoned.poison(poisoned.files(), text)
    first = _released(_earlier(files), evidence, "1.0", date(2026, 5, 1), None)
    review = _released(files, evidence, "2.0", date(2026, 11, 1), first)
    content = content_of(review, history_of(evidence, review), ROOT, lambda _: None)
    impact = impact_of(first, review, "1.0", "2.0")
    content = replace(content, address=ADDRESS, published=True, impact=impact)
    everything = tuple(pages(content))
    write_docs(content, everything, ROOT, target)
    return Built(target, evidence, content, everything, read_releases(evidence).releases)


def _earlier(files: Files) -> Files:
    """The same review with another number and a synthesis that it gave up later."""
    before = copy.deepcopy(files)
    before["studies/paul-2022.yaml"]["evidence_models"]["q0.2"]["effects"]["accuracy"]["reported"]["mean"] = 12.0
    before["syntheses/part.yaml"] = {**copy.deepcopy(files["syntheses/full.yaml"]), "id": "part"}
    del before["syntheses/part.yaml"]["published"]
    return before


def _released(files: Files, evidence: Path, version: str, day: date, before: Review | None) -> Review:
    for old in evidence.glob("*/*.yaml"):
        old.unlink()
    loaded = load(poisoned.write(files, evidence))
    assert loaded.review is not None, "\n".join(map(str, loaded.problems))
    texts = release_texts(loaded.review, version, day, None if before is None else ("1.0", before))
    for path, written in texts.items():
        (evidence / "releases" / version / path).parent.mkdir(parents=True, exist_ok=True)
        (evidence / "releases" / version / path).write_text(written, encoding="utf-8", newline="\n")
    return loaded.review


def beside(built: Built) -> dict[str, str]:
    """The files beside the versions."""
    versions = tuple(release.version for release in built.releases)
    question = built.review.question
    return root_files(question, built.releases, versions, ADDRESS, {}, ROOT / "site_templates")
