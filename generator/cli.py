"""The command ``living-review``: the only place that prints.

Standard output holds the answer, standard error everything else. Heavy libraries are imported inside the command
that needs them: checking evidence must stay fast.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

from generator.intake import load
from generator.model.problem import Severity
from generator.model.review import Review
from generator.problem_text import as_annotation, as_document, as_line

DONE, BAD_EVIDENCE, WRONG_USAGE, FAILED = 0, 1, 2, 3
ROOT = Path(__file__).resolve().parent.parent
"""The folder of the project."""


class UsageError(Exception):
    """The command was called with something that does not exist; the message says what does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 done, 1 bad evidence, 2 wrong usage, 3 anything else."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except UsageError as error:
        return _fail(str(error), WRONG_USAGE)
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        return _fail("interrupted; the last good site is as it was", FAILED)
    except Exception as error:
        if given.debug:
            raise
        return _fail(f"{error or type(error).__name__} (--debug shows where)", FAILED)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="living-review", description="Living reviews by the Structured Synthesis Method."
    )
    parser.add_argument("--debug", action="store_true", help="show the traceback of an unexpected failure")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _check_parser(commands)
    _aggregate_parser(commands)
    _explain_parser(commands)
    _sensitivity_parser(commands)
    _build_parser(commands)
    _schemas_parser(commands)
    for command in commands.choices.values():
        command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def _check_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser("check", help="name every problem of the evidence")
    check.add_argument("evidence", nargs="?", type=Path, metavar="EVIDENCE_DIR", help="default: evidence/")
    check.add_argument("--format", choices=("text", "json", "github"), default="text")
    check.set_defaults(run=_check)


def _aggregate_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    aggregate = commands.add_parser("aggregate", help="the conclusions, without a site")
    _evidence_option(aggregate)
    aggregate.add_argument("--synthesis", metavar="ID", help="only this synthesis")
    aggregate.add_argument(
        "--reading", metavar="POLICY", help="read ranges by this policy instead of the synthesis' own"
    )
    aggregate.add_argument("--format", choices=("table", "json", "csv"), default="table")
    aggregate.set_defaults(run=_aggregate)


def _explain_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    explain = commands.add_parser("explain", help="the whole derivation of one number")
    explain.add_argument("number", metavar="STUDY/MODEL/EFFECT")
    _evidence_option(explain)
    explain.set_defaults(run=_explain)


def _sensitivity_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    what = "how far conclusions depend on choices"
    ask = commands.add_parser("sensitivity", help=what, description=f"{what.capitalize()}, for one synthesis.")
    _evidence_option(ask)
    ask.add_argument("--synthesis", metavar="ID", help="this synthesis; default: the first of the review")
    ask.add_argument(
        "--question",
        action="append",
        metavar="ID",
        help="only this question, with every single result; may be repeated (verdicts need all that count)",
    )
    ask.add_argument("--format", choices=("table", "json"), default="table")
    ask.add_argument("--workers", type=_count, metavar="N", help="threads; default: as many as suit the machine")
    ask.add_argument("--scheduler", metavar="ADDRESS", help="compute on this Dask cluster, such as tcp://host:8786")
    ask.set_defaults(run=_sensitivity)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number of at least 1 is needed, not {text!r}")
    return int(text)


def _build_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    build = commands.add_parser("build", help="build the website")
    _evidence_option(build)
    build.add_argument("--output", type=Path, default=None, metavar="DIR", help="default: site/")
    build.set_defaults(run=_build)


def _schemas_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    schemas = commands.add_parser("schemas", help="write the JSON Schemas by which editors check evidence files")
    _evidence_option(schemas)
    schemas.set_defaults(run=_schemas)


def _evidence_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--evidence", type=Path, default=None, metavar="DIR", help="default: evidence/")


def _check(given: argparse.Namespace) -> int:
    folder = _folder(given.evidence)
    loaded = load(folder)
    problems = (*loaded.problems, *(loaded.review.warnings if loaded.review else ()))
    if given.format == "json":
        print(json.dumps([as_document(folder, problem) for problem in problems], ensure_ascii=False, indent=1))
    else:
        show = as_annotation if given.format == "github" else as_line
        for problem in problems:
            print(show(folder, problem))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    _note(_verdict(errors, len(problems) - errors))
    return BAD_EVIDENCE if loaded.review is None else DONE


def _verdict(errors: int, warnings: int) -> str:
    doubts = f"{warnings} warning{'' if warnings == 1 else 's'}"
    if errors:
        return f"{errors} problem{'' if errors == 1 else 's'} to mend, {doubts}; nothing was built"
    return f"the evidence is sound, {doubts}"


def _aggregate(given: argparse.Namespace) -> int:
    from generator.aggregation import aggregate_plan
    from generator.conversion import convert
    from generator.views import aggregation_document as document
    from generator.views.csv_text import rows_to_csv

    review = _review(given.evidence)
    if review is None:
        return BAD_EVIDENCE
    _known("synthesis", given.synthesis, [plan.id for plan in review.plans])
    _known("reading policy", given.reading, [policy.id for policy in review.rules.reading_policies])
    evidence = convert(review)
    plans = [plan for plan in review.plans if given.synthesis in (None, plan.id)]
    found = tuple(aggregate_plan(review, plan, evidence.under(plan.discount), given.reading) for plan in plans)
    if given.format == "json":
        print(json.dumps(document.as_document(review, found), ensure_ascii=False, indent=1, allow_nan=False))
    elif given.format == "csv":
        rows = document.as_rows(review, found)
        print(rows_to_csv(list(rows[0]) if rows else [], rows), end="")
    else:
        print(document.as_table_text(review, found))
    return DONE


def _explain(given: argparse.Namespace) -> int:
    from generator.conclude import conclude
    from generator.views.explanation import as_text

    review = _review(given.evidence)
    if review is None:
        return BAD_EVIDENCE
    content = conclude(review)
    numbers = {f"{piece.evidence_model}/{piece.effect}": piece for piece in content.pieces}
    _known("number", given.number, list(numbers))
    print(as_text(content.review, numbers[given.number], content.syntheses, content.without))
    return DONE


def _sensitivity(given: argparse.Namespace) -> int:
    from generator.model.scenario import Question
    from generator.progress import ProgressBar
    from generator.sensitivity import run
    from generator.views import sensitivity_document as document

    review = _review(given.evidence)
    if review is None:
        return BAD_EVIDENCE
    _known("synthesis", given.synthesis, [plan.id for plan in review.plans])
    for question in given.question or ():
        _known("question", question, [one.value for one in Question])
    chosen = given.synthesis or review.plans[0].id
    if given.synthesis is None and len(review.plans) > 1:
        _note(f"of {len(review.plans)} syntheses, this is {chosen}; --synthesis names another")
    asked = map(Question, given.question) if given.question else None
    bar = ProgressBar(sys.stderr, "questioning the conclusions")
    with _executor(given.scheduler, given.workers) as executor:
        try:
            found = run(review, executor, asked, synthesis=chosen, progress=bar).of(chosen)
        finally:
            bar.clear()
    if given.format == "json":
        print(json.dumps(document.as_document(found), ensure_ascii=False, indent=1, allow_nan=False))
    else:
        print(document.as_text(review, found, tables=bool(given.question)), end="")
    return DONE


def _executor(scheduler: str | None, workers: int | None) -> AbstractContextManager[Executor]:
    if scheduler is not None:
        from generator.cluster import cluster

        return cluster(scheduler)
    return ThreadPoolExecutor(workers)


def _build(given: argparse.Namespace) -> int:
    review = _review(given.evidence)
    if review is None:
        _note("nothing was built; the last good site is as it was")
        return BAD_EVIDENCE
    from generator.build import build
    from generator.publishing.site import OutputRefused

    output = given.output or ROOT / "site"
    try:
        build(review, output, ROOT, _note)
    except OutputRefused as refused:
        raise UsageError(str(refused)) from refused
    _note(f"the site is at {output / 'index.html'}")
    return DONE


def _schemas(given: argparse.Namespace) -> int:
    from generator.intake.json_schema import schema_texts

    folder = _folder(given.evidence) / "schemas"
    folder.mkdir(exist_ok=True)
    for name, text in schema_texts().items():
        (folder / name).write_text(text, encoding="utf-8")
    _note(f"the schemas are in {folder}")
    return DONE


def _review(evidence: Path | None) -> Review | None:
    """The review, or None after every problem has been printed to standard error."""
    folder = _folder(evidence)
    loaded = load(folder)
    for problem in loaded.problems:
        _note(as_line(folder, problem))
    if loaded.review is None:
        _note(_verdict(len(loaded.problems), 0))
    return loaded.review


def _folder(given: Path | None) -> Path:
    if given is None:
        return Path("evidence") if Path("evidence").is_dir() else ROOT / "evidence"
    if not given.is_dir():
        raise UsageError(f"there is no folder {str(given)!r}")
    return given


def _known(what: str, wanted: str | None, existing: list[str]) -> None:
    if wanted is None or wanted in existing:
        return
    import difflib

    close = difflib.get_close_matches(wanted, existing, n=3) or existing[:12]
    raise UsageError(f"there is no {what} {wanted!r}; there is {', '.join(close)}")


def _fail(message: str, status: int) -> int:
    _note(f"living-review: {message}")
    return status


def _note(message: str) -> None:
    print(message, file=sys.stderr)
