"""Releases: the frozen conclusions of each published version."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model.review import Review, SourceFile
from generator.model.scale import IntensityRange

VERSION_PATTERN = r"(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){0,2}"
VERSION_WORDS = "a plain version number such as 2.0"


@dataclass(frozen=True, slots=True)
class ReleasedConclusion:
    """A conclusion as a version published it; fields as in ``generator.model.synthesis.EffectSynthesis``.

    ``title`` is the effect's name in that version, ``reports`` counts the evidence models that report it.
    """

    effect: str
    title: str
    studies: int
    reports: int
    range: IntensityRange | None
    belief: float | None
    plausibility: float | None
    ignorance: float | None
    conflict_last_step: float | None
    conflict_total: float
    conflict_weight: float | None


@dataclass(frozen=True, slots=True)
class ReleasedSynthesis:
    """A synthesis as a version published it."""

    id: str
    title: str
    reading: str
    discount: str
    evidence_models: tuple[str, ...]
    conclusions: tuple[ReleasedConclusion, ...]

    def conclusion(self, effect: str) -> ReleasedConclusion | None:
        """The conclusion about an effect, if this version had one."""
        return next((each for each in self.conclusions if each.effect == effect), None)


@dataclass(frozen=True, slots=True)
class ReleasedStudy:
    """A study of a version: enough to name it when it is gone."""

    id: str
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Release:
    """A published version. ``digest`` is that of its evidence (see ``evidence_digest``); a search date that is
    not known is None."""

    version: str
    released: date
    digest: str
    search_date: date | None
    studies: tuple[ReleasedStudy, ...]
    syntheses: tuple[ReleasedSynthesis, ...]

    def synthesis(self, synthesis: str) -> ReleasedSynthesis | None:
        """The synthesis with this id, if this version had it."""
        return next((each for each in self.syntheses if each.id == synthesis), None)


@dataclass(frozen=True, slots=True)
class History:
    """Where a state of the evidence stands among the releases.

    ``version`` and ``released`` are those of the release with exactly this evidence; both are None for a state that
    was never released. ``releases`` are all up to this state, oldest first, that release included; ``before`` is the
    evidence of the last one before it, ``before_version`` its number; both are None if there was none.
    """

    digest: str
    version: str | None = None
    released: date | None = None
    releases: tuple[Release, ...] = ()
    before: Review | None = None
    before_version: str | None = None


def is_version(text: str) -> bool:
    """Whether ``text`` is a plain version number: one to three whole numbers with dots between them."""
    return re.fullmatch(VERSION_PATTERN, text, re.ASCII) is not None


def version_order(version: str) -> tuple[int, ...]:
    """A key that sorts plain version numbers; 2 and 2.0 are the same version."""
    numbers = [int(part) for part in version.split(".")]
    return tuple(numbers + [0] * (3 - len(numbers)))


def evidence_digest(files: Iterable[SourceFile]) -> str:
    """SHA-256 (hexadecimal) over the path and text of every evidence file, by path."""
    whole = hashlib.sha256()
    for file in sorted(files, key=lambda each: each.path):
        content = hashlib.sha256(file.text.encode("utf-8")).hexdigest()
        whole.update(f"{file.path}\n{content}\n".encode())
    return whole.hexdigest()
