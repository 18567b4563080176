"""Writes the folder of a new review, and brings an existing one up to this version of the generator."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.founding.charter import APACHE, Charter, FoundingError
from generator.founding.effects import effects_text, metrics_text
from generator.founding.example import as_study
from generator.founding.fill import filled, marks_of
from generator.founding.kept import RECORD, Kept, write_generated, write_kept
from generator.founding.origin import FILE, Origin
from generator.intake.doubts.the_example_is_replaced import INVENTED
from generator.places import SHIPPED
from generator.submission.known import Known, read_known

TEMPLATE = SHIPPED / "review_template/own"


def found(charter: Charter, folder: Path, source: Origin) -> None:
    """Write a review into ``folder``, which is new, empty, or a clone of an empty repository.

    Either all of it is written, or nothing. Raises ``FoundingError`` if the folder holds something, ``OSError``.
    """
    refuse_taken(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-review-") as name:
        fresh = Path(name)
        _write_own(charter, fresh)
        source.write(fresh)
        write_kept(fresh)
        write_generated(fresh, _sound(fresh))
        folder.mkdir(exist_ok=True)
        for one in sorted(fresh.iterdir()):
            one.rename(folder / one.name)


def refuse_taken(folder: Path) -> None:
    """Raise ``FoundingError`` if a new review would mix with what is there."""
    if folder.exists() and not (folder.is_dir() and all(one.name == ".git" for one in folder.iterdir())):
        raise FoundingError(f"{folder} is there already and holds something: name a new folder, or an empty one")


def refresh(folder: Path, told: str | None, source: Origin) -> Kept:
    """Bring the review in ``folder`` up to this version of the generator, which ``source`` says where to get.

    ``told`` is what the user said about that. Raises ``FoundingError`` if there is no review that can be read.
    """
    if not (folder / RECORD).is_file():
        raise FoundingError(f"{folder} was not begun with “new review”: there is no {RECORD}")
    line = (folder / FILE).read_text(encoding="utf-8") if (folder / FILE).is_file() else ""
    if "@" in line and told is None and not source.address:
        raise FoundingError(
            f"{folder / FILE} names a commit: name the new one with --generator, or run make follow there"
        )
    review = _sound(folder)
    done = write_kept(folder)
    write_generated(folder, review)
    source.write(folder)
    return done


def _write_own(charter: Charter, folder: Path) -> None:
    marks = marks_of(charter)
    for path in sorted(TEMPLATE.rglob("*")):
        name = path.relative_to(TEMPLATE).as_posix()
        if path.is_file() and (name != "LICENSE" or charter.licence == APACHE):
            text = path.read_text(encoding="utf-8")
            _write(folder / name, text if name in _AS_THEY_ARE else filled(text, marks))
    evidence = folder / "evidence"
    _write(evidence / "review/effects.yaml", effects_text(charter.outcomes))
    _write(evidence / "review/metrics.yaml", metrics_text(charter.outcomes))
    annotated = (evidence / "annotated-example.yaml").read_text(encoding="utf-8")
    _write(evidence / f"studies/{INVENTED}.yaml", as_study(annotated))


_AS_THEY_ARE = ("LICENSE", "CODE_OF_CONDUCT.md")


def _sound(folder: Path) -> Known:
    """What the review speaks of. Raises ``FoundingError`` if its files cannot be read."""
    known = read_known(folder / "evidence")
    if isinstance(known, Known):
        return known
    raise FoundingError(f"the evidence has to be mended first: {known[0]}")


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
