"""The rules of the house, executed."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.views.rounding import belief_text
from tests.conftest import ROOT

MODULES = sorted((ROOT / "generator").rglob("*.py"))
DOCUMENTS = [
    "README.md",
    "CONTRIBUTING.md",
    *sorted(f"decisions/{path.name}" for path in (ROOT / "decisions").glob("*.md")),
]


def functions():
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


def test_every_stage_imports_only_what_stands_above_it():
    command = [Path(sys.executable).parent / "lint-imports", "--cache-dir", str(ROOT / ".cache/import-linter")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_types_hold():
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=" ".join)
def test_style_holds(command: list[str]):
    ruff = [sys.executable, "-m", "ruff", *command, "--cache-dir", str(ROOT / ".ruff_cache"), "."]
    done = subprocess.run(ruff, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_files_and_functions_stay_small():
    lines = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: count for name, count in lines.items() if count > 300} == {}
    assert statistics.median(lines.values()) <= 120
    lengths = dict(functions())
    assert {name: count for name, count in lengths.items() if count > 60} == {}
    assert statistics.median(lengths.values()) <= 10


def test_no_cycle_among_modules_of_one_package():
    imports = {}
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in MODULES}
    for name, path in names.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = {node.module for node in tree.body if isinstance(node, ast.ImportFrom) and node.module}
        imports[name] = found & set(names)
    order: list[str] = []
    while rest := [name for name in imports if name not in order]:
        free = [name for name in rest if imports[name] <= set(order)]
        assert free, f"a cycle among {rest}"
        order.extend(free)


def test_numba_is_imported_in_one_file():
    importing = [
        p for p in MODULES if re.search(r"^\s*(from|import) (numba|llvmlite)", p.read_text(encoding="utf-8"), re.M)
    ]
    assert [p.name for p in importing] == ["compiled.py"]


def test_the_generator_knows_no_topic():
    words = re.compile(r"quanti[sz](ation|ed|ing)|\bfp32\b|storage_size|inference_", re.I)
    spoken = {str(p.relative_to(ROOT)) for p in MODULES if words.search(p.read_text(encoding="utf-8"))}
    assert spoken == set()


@pytest.mark.parametrize("command", ["check", "aggregate", "explain paul-2022/q0.2/accuracy"])
def test_light_commands_import_nothing_heavy(command: str):
    program = (
        "import sys; from generator.cli import main; status = main(sys.argv[1:]); "
        "heavy = {'numba', 'numpy', 'pandas', 'altair', 'mkdocs', 'jinja2', 'vl_convert'} & set(sys.modules); "
        "print(heavy, file=sys.stderr); sys.exit(9 if heavy else status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *command.split()], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_readme_says_what_the_review_says(shipped: Review, shipped_syntheses: dict[str, Synthesis]):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for one in shipped_syntheses["full"].effects:
        title = shipped.rules.effect(one.effect).title
        row = f"| {title} | {one.range.words} | {belief_text(one.belief)} | {len(one.studies)} |"
        assert row in readme
    models = sum(len(study.evidence_models) for study in shipped.studies)
    assert f"{len(shipped.studies)}\nstudies and {models} evidence models" in readme


def test_every_decision_is_listed():
    listed = re.findall(r"\]\((\d{4}-[a-z-]+\.md)\)", (ROOT / "decisions/README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(path.name for path in (ROOT / "decisions").glob("[0-9]*.md"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_link_to_files_that_exist(name: str):
    text = re.sub(r"```.*?```", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.S)
    targets = re.findall(r"\]\(<?([^)\s>]+)", text) + re.findall(
        r"<(?:img|a|source)\b[^>]*?(?:src|srcset|href)=\"([^\"]+)", text
    )
    paths = {target.partition("#")[0] for target in targets if not re.match(r"[a-z]+:", target)} - {""}
    assert {path for path in paths if not (ROOT / name).parent.joinpath(path).exists()} == set()


def test_every_make_target_explains_itself():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):(.*)$", makefile, re.M)
    assert {name for name, rest in targets if " ## " not in rest} <= {"chromium"}


def test_vendored_files_are_the_ones_that_were_locked():
    command = [sys.executable, "tools/vendor_assets.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
