"""Coverage-guided fuzzing of everything that reads what strangers hand in: ``make fuzz``.

Inputs grow from the files and cases of the tests. A finding is kept in ``found/<judge>/``, where a test replays it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import atheris

# What looks at every letter is not followed: that would cost most of the speed, and the grammar is elsewhere.
with atheris.instrument_imports(
    include=["generator.intake", "generator.submission", "ruamel"],
    exclude=[f"ruamel.yaml.{module}" for module in ("scanner", "reader", "error", "events", "tokens")],
):
    for _name in ("generator.intake", "generator.submission.bibliography", "generator.submission.issue_body"):
        import_module(_name)
    from tests.intake.review_cases import CASES, TINY

    # Checks are found when they are first asked.
    import_module("generator.intake").load(TINY)

from generator.intake.schema import form_of
from generator.intake.validate import validate
from generator.intake.yaml_reader import read_yaml
from tests.hostile.judge import FILES, JUDGES, judge

FOUND = Path(__file__).parent / "found"
GROWN = Path(__file__).parents[2] / ".cache/fuzz"
"""Inputs that reached something new: the next run goes on from them."""
_WORDS = Path(__file__).parent / "fuzz.dict"
_LARGEST = {"text": 96, "load": 4_096, "submission": 768}
"""Bytes of an input; a reader is met by all it knows within a few lines, a file must be whole."""
_MEMORY, _SECONDS = 1_024, 20
"""Megabytes of the process, seconds for one input."""


def main() -> None:
    """Fuzz with one of the judges; ends after ``--runs`` inputs, or at a finding."""
    parser = argparse.ArgumentParser()
    parser.add_argument("judge", choices=JUDGES)
    parser.add_argument("--runs", type=int, default=100_000)
    given = parser.parse_args()
    kept, grown = FOUND / given.judge, GROWN / given.judge
    kept.mkdir(parents=True, exist_ok=True)
    grown.mkdir(parents=True, exist_ok=True)
    _parse_once()
    with tempfile.TemporaryDirectory() as seeds:
        for number, seed in enumerate(_seeds(given.judge)):
            Path(seeds, str(number)).write_bytes(seed)
        settings = (
            f"-runs={given.runs}",
            f"-max_len={_LARGEST[given.judge]}",
            f"-rss_limit_mb={_MEMORY}",
            f"-timeout={_SECONDS}",
        )
        places = (f"-dict={_WORDS}", f"-artifact_prefix={kept}/", "-print_final_stats=1", str(grown), seeds)
        atheris.Setup([sys.argv[0], *settings, *places], lambda data: judge(given.judge, data))
        atheris.Fuzz()


def _parse_once() -> None:
    """The files that an input leaves alone are the same each time, and so are the plug-ins of ruamel.yaml."""
    yaml = import_module("ruamel.yaml").YAML
    plug_ins = yaml().official_plug_ins()
    yaml.official_plug_ins = lambda _: plug_ins
    unchanged = {(name, (TINY / name).read_text(encoding="utf-8")) for name in FILES}
    readings = {key: read_yaml(*key) for key in unchanged}
    outcomes = {id(reading.root): validate(form_of(path), reading.root) for (path, _), reading in readings.items()}
    namespace = vars(import_module("generator.intake.load"))
    namespace["read_yaml"] = lambda path, text: readings.get((path, text)) or read_yaml(path, text)
    namespace["validate"] = lambda form, root: outcomes.get(id(root)) or validate(form, root)


def _seeds(name: str) -> Iterator[bytes]:
    """What inputs grow from."""
    cases = (path for case in CASES for path in case.rglob("*") if path.is_file())
    if name == "text":
        whole = [*((TINY / file).read_bytes() for file in FILES), *(path.read_bytes() for path in cases)]
        yield from (text[start : start + _LARGEST[name]] for text in whole for start in range(0, len(text), 80))
    elif name == "load":
        yield from (bytes([place]) + (TINY / file).read_bytes() for place, file in enumerate(FILES))
    else:
        yield b"b@article{a, author = {Doe, J. and {Group}}, title = {T}, year = 2031, doi = {10.1/x}}"
        yield b"bTY  - JOUR\nAU  - Doe, Jane\nTI  - T\nPY  - 2031\nDO  - 10.1000/182\nER  - \n"
        yield b"i### Title of the paper\n\nT\n\n### Authors\n\n- J. Doe\n\n### Year\n\n2031\n"


if __name__ == "__main__":
    main()
