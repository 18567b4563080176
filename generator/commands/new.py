"""``new``: begin something by a commented file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.command_line import BAD_EVIDENCE, DONE, UsageError, answer, evidence_folder, evidence_option, known, note
from generator.problem_text import as_line

if TYPE_CHECKING:
    from generator.founding.answers import Answers
    from generator.founding.kept import Kept
    from generator.submission.known import Known
    from generator.submission.record import Submission

HELP = "begin a study, or a review of your own, with every file explained"
_QUESTIONS = (
    ("title", "Title of the paper"),
    ("authors", "Authors, separated by semicolons"),
    ("year", "Year of publication"),
    ("identifier", "DOI or arXiv number"),
    ("technique", "Technique"),
    ("effects", "Effects it reports, separated by commas"),
    ("id", "Id of the study, which names its file"),
    ("label", "Short name for tables and charts"),
)


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    kinds = parser.add_subparsers(required=True, metavar="WHAT")
    _add_review(kinds.add_parser("review", help=_REVIEW, description=_REVIEW))
    study = kinds.add_parser("study", help=_STUDY, description=_STUDY)
    study.set_defaults(begin=_study)
    evidence_option(study)
    study.add_argument("--from", dest="file", type=Path, metavar="FILE", help="a BibTeX or RIS file with one entry")
    study.add_argument("--id", help="the name of the file without .yaml; default: author and year")
    study.add_argument("--label", help="a short name for tables; default: the next free one")
    study.add_argument("--title")
    study.add_argument("--author", action="append", metavar="NAME", help="may be repeated")
    study.add_argument("--year")
    study.add_argument("--venue", help="journal or conference, volume(issue), pages")
    study.add_argument("--doi")
    study.add_argument("--arxiv")
    study.add_argument("--url")
    study.add_argument("--technique", metavar="ID", help="one of review/techniques.yaml")
    study.add_argument("--effect", action="append", metavar="ID", help="one of review/effects.yaml; may be repeated")
    study.add_argument("--model", action="append", metavar="NAME", help="an evidence model; may be repeated")


_STUDY = "A study: asks a few questions on a terminal, if nothing else is given, and writes studies/ID.yaml."


_REVIEW = (
    "A review: asks a few questions on a terminal, if nothing else is given, and writes a folder that builds at once."
)


def _add_review(review: argparse.ArgumentParser) -> None:
    review.set_defaults(begin=_review)
    review.add_argument("folder", type=Path, metavar="FOLDER", help="a new folder, or an empty one")
    review.add_argument(
        "--answers", type=Path, metavar="FILE", help="a YAML file with the answers; options count first"
    )
    review.add_argument("--subject", help="what it is about, as it reads in the middle of a sentence")
    review.add_argument("--title")
    review.add_argument("--question", help="the research question")
    review.add_argument("--id", help="a short name; default: made of the subject")
    review.add_argument("--technique", help="one way of applying what the review is about")
    text = "an effect: its title, whether higher or lower is better, and a unit; to be repeated"
    review.add_argument("--effect", dest="effects", action="append", metavar="'TITLE, higher|lower, UNIT'", help=text)
    review.add_argument("--person", dest="people", action="append", metavar="NAME", help="a curator; may be repeated")
    review.add_argument("--contact", metavar="URL", help="where to write to")
    owner = "who is asked to review changes, @account or @organization/team; may be repeated"
    review.add_argument("--owner", dest="owners", action="append", metavar="NAME", help=owner)
    review.add_argument("--repository", metavar="URL", help="where the files will live")
    review.add_argument("--licence", help="of the evidence; default: Apache-2.0")
    source = (
        "where it gets the generator from, git+https://host/path@COMMIT; default: where this one came from, or a copy"
    )
    review.add_argument("--generator", metavar="ADDRESS", help=source)
    review.add_argument("--refresh", action="store_true", help="bring a review up to this version of the generator")


def run(given: argparse.Namespace) -> int:
    """Begin what was asked for."""
    begin: Callable[[argparse.Namespace], int] = given.begin
    return begin(given)


def _study(given: argparse.Namespace) -> int:
    from generator.submission.record import SubmissionError

    folder = evidence_folder(given.evidence)
    review = known_review(folder)
    if review is None:
        return BAD_EVIDENCE
    try:
        told = _told(given, review)
        return begin_study(told, review, folder)
    except SubmissionError as error:
        raise UsageError(str(error)) from error


def _review(given: argparse.Namespace) -> int:
    from generator.founding.answers import charter
    from generator.founding.charter import FoundingError
    from generator.founding.found import found, refresh, refuse_taken
    from generator.founding.origin import origin

    try:
        source = origin(given.generator)
        if given.refresh:
            return _tell(refresh(given.folder, given.generator, source))
        refuse_taken(given.folder)
        found(charter(_answers(given)), given.folder, source)
    except FoundingError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"{error.filename or given.folder} cannot be written: {error.strerror}") from error
    answer(str(given.folder))
    note("its README.md says what to do next; cd there, git init, and make build")
    return DONE


def _tell(done: Kept) -> int:
    for words, paths in (("written anew", done.written), ("removed", done.removed)):
        for path in paths:
            answer(f"{words}: {path}")
    for path in done.left:
        answer(f"left as you changed it: {path}; the new one is {path}.new")
    note("look at git diff, and build")
    return DONE


def _answers(given: argparse.Namespace) -> Answers:
    """What the file, the options or a person says; options count before the file. Raises ``FoundingError``."""
    from generator.founding.answers import KEYS, QUESTIONS, defaults, from_file, several, whole
    from generator.founding.charter import FoundingError

    told = {key: whole(getattr(given, key)) for key in KEYS if getattr(given, key)}
    if given.answers is not None:
        try:
            return {**from_file(read_text(given.answers, "answers")), **told}
        except FoundingError as error:
            raise FoundingError(f"{given.answers}: {error}") from error
    if told or not sys.stdin.isatty():
        return told
    note("An empty answer takes what stands in brackets, or leaves it open. Ctrl-C ends without a folder.")
    for key, question in QUESTIONS:
        told[key] = several(key, _ask(question, defaults(told).get(key, "")))
    return told


def known_review(folder: Path) -> Known | None:
    """What a new study must fit; None after the problems of the review's own files have been printed."""
    from generator.submission.known import read_known

    found = read_known(folder)
    if not isinstance(found, tuple):
        return found
    for problem in found:
        note(as_line(folder, problem))
    note("nothing was begun: mend the files of review/ first, since a new study takes its words from them")
    return None


def begin_study(told: Submission, review: Known, folder: Path) -> int:
    """Write the file and say how to go on. Raises ``SubmissionError``."""
    from generator.submission.begin import begin

    begun = begin(told, review, folder)
    answer(str(begun.path))
    for sentence in told.left_out:
        note(f"left out: {sentence}")
    if begun.same_as:
        note(f"{folder / begun.same_as} seems to tell of the same publication: delete the new file if it does")
    note(f"fill in every todo in {begun.path}; living-review check says what is left to do")
    return DONE


def read_text(path: Path, what: str) -> str:
    """The text of a file from outside, or of standard input for ``-``. Raises ``UsageError``."""
    try:
        data = sys.stdin.buffer.read(4_000_001) if str(path) == "-" else _start(path)
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not in UTF-8: save the {what} with that encoding") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "an error"
        raise UsageError(f"{path} cannot be read ({reason}): name a file with {what}") from error


def outside(path: Path, read: Callable[[], Submission]) -> Submission:
    """What is read from a file; what is wrong with it is said with its name. Raises ``UsageError``."""
    from generator.submission.record import SubmissionError

    try:
        return read()
    except SubmissionError as error:
        raise UsageError(f"{path}: {error}") from error


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4_000_001)


def _told(given: argparse.Namespace, review: Known) -> Submission:
    """What the file, the options or the answers say; options count before the file. Raises ``SubmissionError``."""
    from generator.submission.bibliography import read_bibliography
    from generator.submission.record import Submission

    told = Submission()
    if given.file is not None:
        text = read_text(given.file, "one BibTeX or RIS entry")
        told = outside(given.file, lambda: read_bibliography(text))
    options = _options(given, review)
    named = {one.name: getattr(options, one.name) for one in fields(Submission) if getattr(options, one.name)}
    if given.file is None and not named and sys.stdin.isatty():
        return _asked(review)
    return replace(told, **named)


def _options(given: argparse.Namespace, review: Known) -> Submission:
    from generator.submission.options import from_options

    known("technique", given.technique, [one.id for one in review.rules.techniques])
    for effect in given.effect or ():
        known("effect", effect, [one.id for one in review.rules.effects])
    return from_options(vars(given))


def _asked(review: Known) -> Submission:
    """Ask on the terminal; an empty answer takes what stands in brackets."""
    from generator.submission.begin import named
    from generator.submission.options import from_answers

    note("An empty answer takes what stands in brackets, or leaves it for the file. Ctrl-C ends without a file.")
    answers: dict[str, str] = {}
    for key, question in _QUESTIONS:
        usual = getattr(named(from_answers(answers, review), review), key) if key in ("id", "label") else ""
        answers[key] = _ask(question, usual)
    return from_answers(answers, review)


def _ask(question: str, usual: str) -> str:
    sys.stderr.write(f"{question}{f' [{usual}]' if usual else ''}: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip() or usual
